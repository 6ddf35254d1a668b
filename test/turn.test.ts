import { describe, expect, test } from "vitest";
import type { Deed } from "../src/dialogue/event.ts";
import { openEmbedded } from "../src/sessions/embedded.ts";
import type { SessionStore } from "../src/sessions/store.ts";
import { openTurn, type Told } from "../src/turn.ts";
import { knowledge, wording } from "./knowledge.ts";

const at = Date.parse("2026-11-22T02:00:00Z");

function open(): { store: SessionStore; say: (message: string, deed: Deed) => ReturnType<ReturnType<typeof openTurn>> } {
  const store = openEmbedded({ path: ":memory:", days: 30 });
  const turn = openTurn({ store, knowledge: () => knowledge, wording });
  return { store, say: (message, deed) => turn({ citizen: "web:test", message, event: { ...deed, at } }) };
}

const stored = async (store: SessionStore) => JSON.parse((await store.recall("web:test"))?.text ?? "{}");

describe("one turn", () => {
  test("two messages at once are both remembered", async () => {
    const { store, say } = open();
    await say("1", { did: "chose", choice: "begin:1.004194" });
    await Promise.all([
      say("2", { did: "chose", choice: "begin:1.003197" }),
      say("3", { did: "chose", choice: "begin:1.001193" }),
      say("4", { did: "chose", choice: "province:lang-son" }),
    ]);
    const { session } = await stored(store);
    expect(session.checklists.map(({ code }: { code: string }) => code).sort()).toEqual(["1.001193", "1.003197", "1.004194"]);
    expect(session.province).toBe("lang-son");
  });

  test("the same message twice, even at once, gets the same replies and changes nothing", async () => {
    const { store, say } = open();
    const deed: Deed = { did: "chose", choice: "begin:1.004194" };
    const [first, second] = await Promise.all([say("1", deed), say("1", deed)]);
    expect(second).toEqual(first);
    expect((await store.recall("web:test"))?.revision).toBe(1);
  });

  test("a message delivered again after many others shows where she is and changes nothing", async () => {
    const { store, say } = open();
    await say("first", { did: "chose", choice: "begin:1.004194" });
    for (let n = 0; n < 10; n++) await say(`m${n}`, { did: "chose", choice: "begin:1.003197" });
    const before = await store.recall("web:test");
    expect((await say("first", { did: "chose", choice: "begin:1.004194" })).at(-1)?.procedure).toBe("1.003197");
    expect(await store.recall("web:test")).toEqual(before);
  });

  test.each([
    "not json",
    "{}",
    "[]",
    '{"session":{"version":99,"checklists":[{"code":"1.004194","answers":{},"papers":{"ct01":"have"},"touched":1},"broken"]}}',
  ])("a stored session that is broken or from another version (%s) is mended, not thrown away", async (text) => {
    const { store, say } = open();
    await store.remember("web:test", text, 0);
    expect((await say("1", { did: "opened" })).length).toBeGreaterThan(0);
    const { session } = await stored(store);
    expect(session.checklists).toHaveLength(text.includes("1.004194") ? 1 : 0);
  });

  test("numbers of hers reach neither the store nor the replies", async () => {
    const { store, say } = open();
    const replies = await say("1", {
      did: "wrote",
      text: "căn cước 036201001234, điện thoại 0912.345.678, thẻ 4111 1111 1111 1111, thư lan@example.com bị mất",
    });
    const kept = (await store.recall("web:test"))?.text ?? "";
    for (const number of ["036201001234", "0912", "4111", "lan@"]) {
      expect(kept).not.toContain(number);
      expect(JSON.stringify(replies)).not.toContain(number);
    }
    expect(replies[0]?.kind).toBe("private");
  });

  test("her phone's language counts until she writes Vietnamese or chooses one herself", async () => {
    const store = openEmbedded({ path: ":memory:", days: 30 });
    const turn = openTurn({ store, knowledge: () => knowledge, wording });
    const say = async (message: string, deed: Deed) =>
      (await turn({ citizen: "telegram:1", message, event: { ...deed, at, hint: "en" } })).at(-1)?.choices.map(({ label }) => label);
    expect(await say("1", { did: "chose", choice: "card:1.004194" })).toContain("Prepare the papers");
    expect(await say("2", { did: "wrote", text: "đăng ký tạm trú" })).toContain("Chuẩn bị giấy tờ");
    expect(await say("3", { did: "chose", choice: "card:1.004194" })).toContain("Chuẩn bị giấy tờ");
    expect(await say("4", { did: "chose", choice: "language:en" })).toContain("Prepare the papers");
    expect(await say("5", { did: "wrote", text: "đăng ký tạm trú" })).toContain("Prepare the papers");
  });

  test("/forget leaves nothing stored", async () => {
    const { store, say } = open();
    await say("1", { did: "chose", choice: "begin:1.004194" });
    await say("2", { did: "wrote", text: "/forget" });
    expect(await store.recall("web:test")).toBeUndefined();
  });

  test("a text of 100 kB is read as far as its first 500 characters", async () => {
    const { store, say } = open();
    await say("1", { did: "wrote", text: `làm giấy khai sinh cho con ${"x".repeat(100_000)}` });
    expect((await store.recall("web:test"))?.text.length).toBeLessThan(20_000);
  });
});

