import { describe, expect, test } from "vitest";
import { pageWords } from "./open-guide.ts";
import { press, seeReply, write } from "./open-page.ts";
import { visiting } from "./visiting.ts";

const here = visiting();
const words = pageWords("vi");
const focused = (): Promise<string> => here.page.evaluate<string>("document.activeElement.id || document.activeElement.textContent.trim()");
const deeds = (): object[] => here.guide.script.heard.map(({ event: { at: _at, language: _language, ...deed } }) => deed);

describe("writing", () => {
  test("the field has the focus from the beginning, Enter sends and the focus stays", async () => {
    await seeReply(here.page, "welcome");
    expect(await focused()).toBe("text");
    await here.page.keyboard.type("làm giấy khai sinh cho con");
    await here.page.keyboard.press("Enter");
    await seeReply(here.page, "card");
    expect(await focused()).toBe("text");
    expect(await here.page.locator("#text").inputValue()).toBe("");
    expect(deeds()).toEqual([{ did: "opened" }, { did: "wrote", text: "làm giấy khai sinh cho con" }]);
  });

  test("Shift+Enter begins a new line and the field grows", async () => {
    const before = (await here.page.locator("#text").boundingBox())?.height ?? 0;
    await here.page.keyboard.type("khai sinh");
    await here.page.keyboard.press("Shift+Enter");
    await here.page.keyboard.type("cho con tôi");
    expect((await here.page.locator("#text").boundingBox())?.height).toBeGreaterThan(before);
    await here.page.keyboard.press("Enter");
    await seeReply(here.page, "card");
    expect(deeds().at(-1)).toEqual({ did: "wrote", text: "khai sinh\ncho con tôi" });
    expect((await here.page.locator("#text").boundingBox())?.height).toBe(before);
  });

  test("the Enter that finishes a word in a Vietnamese input method sends nothing", async () => {
    await seeReply(here.page, "welcome");
    await here.page.locator("#text").fill("khai sinh");
    await here.page.locator("#text").dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true });
    expect(await here.page.locator("#text").inputValue()).toBe("khai sinh");
    await here.page.locator("#text").press("Enter");
    await seeReply(here.page, "card");
    expect(deeds()).toHaveLength(2);
  });

  test("white space alone sends nothing, and a text of 100 kB is answered", async () => {
    await seeReply(here.page, "welcome");
    await write(here.page, " \n ");
    await write(here.page, "khai sinh ".repeat(10_000));
    await seeReply(here.page, "card");
    expect(deeds()).toHaveLength(2);
  });

  test("what she wrote is shown as she wrote it, never as markup", async () => {
    await write(here.page, "<img src=x onerror=alert(1)> khai sinh");
    await seeReply(here.page, "card");
    expect(await here.page.locator(".citizen .bubble").textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(await here.page.locator(".log img").count()).toBe(0);
  });
});

describe("choosing", () => {
  test("a whole path by keyboard alone, from the question to the filing page", async () => {
    await seeReply(here.page, "welcome");
    await here.page.keyboard.type("khai sinh");
    await here.page.keyboard.press("Enter");
    await seeReply(here.page, "card");
    const path = [
      ["Chuẩn bị giấy tờ cùng tôi", "question"],
      ["Ở bệnh viện, trạm y tế, nhà hộ sinh", "paper"],
      ["Đã có", "paper"],
      ["Đã có", "summary"],
      ["Tôi nộp trực tuyến được chưa?", "ready"],
      ["Tôi đã sẵn sàng", "link"],
    ] as const;
    for (const [label, kind] of path) {
      const replies = await here.page.locator(".guide").count();
      await tabTo(`[...document.querySelectorAll(".latest .choice")].find((button) => button.textContent === ${JSON.stringify(label)})`);
      await here.page.keyboard.press("Enter");
      await here.page.locator(".guide").nth(replies).waitFor();
      await seeReply(here.page, kind);
    }
    await tabTo('document.querySelector(".latest .link")');
    const link = here.page.locator(".latest .link").first();
    expect(await link.getAttribute("href")).toMatch(/^https:\/\/dichvucong\.gov\.vn\//);
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("rel")).toContain("noopener");
  });

  test("the first stop of the Tab key leads past everything to the field", async () => {
    await seeReply(here.page, "welcome");
    await here.page.locator("h1").click();
    await here.page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe(words["page.skip"]);
    expect((await here.page.locator(".skip").boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await here.page.keyboard.press("Enter");
    expect(await focused()).toBe("text");
  });

  test("a choice is shown as her own words and its id is sent", async () => {
    await seeReply(here.page, "welcome");
    await press(here.page, "Con mới sinh");
    await seeReply(here.page, "card");
    expect(await here.page.locator(".citizen .bubble").last().textContent()).toContain("Con mới sinh");
    expect(deeds().at(-1)).toEqual({ did: "chose", choice: "go:1.001193" });
  });

  test("a double press is one choice", async () => {
    await seeReply(here.page, "welcome");
    const { promise, resolve } = Promise.withResolvers<void>();
    here.guide.script.hold = promise;
    await here.page.locator(".latest .choice", { hasText: "Con mới sinh" }).dblclick();
    resolve();
    await seeReply(here.page, "card");
    expect(deeds()).toEqual([{ did: "opened" }, { did: "chose", choice: "go:1.001193" }]);
  });

  test("an old message's choices can still be pressed, and look quieter than the new ones", async () => {
    await seeReply(here.page, "welcome");
    await press(here.page, "Con mới sinh");
    await seeReply(here.page, "card");
    const colour = (choice: string): Promise<string> =>
      here.page.evaluate<string>(`getComputedStyle(document.querySelector('${choice}')).color`);
    expect(await colour('[data-kind="welcome"] .choice')).not.toBe(await colour('[data-kind="card"] .choice'));
    await here.page.locator('[data-kind="welcome"] .choice', { hasText: "Xem các lĩnh vực" }).click();
    await seeReply(here.page, "menu");
  });

  test("the menu is always at hand", async () => {
    await seeReply(here.page, "welcome");
    await here.page.locator("#menu").click();
    await seeReply(here.page, "menu");
    expect(deeds().at(-1)).toEqual({ did: "chose", choice: "menu" });
  });

  test("the checklist to print opens beside the chat", async () => {
    await seeReply(here.page, "welcome");
    await write(here.page, "khai sinh");
    for (const label of ["Chuẩn bị giấy tờ cùng tôi", "Ở bệnh viện"]) await press(here.page, label);
    await seeReply(here.page, "paper");
    await press(here.page, "Đã có");
    await here.page.locator(".latest progress[value='2']").waitFor();
    await press(here.page, "Đã có");
    await seeReply(here.page, "summary");
    const [printed] = await Promise.all([
      here.page.context().waitForEvent("page"),
      here.page.locator(".latest .link", { hasText: "In danh sách" }).click(),
    ]);
    await printed.locator(".qr svg").waitFor();
    expect(await printed.locator("h1").textContent()).toBe("Hồ sơ đăng ký khai sinh");
  });
});

/** Presses Tab, backwards from the field and then forwards, until an element has the focus. */
async function tabTo(element: string): Promise<void> {
  const isThere = `document.activeElement === ${element}`;
  const key = (await focused()) === "text" ? "Shift+Tab" : "Tab";
  for (let step = 0; step < 60; step += 1) {
    if (await here.page.evaluate(isThere)) return;
    await here.page.keyboard.press(key);
  }
  throw new Error(`the Tab key does not reach ${element}`);
}
