import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openPage, press, seeReply, write } from "../channels/webchat/open-page.ts";
import { dataFolder, type Program, startProgram } from "./program.ts";

const data = dataFolder();
let guide: Program;
let browser: Browser;
beforeAll(async () => {
  [guide, browser] = await Promise.all([startProgram({ DATA_DIR: data.path }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await guide.end();
  data[Symbol.dispose]();
});

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
}

describe.each([
  ["a wide window", { viewport: { width: 1280, height: 800 } }],
  ["a phone of 320 px in the dark", { viewport: { width: 320, height: 640 }, colorScheme: "dark" as const }],
])("the main job on real content, in %s", (_name, options) => {
  test("from a question to the filing page", async () => {
    const { page, troubles, close } = await openPage(browser, guide.origin, options);
    const see = async (kind: string): Promise<void> => {
      await seeReply(page, kind);
      expect([kind, await violations(page)]).toEqual([kind, []]);
    };
    await see("welcome");
    await write(page, "lên tỉnh trọ học phải đăng ký gì");
    await see("card");
    await press(page, "Chuẩn bị giấy tờ");
    await see("question");
    await press(page, "Nhiều người, theo danh sách");
    await press(page, "Không");
    await see("paper");
    await press(page, "Giấy này là gì?");
    await see("explain");
    await write(page, "có rồi");
    await seeReply(page, "paper");
    await press(page, "Chưa có");
    await see("province");
    await press(page, "Lạng Sơn");
    await see("summary");
    await press(page, "Kiểm tra trước khi nộp trực tuyến");
    await see("ready");
    for (let point = 0; point < 3; point++) {
      await press(page, "Rồi");
      await page.locator(`.latest[data-kind="ready"]`, { hasText: `${point + 2}/4` }).waitFor();
    }
    await press(page, "Đúng");
    await see("link");
    const link = page.locator(".latest a").first();
    expect(await link.getAttribute("href")).toBe("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-770b-734d-b7fb-5e1995f194f4");
    expect(troubles).toEqual([]);
    await close();
  });
});

describe("the page on real content", () => {
  test("a reload shows where she was, in the language she chose", async () => {
    const { page, close } = await openPage(browser, `${guide.origin}/?start=1_004194--ninh-binh--vi`);
    await seeReply(page, "card");
    await press(page, "Chuẩn bị giấy tờ");
    await seeReply(page, "question");
    await write(page, "English");
    await page.locator(".latest .choice", { hasText: "Several people, by list" }).waitFor();
    await page.locator("#text[placeholder='What do you need to do?']").waitFor();
    await page.reload();
    await page.locator(".latest .choice", { hasText: "Several people, by list" }).waitFor();
    await close();
  });

  test("the printed checklist has her papers, her ticks and the way back, and axe finds nothing", async () => {
    const { page, troubles, close } = await openPage(
      browser,
      `${guide.origin}/checklist?start=1_004194--lang-son--vi&answers=kind.list_citizenship.no&have=list`,
    );
    expect(await violations(page)).toEqual([]);
    expect(await page.locator("li.have").count()).toBe(1);
    expect(await page.locator("li.missing").count()).toBe(1);
    expect(await page.locator("svg").count()).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await close();
  });

  test("no page of the public guide bears the mark of a preview, nor has the words for it", async () => {
    for (const path of ["/", "/?start=1_004194--vi", "/?lang=en", "/checklist?start=1_004194--lang-son--vi", "/checklist?preview=1"]) {
      const body = await (await fetch(guide.origin + path)).text();
      expect([path, /preview|xem thử/i.test(body)]).toEqual([path, false]);
    }
  });
});
