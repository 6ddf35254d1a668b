import { describe, expect, test } from "vitest";
import { pageWords } from "./open-guide.ts";
import { press, seeReply, write } from "./open-page.ts";
import { visiting } from "./visiting.ts";

const here = visiting();
const words = pageWords("vi");
const cards = (): Promise<number> => here.page.locator('[data-kind="card"]').count();
const trouble = (): Promise<string | null> => here.page.locator("#trouble-text").textContent();
const messages = (): string[] => here.guide.script.heard.slice(1).map(({ message }) => message);

describe("a lost network", () => {
  test("is said, the message waits, and goes out by itself once the network is back", async () => {
    await here.page.context().setOffline(true);
    await write(here.page, "làm giấy khai sinh cho con");
    await here.page.locator("#retry").waitFor();
    expect(await trouble()).toBe(words["page.offline"]);
    expect(await here.page.locator(".citizen").getAttribute("data-waiting")).toBe(words["page.waiting"]);
    await here.page.context().setOffline(false);
    await seeReply(here.page, "card");
    expect(await here.page.locator("#retry").isVisible()).toBe(false);
    expect(await trouble()).toBe("");
    expect(await here.page.locator(".citizen").getAttribute("data-waiting")).toBeNull();
    expect(await here.page.locator(".citizen").count()).toBe(1);
    expect(messages()).toHaveLength(1);
  });

  test("keeps several messages in order, and a press of the button sends them", async () => {
    await here.page.route("**/api/chat", (route) => route.abort());
    await write(here.page, "đổi bằng lái");
    await here.page.locator("#retry").waitFor();
    await write(here.page, "làm giấy khai sinh cho con");
    await here.page.locator("#menu").click();
    await here.page.unroute("**/api/chat");
    await here.page.locator("#retry").click();
    await seeReply(here.page, "menu");
    const deeds = here.guide.script.heard.slice(1).map(({ event }) => event.did);
    expect(deeds).toEqual(["wrote", "wrote", "chose"]);
    expect(await here.page.locator("[data-kind]").evaluateAll((all) => all.map((one) => one.getAttribute("data-kind")))).toEqual([
      "welcome",
      "unknown",
      "card",
      "menu",
    ]);
  });

  test("that swallows the answer leads to the same message id again, and to one reply", async () => {
    let lost = 0;
    await here.page.route("**/api/chat", async (route) => {
      await route.fetch();
      lost += 1;
      await (lost === 1 ? route.abort() : route.continue());
    });
    await write(here.page, "làm giấy khai sinh cho con");
    await here.page.locator("#retry").click();
    await seeReply(here.page, "card");
    expect(messages().length).toBeGreaterThan(1);
    expect(new Set(messages()).size).toBe(1);
    expect(await cards()).toBe(1);
    expect(await here.page.locator(".citizen").count()).toBe(1);
  });

  test("when the page is opened is no dead end either", async () => {
    await here.page.route("**/api/chat", (route) => route.abort());
    await here.page.reload();
    await here.page.locator("#retry").waitFor();
    await here.page.unroute("**/api/chat");
    await here.page.locator("#retry").click();
    await seeReply(here.page, "welcome");
  });
});

