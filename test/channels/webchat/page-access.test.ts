import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openGuide } from "./open-guide.ts";
import { openBrowser, openPage } from "./open-page.ts";
import { pageStates } from "./page-states.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const windows: Readonly<Record<string, BrowserContextOptions>> = {
  "a wide window": { viewport: { width: 1280, height: 800 } },
  "a dark phone": { viewport: { width: 390, height: 800 }, colorScheme: "dark", hasTouch: true, isMobile: true },
  "320 px": { viewport: { width: 320, height: 640 } },
};

/** What axe finds, as lines that name the rule and the place. The window is made so tall that the bars cover nothing, for axe judges no colour that is covered. */
async function violations(page: Page): Promise<string[]> {
  const { width = 320 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width, height: 6000 });
  const { violations, incomplete, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(10);
  const unjudged = incomplete.filter(({ nodes }) => nodes.some(({ any }) => any.some(({ message }) => message.includes("overlapped"))));
  return [...violations, ...unjudged].flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

/** Buttons and links a finger could miss: lower or narrower than 44 px. The skip link shows itself only to the keyboard. */
const tooSmall = `[...document.querySelectorAll("button, .link, .actions a, textarea")].filter((element) => element.checkVisibility())
  .filter((element) => { const { width, height } = element.getBoundingClientRect(); return width < 43.5 || height < 43.5; }).map((element) => element.outerHTML)`;

const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

describe.each(Object.entries(windows))("in %s", (_name, options) => {
  test.each(pageStates)("$name: axe finds nothing, nothing is cut off, everything can be hit", async ({ path = "/", reach }) => {
    const guide = await openGuide();
    const visit = await openPage(browser, guide.origin + path, options);
    try {
      await reach(visit.page, guide.script);
      expect(await visit.page.evaluate(overflow)).toBe(0);
      expect(await visit.page.evaluate(tooSmall)).toEqual([]);
      expect(await violations(visit.page)).toEqual([]);
      expect(visit.troubles).toEqual([]);
    } finally {
      await visit.close();
      guide.script.hold = undefined;
      await guide.close();
    }
  });
});

describe("large and dark", () => {
  test("letters of twice the size at 320 px cut nothing off", async () => {
    const guide = await openGuide();
    const { page, close } = await openPage(browser, guide.origin, { viewport: { width: 320, height: 640 } });
    await pageStates.find(({ name }) => name === "summary")?.reach(page, guide.script);
    await page.evaluate('document.documentElement.style.fontSize = "212.5%"');
    expect(await page.evaluate(overflow)).toBe(0);
    await close();
    await guide.close();
  });

  test("a laptop window at 200 % zoom leaves room to read between the header and the field", async () => {
    const guide = await openGuide();
    const { page, close } = await openPage(browser, guide.origin, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await pageStates.find(({ name }) => name === "card")?.reach(page, guide.script);
    const covered =
      '[".top", ".bottom"].map((name) => document.querySelector(name)).filter((bar) => getComputedStyle(bar).position === "sticky").reduce((sum, bar) => sum + bar.offsetHeight, 0)';
    expect(await page.evaluate(covered)).toBeLessThan(200);
    expect(await page.evaluate(overflow)).toBe(0);
    await close();
    await guide.close();
  });

  test("the page is light or dark as the citizen's system is", async () => {
    const guide = await openGuide();
    const grounds = await Promise.all(
      (["light", "dark"] as const).map(async (colorScheme) => {
        const { page, close } = await openPage(browser, guide.origin, { colorScheme });
        const ground = await page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");
        await close();
        return (ground.match(/\d+/g) ?? []).map(Number).reduce((sum, part) => sum + part, 0);
      }),
    );
    expect(grounds[0]).toBeGreaterThan(600);
    expect(grounds[1]).toBeLessThan(150);
    await guide.close();
  });

  test("nothing moves for people who asked for less motion", async () => {
    const guide = await openGuide();
    const moving = 'document.getAnimations().filter(({ playState }) => playState === "running").length';
    const state = pageStates.find(({ name }) => name === "waiting for an answer");
    for (const [reducedMotion, expected] of [
      ["reduce", 0],
      ["no-preference", 3],
    ] as const) {
      guide.script.hold = undefined;
      const { page, close } = await openPage(browser, guide.origin, { reducedMotion });
      await state?.reach(page, guide.script);
      if (expected === 0) expect(await page.evaluate(moving)).toBe(0);
      else expect(await page.evaluate(moving)).toBeGreaterThanOrEqual(expected);
      await close();
    }
    await guide.close();
  });

  test("on paper the checklist has no buttons, and its boxes are there", async () => {
    const guide = await openGuide();
    const { page, close } = await openPage(browser, `${guide.origin}/checklist?start=1_001193&have=to-khai`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("button").isVisible()).toBe(false);
    expect(await page.locator(".box").count()).toBe(3);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
    await close();
    await guide.close();
  });
});
