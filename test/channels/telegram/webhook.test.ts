import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Turn } from "../../../src/turn.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { publicUrl } from "../channel-contract.ts";
import type { BotApi } from "./bot-api/bot-api.ts";
import { payload } from "./payloads.ts";
import { type Served, scripted, sentence, serve, until } from "./serve.ts";

const chat = 42;
const secretHeader = "x-telegram-bot-api-secret-token";
let served: Served;
afterEach(() => served.close());

async function open(turn: Turn, more: { webhookSecret?: string; api?: BotApi } = {}): Promise<BotApi> {
  served = await serve({ turn, publicUrl, ...more });
  await until(() => expect(served.api.updates.webhook).toBeDefined());
  return served.api;
}

function reply(text: string, more: Partial<Spoken> = {}): Spoken {
  return { kind: "card", lines: [{ as: "text", text }], choices: [], links: [], ...more };
}

const paper = (at: number): Spoken =>
  reply(`Giấy tờ ${at}`, { kind: "paper", choices: [{ id: "have", label: "Có rồi" }], progress: { at, of: 7 } });

function write(text: string, from = chat) {
  const { message } = payload("text");
  return { message: { ...message, text, chat: { ...message?.chat, id: from }, from: { ...message?.from, id: from } } } as never;
}

function press(message: number | undefined, data = "have") {
  const { callback_query } = payload("press");
  return {
    callback_query: { ...callback_query, id: `q${Math.random()}`, data, message: { ...callback_query?.message, message_id: message } },
  } as never;
}

async function delivered(api: BotApi, update: { update_id: number }): Promise<number[]> {
  await until(() => expect(api.updates.delivered).toContainEqual({ update: update.update_id, status: 200 }));
  return api.updates.delivered.filter((one) => one.update === update.update_id).map(({ status }) => status);
}