describe("a server in trouble", () => {
  test("that is busy is asked again with the same message", async () => {
    here.guide.script.trouble = new Error("the store is away");
    await write(here.page, "làm giấy khai sinh cho con");
    await here.page.locator("#retry").waitFor();
    expect(await trouble()).toBe(words["page.busy"]);
    here.guide.script.trouble = undefined;
    await here.page.locator("#retry").click();
    await seeReply(here.page, "card");
    expect(new Set(messages()).size).toBe(1);
    expect(await cards()).toBe(1);
  });

  test("that made a mistake says so, later messages go on, and the button tries the old one again", async () => {
    here.guide.script.trouble = new TypeError("a mistake of ours");
    await write(here.page, "làm giấy khai sinh cho con");
    await here.page.locator(".trouble-said").waitFor();
    expect(await here.page.locator(".trouble-said").textContent()).toContain(words["page.failed"]);
    here.guide.script.trouble = undefined;
    await here.page.locator("#menu").click();
    await seeReply(here.page, "menu");
    await here.page.locator(".trouble-said .choice").click();
    await seeReply(here.page, "card");
    const [failed, , again] = messages();
    expect(again).toBe(failed);
  });

  test("that refuses a message gets a kind sentence and no second try", async () => {
    await here.page.route(
      "**/api/chat",
      (route) => route.fulfill({ status: 400, contentType: "application/problem+json", body: '{"status":400}' }),
      { times: 1 },
    );
    await write(here.page, "làm giấy khai sinh cho con");
    await here.page.locator(".trouble-said").waitFor();
    expect(await here.page.locator(".trouble-said").textContent()).toContain(words["page.refused"]);
    expect(await here.page.locator(".trouble-said .choice").count()).toBe(0);
    await write(here.page, "khai sinh");
    await seeReply(here.page, "card");
    expect(messages()).toHaveLength(1);
  });

  test("that is slow shows that the guide is writing, and she can write on meanwhile", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    here.guide.script.hold = promise;
    expect(await here.page.locator("#typing").isVisible()).toBe(false);
    await write(here.page, "làm giấy khai sinh cho con");
    await here.page.locator("#typing").waitFor();
    await write(here.page, "đổi bằng lái");
    expect(await here.page.locator(".citizen").count()).toBe(2);
    expect(messages()).toHaveLength(1);
    resolve();
    await seeReply(here.page, "unknown");
    await here.page.locator("#typing").waitFor({ state: "hidden" });
    expect(messages()).toHaveLength(2);
  });
});

describe("what is announced", () => {
  const watch = `{ window.announced = []; window.touched = 0; new MutationObserver((changes) => { for (const { type, addedNodes, removedNodes } of changes) {
    if (type === "characterData" || removedNodes.length > 0) window.touched += 1; for (const node of addedNodes) window.announced.push(node.textContent); } })
    .observe(document.getElementById("log"), { childList: true, characterData: true, subtree: true }); }`;

  test("is the new messages only, politely, each with who said it", async () => {
    const log = here.page.getByRole("log", { name: String(words["page.log"]) });
    expect(await log.getAttribute("aria-live")).toBe("polite");
    expect(await log.getAttribute("aria-relevant")).toBe("additions");
    await here.page.evaluate(watch);
    await write(here.page, "khai sinh");
    await seeReply(here.page, "card");
    await press(here.page, "Chuẩn bị giấy tờ cùng tôi");
    await seeReply(here.page, "question");
    const announced = await here.page.evaluate<string[]>("window.announced");
    expect(announced).toHaveLength(4);
    expect(announced[0]).toBe("Bạn: khai sinh");
    expect(announced[1]).toMatch(/^Một Cửa: Thủ tục đăng ký khai sinh/);
    expect(announced[2]).toBe("Bạn: Chuẩn bị giấy tờ cùng tôi");
    expect(announced[3]).toMatch(/^Một Cửa: Cháu sinh ở đâu\?/);
    expect(await here.page.evaluate("window.touched")).toBe(0);
  });

  test("a wait and a changed language touch no message that was read", async () => {
    await here.page.evaluate(watch);
    await here.page.context().setOffline(true);
    await here.page.locator("#language").click();
    await here.page.locator("#retry").waitFor();
    await here.page.context().setOffline(false);
    await here.page.locator(".said.guide[lang=en]").waitFor();
    expect(await here.page.evaluate("window.announced.length")).toBe(2);
    expect(await here.page.evaluate("window.touched")).toBe(0);
  });
});

describe("what the page weighs", () => {
  test("everything a first visit loads is less than 100 kB and comes from one host", async () => {
    await here.visitAt("/?start=1_001193");
    await seeReply(here.page, "card");
    const loaded = await here.page.evaluate<{ name: string; decodedBodySize: number }[]>(
      'performance.getEntries().filter(({ entryType }) => ["navigation", "resource"].includes(entryType)).map((entry) => entry.toJSON())',
    );
    expect(loaded.length).toBeGreaterThan(10);
    expect(loaded.filter(({ name }) => !name.startsWith(here.guide.origin))).toEqual([]);
    const weight = loaded.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
    expect(weight).toBeGreaterThan(10_000);
    expect(weight).toBeLessThan(100_000);
  });
});
