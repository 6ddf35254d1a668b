import { afterEach, describe, expect, test } from "vitest";
import type { Turn } from "../../../src/turn.ts";
import { publicUrl } from "../channel-contract.ts";
import type { BotApi } from "./bot-api/bot-api.ts";
import { chat, delivered, pressesOn, reply, texts, writes } from "./citizen.ts";
import { payload } from "./payloads.ts";
import { type Served, scripted, sentence, serve, until } from "./serve.ts";

const secretHeader = "x-telegram-bot-api-secret-token";
let served: Served;
afterEach(() => served.close());

async function open(turn: Turn): Promise<BotApi> {
  served = await serve({ turn, publicUrl });
  await until(() => expect(served.api.updates.webhook).toBeDefined());
  return served.api;
}

function post(body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${served.address}/telegram/webhook`, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
}

describe("Telegram by webhook: trouble", () => {
  test.each([
    ["without a secret", {}],
    ["with a wrong secret", { [secretHeader]: "wrong" }],
    ["with an empty secret", { [secretHeader]: "" }],
  ])("a delivery %s is refused with a problem and changes nothing", async (_name, headers) => {
    const turn = scripted(() => []);
    await open(turn);
    const response = await post(JSON.stringify(payload("text")), headers);
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ title: "Unauthorized", status: 401 });
    expect(turn.heard).toEqual([]);
  });

  test.each([
    ["broken JSON", '{"update_id": 5, '],
    ["no update", "[]"],
    ["a chat that is none", '{"update_id":5,"message":{"text":"x","chat":null}}'],
    ["more than a megabyte", JSON.stringify({ update_id: 5, message: "x".repeat(1_100_000) })],
  ])("a poison delivery is answered 200, so that it does not come again: %s", async (_name, body) => {
    const api = await open(scripted(() => []));
    const response = await post(body, { [secretHeader]: api.updates.webhook?.secret ?? "" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  test("an update comes again until the session store is back, and is then answered once", async () => {
    let tries = 0;
    const turn = scripted(() => {
      if (++tries < 4) throw new Error("connect ECONNREFUSED");
      return [reply("Đây rồi")];
    });
    const api = await open(turn);
    expect(await delivered(api, api.happen(writes("khai sinh")))).toEqual([500, 500, 500, 200]);
    expect(texts(api)).toEqual(["Đây rồi"]);
    expect(new Set(turn.heard.map(({ message }) => message)).size).toBe(1);
  });

  test("an update that fails for ever is set aside: she is told in one sentence, and the next one is answered", async () => {
    const turn = scripted(({ event }) => {
      if (event.did === "wrote" && event.text === "poison") throw new Error("out of reach");
      return [reply("Chào bạn")];
    });
    const api = await open(turn);
    expect(await delivered(api, api.happen(writes("poison")))).toEqual([500, 500, 500, 500, 200]);
    expect(await delivered(api, api.happen(writes("xin chào")))).toEqual([200]);
    expect(texts(api)).toEqual([sentence("trouble.later", "vi"), "Chào bạn"]);
  });

  test("a mistake of our own is not tried again, and the spinner stops all the same", async () => {
    const api = await open(
      scripted(() => {
        throw new TypeError("x is undefined");
      }),
    );
    expect(await delivered(api, api.happen(pressesOn(345)))).toEqual([200]);
    expect(texts(api)).toEqual([sentence("trouble.later", "vi")]);
    expect(api.called("answerCallbackQuery")).toHaveLength(1);
  });

  test("an answer of which only half got through is completed, not repeated", async () => {
    const api = await open(scripted(() => [reply("một"), reply("hai"), reply("ba")]));
    api.failNext("sendMessage", { error_code: 429, description: "Too Many Requests: retry after 31", parameters: { retry_after: 31 } }, 1);
    expect(await delivered(api, api.happen(writes("hỏi")))).toEqual([500, 200]);
    expect(texts(api)).toEqual(["một", "hai", "ba"]);
  });

  test("a short flood limit is waited out", async () => {
    const api = await open(scripted(() => [reply("một")]));
    api.failNext("sendMessage", { error_code: 429, description: "Too Many Requests: retry after 1", parameters: { retry_after: 1 } });
    expect(await delivered(api, api.happen(writes("hỏi")))).toEqual([200]);
    expect(texts(api)).toEqual(["một"]);
  });

  test("somebody who blocked the bot is let go without further tries", async () => {
    const api = await open(scripted(() => [reply("một"), reply("hai")]));
    api.chats.blocked.add(chat);
    expect(await delivered(api, api.happen(writes("hỏi")))).toEqual([200]);
    expect(api.called("sendMessage")).toHaveLength(1);
  });

  test("the log names no token, no text and no citizen", async () => {
    const turn = scripted(({ event }) => {
      if (event.did === "wrote" && event.text.includes("secret words")) throw new Error("out of reach");
      return [reply("private answer")];
    });
    const api = await open(turn);
    api.failNext("sendMessage", { error_code: 400, description: "Bad Request: chat not found" });
    await delivered(api, api.happen(writes("hello there", 987654)));
    await delivered(api, api.happen(writes("secret words", 987654)));
    const all = served.logged.join("");
    expect(all).toContain("chat not found");
    for (const hidden of [api.token, "secret words", "hello there", "private answer", "987654", "hoa_nguyen"])
      expect(all).not.toContain(hidden);
  });
});