function post(body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${served.address}/telegram/webhook`, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
}

describe("Telegram by webhook: what Telegram is told", () => {
  test("the address, a secret made from the token, and the kinds of updates we read", async () => {
    const api = await open(scripted(() => []));
    const secret = createHash("sha256").update(api.token).digest("hex");
    expect(api.called("setWebhook").map(({ parameters }) => parameters)).toEqual([
      { url: `${publicUrl}/telegram/webhook`, secret_token: secret, allowed_updates: ["message", "callback_query", "my_chat_member"] },
    ]);
  });

  test("the secret of the settings, when there is one", async () => {
    const api = await open(
      scripted(() => []),
      { webhookSecret: "a_secret-1" },
    );
    expect(api.updates.webhook?.secret).toBe("a_secret-1");
  });

  test("the commands in Vietnamese, and in English for everyone else", async () => {
    const api = await open(scripted(() => []));
    await until(() => expect(api.called("setMyCommands")).toHaveLength(2));
    const names = ["start", "help", "list", "language", "province", "forget"];
    for (const [at, language] of (["en", "vi"] as const).entries()) {
      const { parameters, refusal } = api.called("setMyCommands")[at] ?? {};
      expect(refusal).toBeUndefined();
      expect(parameters?.["language_code"]).toBe(language === "vi" ? "vi" : undefined);
      expect(parameters?.["commands"]).toEqual(
        names.map((command) => ({ command, description: sentence(`telegram.command.${command}`, language) })),
      );
    }
  });
});

describe("Telegram by webhook: a conversation", () => {
  test("a question is answered in its chat", async () => {
    const turn = scripted(({ event }) => [reply(event.did === "wrote" ? `Bạn hỏi: ${event.text}` : "")]);
    const api = await open(turn);
    expect(await delivered(api, api.happen(write("mat can cuoc")))).toEqual([200]);
    expect(api.chats.shown(chat).map(({ text }) => text)).toEqual(["Bạn hỏi: mat can cuoc"]);
    expect(turn.heard).toMatchObject([{ citizen: "telegram:42", event: { did: "wrote", hint: "vi" } }]);
  });

  test("a press on a step turns the page in place, and its spinner stops", async () => {
    let at = 2;
    const api = await open(scripted(() => [paper(++at)]));
    await delivered(api, api.happen(write("bắt đầu")));
    const [shown] = api.chats.shown(chat);
    await delivered(api, api.happen(press(shown?.id)));
    await delivered(api, api.happen(press(shown?.id)));
    expect(api.chats.shown(chat)).toMatchObject([{ text: expect.stringContaining("5/7"), edits: 2 }]);
    expect(api.called("answerCallbackQuery").map(({ refusal }) => refusal)).toEqual([undefined, undefined]);
  });

  test.each([
    ["the page does not change", "same"],
    ["the message is too old to be edited", "sealed"],
    ["she deleted the message", "gone"],
  ])("a press whose edit Telegram refuses is answered all the same: %s", async (_name, how) => {
    let at = 2;
    const api = await open(scripted(() => [paper(how === "same" ? 3 : ++at)]));
    await delivered(api, api.happen(write("bắt đầu")));
    const [shown] = api.chats.shown(chat);
    if (how === "sealed") api.chats.sealed.add(shown?.id ?? 0);
    if (how === "gone") api.failNext("editMessageText", { error_code: 400, description: "Bad Request: message to edit not found" });
    expect(await delivered(api, api.happen(press(shown?.id)))).toEqual([200]);
    expect(api.called("editMessageText")[0]?.refusal?.error_code).toBe(400);
    expect(api.chats.shown(chat).map(({ text }) => text.slice(0, 3))).toEqual(how === "same" ? ["3/7"] : ["3/7", "4/7"]);
  });

  test("a press on an older message, or one that is answered by something else than a step, gets a new message", async () => {
    const answers = [[paper(1)], [paper(2)], [paper(3)], [reply("Tóm tắt", { kind: "summary" })], [paper(4), reply("Thêm")]];
    const api = await open(scripted(() => answers.shift() ?? []));
    await delivered(api, api.happen(write("một")));
    await delivered(api, api.happen(write("hai")));
    const [first] = api.chats.shown(chat);
    await delivered(api, api.happen(press(first?.id)));
    await delivered(api, api.happen(press(api.chats.shown(chat).at(-1)?.id)));
    await delivered(api, api.happen(press(api.chats.shown(chat).at(-1)?.id)));
    expect(api.called("editMessageText")).toEqual([]);
    expect(api.chats.shown(chat).map(({ text }) => text.split("\n").at(-1))).toEqual([
      "Giấy tờ 1",
      "Giấy tờ 2",
      "Giấy tờ 3",
      "Tóm tắt",
      "Giấy tờ 4",
      "Thêm",
    ]);
  });

  test("one chat is answered in order and does not wait for another", async () => {
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const turn = scripted(async ({ event }) => {
      if (event.did === "wrote" && event.text === "first") await held;
      return [reply(event.did === "wrote" ? event.text : "")];
    });
    const api = await open(turn);
    api.happen(write("first", 1));
    const second = api.happen(write("second", 1));
    await delivered(api, api.happen(write("other", 2)));
    expect(api.chats.shown(1)).toEqual([]);
    letGo();
    await delivered(api, second);
    expect(api.chats.shown(1).map(({ text }) => text)).toEqual(["first", "second"]);
  });

  test("an update that is delivered twice is answered once", async () => {
    const turn = scripted(() => [reply("Chào bạn")]);
    const api = await open(turn);
    const update = api.happen(write("xin chào"));
    await delivered(api, update);
    api.deliver(update);
    await until(() => expect(api.updates.delivered).toHaveLength(2));
    expect(api.chats.shown(chat)).toHaveLength(1);
  });

  test("in a group it says that it talks in private, when it is added and when it is called, and keeps quiet otherwise", async () => {
    const turn = scripted(() => [reply("private")]);
    const api = await open(turn);
    for (const name of ["added-to-a-group", "group-talk", "group-photo", "press-in-a-group", "group-start", "removed-from-a-group"]) {
      const { update_id: _, ...update } = payload(name);
      await delivered(api, api.happen(update as never));
    }
    expect(api.chats.shown(-1001987654321).map(({ text }) => text)).toEqual([
      sentence("telegram.group", "vi"),
      sentence("telegram.group", "vi"),
    ]);
    expect(turn.heard).toEqual([]);
    expect(api.called("answerCallbackQuery").map(({ refusal }) => refusal)).toEqual([undefined]);
  });
});

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
    expect(await delivered(api, api.happen(write("khai sinh")))).toEqual([500, 500, 500, 200]);
    expect(api.chats.shown(chat).map(({ text }) => text)).toEqual(["Đây rồi"]);
    expect(new Set(turn.heard.map(({ message }) => message)).size).toBe(1);
  });

  test("an update that fails for ever is set aside: she is told in one sentence, and the next one is answered", async () => {
    const turn = scripted(({ event }) => {
      if (event.did === "wrote" && event.text === "poison") throw new Error("out of reach");
      return [reply("Chào bạn")];
    });
    const api = await open(turn);
    expect(await delivered(api, api.happen(write("poison")))).toEqual([500, 500, 500, 500, 200]);
    expect(await delivered(api, api.happen(write("xin chào")))).toEqual([200]);
    expect(api.chats.shown(chat).map(({ text }) => text)).toEqual([sentence("trouble.later", "vi"), "Chào bạn"]);
  });

  test("a mistake of our own is not tried again, and the spinner stops all the same", async () => {
    const api = await open(
      scripted(() => {
        throw new TypeError("x is undefined");
      }),
    );
    expect(await delivered(api, api.happen(press(345)))).toEqual([200]);
    expect(api.chats.shown(chat).map(({ text }) => text)).toEqual([sentence("trouble.later", "vi")]);
    expect(api.called("answerCallbackQuery")).toHaveLength(1);
  });

  test("an answer of which only half got through is completed, not repeated", async () => {
    const api = await open(scripted(() => [reply("một"), reply("hai"), reply("ba")]));
    api.failNext("sendMessage", { error_code: 429, description: "Too Many Requests: retry after 31", parameters: { retry_after: 31 } }, 1);
    expect(await delivered(api, api.happen(write("hỏi")))).toEqual([500, 200]);
    expect(api.chats.shown(chat).map(({ text }) => text)).toEqual(["một", "hai", "ba"]);
  });

  test("a short flood limit is waited out", async () => {
    const api = await open(scripted(() => [reply("một")]));
    api.failNext("sendMessage", { error_code: 429, description: "Too Many Requests: retry after 1", parameters: { retry_after: 1 } });
    expect(await delivered(api, api.happen(write("hỏi")))).toEqual([200]);
    expect(api.chats.shown(chat).map(({ text }) => text)).toEqual(["một"]);
  });

  test("somebody who blocked the bot is let go without further tries", async () => {
    const api = await open(scripted(() => [reply("một"), reply("hai")]));
    api.chats.blocked.add(chat);
    expect(await delivered(api, api.happen(write("hỏi")))).toEqual([200]);
    expect(api.called("sendMessage")).toHaveLength(1);
  });

  test("the log names no token, no text and no citizen", async () => {
    const turn = scripted(({ event }) => {
      if (event.did === "wrote" && event.text.includes("secret words")) throw new Error("out of reach");
      return [reply("private answer")];
    });
    const api = await open(turn);
    api.failNext("sendMessage", { error_code: 400, description: "Bad Request: chat not found" });
    await delivered(api, api.happen(write("hello there", 987654)));
    await delivered(api, api.happen(write("secret words", 987654)));
    const all = served.logged.join("");
    expect(all).toContain("chat not found");
    for (const hidden of [api.token, "secret words", "hello there", "private answer", "987654", "hoa_nguyen"])
      expect(all).not.toContain(hidden);
  });
});