describe("what becomes of her questions", () => {
  const unknown = "xin cái triện đỏ bản phô tô";
  const listed = "làm cà vẹt xe";

  function listen(): { told: Told[]; store: SessionStore; say: (message: string, deed: Deed) => Promise<unknown> } {
    const told: Told[] = [];
    const store = openEmbedded({ path: ":memory:", days: 30 });
    const turn = openTurn({ store, knowledge: () => knowledge, wording, tellFate: (one) => told.push(one) });
    return { told, store, say: (message, deed) => turn({ citizen: "web:test", message, event: { ...deed, at } }) };
  }

  test("one that finds nothing is told with her words, and the second delivery of it is not", async () => {
    const { told, say } = listen();
    await say("1", { did: "wrote", text: unknown });
    await say("1", { did: "wrote", text: unknown });
    expect(told).toEqual([{ fate: { is: "unknown", question: unknown }, at, ticket: undefined, before: undefined }]);
  });

  test("one that ended in none of these is told by the ticket that the list was given, which says nothing of her", async () => {
    const { told, say, store } = listen();
    await say("1", { did: "wrote", text: listed });
    await say("2", { did: "chose", choice: "provinces" });
    await say("3", { did: "chose", choice: "none" });
    await say("4", { did: "chose", choice: "none" });
    const [offered, none, again] = told;
    expect(told).toHaveLength(3);
    expect(offered).toMatchObject({ fate: { is: "offered", question: listed }, before: undefined });
    expect(offered?.ticket).toMatch(/^[0-9a-f-]{36}$/);
    expect(none).toEqual({ fate: { is: "none" }, at, ticket: undefined, before: offered?.ticket });
    expect(again).toMatchObject({ fate: { is: "none" }, before: undefined });
    expect((await stored(store)).ticket).toBeUndefined();
  });

  test("a question that is answered, and /forget, take the one that waited back", async () => {
    for (const text of ["đăng ký kết hôn", "/forget"]) {
      const { told, say } = listen();
      await say("1", { did: "wrote", text: listed });
      await say("2", { did: "wrote", text });
      expect(told.at(-1)).toMatchObject({ fate: { is: "answered" }, before: told[0]?.ticket });
    }
  });

  test("what she writes while the guide asks her something is no question in vain", async () => {
    const { told, say } = listen();
    await say("1", { did: "chose", choice: "begin:1.004194" });
    await say("2", { did: "wrote", text: unknown });
    await say("3", { did: "wrote", text: unknown });
    expect(told).toEqual([]);
  });

  test("without anybody to tell, no ticket is drawn", async () => {
    const { say, store } = open();
    await say("1", { did: "wrote", text: listed });
    expect((await stored(store)).ticket).toBeUndefined();
  });
});
