import { describe, expect, test } from "vitest";
import { pageWords } from "./open-guide.ts";
import { press, seeReply, write } from "./open-page.ts";
import { visiting } from "./visiting.ts";

const here = visiting();
const deeds = (): object[] => here.guide.script.heard.map(({ event: { at: _at, language: _language, ...deed } }) => deed);

describe("languages", () => {
  test("the whole page changes to English, stays so after a reload, and new messages say which language they are in", async () => {
    await seeReply(here.page, "welcome");
    await here.page.locator("#language").click();
    await here.page.locator(".said[lang=en].guide").last().waitFor();
    const english = pageWords("en");
    expect(deeds().at(-1)).toEqual({ did: "chose", choice: "language:en" });
    expect(await here.page.locator("#text").getAttribute("placeholder")).toBe(english["page.placeholder"]);
    expect(await here.page.title()).toBe(english["page.title"]);
    expect(await here.page.locator("#language").textContent()).toBe("Tiếng Việt");
    expect(await here.page.locator(".guide").first().getAttribute("lang")).toBe("vi");
    await here.page.reload();
    await here.page.locator('html[lang="en"] .guide').waitFor();
    expect(await here.page.locator("#privacy").textContent()).toBe(english["page.privacy"]);
  });
});

describe("coming and going", () => {
  test("a start link starts once; a reload shows where she is, in the same conversation", async () => {
    await seeReply(here.page, "welcome");
    here.guide.script.heard.length = 0;
    await here.visitAt("/?start=1_001193--ninh-binh--vi");
    await seeReply(here.page, "card");
    expect(here.page.url()).toBe(`${here.guide.origin}/`);
    await here.page.reload();
    await seeReply(here.page, "welcome");
    expect(deeds()).toEqual([{ did: "started", start: "1_001193--ninh-binh--vi" }, { did: "opened" }]);
    expect(new Set(here.guide.script.heard.map(({ citizen }) => citizen)).size).toBe(1);
  });

  test("the conversation's id is 128 random bits, another one for every browser", async () => {
    await seeReply(here.page, "welcome");
    const first = here.sent[0]?.["conversation"];
    expect(first).toMatch(/^[A-Za-z0-9_-]{22}$/);
    await here.visitAt("/");
    await seeReply(here.page, "welcome");
    expect(here.sent[0]?.["conversation"]).not.toBe(first);
  });

  test("a conversation's id that was broken in the browser is made anew", async () => {
    await seeReply(here.page, "welcome");
    await here.page.evaluate('localStorage.setItem("motcua.conversation", "<broken>")');
    await here.page.reload();
    await seeReply(here.page, "welcome");
    expect(here.sent.at(-1)?.["conversation"]).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  test("where the browser keeps nothing, the page works as long as it is open", async () => {
    await here.visitAt("/healthz");
    await here.page.addInitScript(
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } })',
    );
    await here.page.goto(here.guide.origin);
    await seeReply(here.page, "welcome");
    await write(here.page, "khai sinh");
    await seeReply(here.page, "card");
    expect(new Set(here.sent.map(({ conversation }) => conversation)).size).toBe(1);
  });

  test("after she had herself forgotten, a new conversation begins in the language she chose", async () => {
    await seeReply(here.page, "welcome");
    await here.page.locator("#language").click();
    await here.page.locator(".said[lang=en].guide").waitFor();
    await here.page.locator("#menu").click();
    await seeReply(here.page, "menu");
    await press(here.page, "Xóa mọi điều");
    await seeReply(here.page, "forgotten");
    await write(here.page, "khai sinh");
    await seeReply(here.page, "card");
    await write(here.page, "khai sinh");
    await here.page.locator('[data-kind="card"]').nth(1).waitFor();
    const [before, after, later] = here.guide.script.heard.slice(-3);
    expect(after?.citizen).not.toBe(before?.citizen);
    expect(later?.citizen).toBe(after?.citizen);
    expect([before?.event.language, after?.event.language, later?.event.language]).toEqual([undefined, "en", undefined]);
  });
});
