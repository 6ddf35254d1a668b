import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { Turn } from "../../../src/turn.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { publicUrl } from "../channel-contract.ts";
import type { BotApi } from "./bot-api/bot-api.ts";
import { chat, delivered, pressesOn, reply, texts, writes } from "./citizen.ts";
import { payload } from "./payloads.ts";
import { type Served, scripted, sentence, serve, until } from "./serve.ts";

let served: Served;
afterEach(() => served.close());

async function open(turn: Turn, more: { webhookSecret?: string } = {}): Promise<BotApi> {
  served = await serve({ turn, publicUrl, ...more });
  await until(() => expect(served.api.updates.webhook).toBeDefined());
  return served.api;
}

const paper = (at: number): Spoken =>
  reply(`Giấy tờ ${at}`, { kind: "paper", choices: [{ id: "have", label: "Có rồi" }], progress: { at, of: 7 } });

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
    expect(await delivered(api, api.happen(writes("mat can cuoc")))).toEqual([200]);
    expect(texts(api)).toEqual(["Bạn hỏi: mat can cuoc"]);
    expect(turn.heard).toMatchObject([{ citizen: "telegram:42", event: { did: "wrote", hint: "vi" } }]);
  });

  test("a press on a step turns the page in place, and its spinner stops", async () => {
    let at = 2;
    const api = await open(scripted(() => [paper(++at)]));
    await delivered(api, api.happen(writes("bắt đầu")));
    const [shown] = api.chats.shown(chat);
    await delivered(api, api.happen(pressesOn(shown?.id)));
    await delivered(api, api.happen(pressesOn(shown?.id)));
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
    await delivered(api, api.happen(writes("bắt đầu")));
    const [shown] = api.chats.shown(chat);
    if (how === "sealed") api.chats.sealed.add(shown?.id ?? 0);
    if (how === "gone") api.failNext("editMessageText", { error_code: 400, description: "Bad Request: message to edit not found" });
    expect(await delivered(api, api.happen(pressesOn(shown?.id)))).toEqual([200]);
    expect(api.called("editMessageText")[0]?.refusal?.error_code).toBe(400);
    expect(api.chats.shown(chat).map(({ text }) => text.slice(0, 3))).toEqual(how === "same" ? ["3/7"] : ["3/7", "4/7"]);
  });

  test("a press on an older message, or one that is answered by something else than a step, gets a new message", async () => {
    const answers = [[paper(1)], [paper(2)], [paper(3)], [reply("Tóm tắt", { kind: "summary" })], [paper(4), reply("Thêm")]];
    const api = await open(scripted(() => answers.shift() ?? []));
    await delivered(api, api.happen(writes("một")));
    await delivered(api, api.happen(writes("hai")));
    const [first] = api.chats.shown(chat);
    await delivered(api, api.happen(pressesOn(first?.id)));
    await delivered(api, api.happen(pressesOn(api.chats.shown(chat).at(-1)?.id)));
    await delivered(api, api.happen(pressesOn(api.chats.shown(chat).at(-1)?.id)));
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
    api.happen(writes("first", 1));
    const second = api.happen(writes("second", 1));
    await delivered(api, api.happen(writes("other", 2)));
    expect(api.chats.shown(1)).toEqual([]);
    letGo();
    await delivered(api, second);
    expect(texts(api, 1)).toEqual(["first", "second"]);
  });

  test("an update that is delivered twice is answered once", async () => {
    const turn = scripted(() => [reply("Chào bạn")]);
    const api = await open(turn);
    const update = api.happen(writes("xin chào"));
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
