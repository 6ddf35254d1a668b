import { afterEach, describe, expect, test } from "vitest";
import type { Turn } from "../../../src/turn.ts";
import { BotApi } from "./bot-api/bot-api.ts";
import { chat, pressesOn, reply, texts, writes } from "./citizen.ts";
import { payload } from "./payloads.ts";
import { type Served, scripted, sentence, serve, until } from "./serve.ts";

const opened: Served[] = [];
afterEach(async () => {
  for (const served of opened.splice(0)) await served.close();
});

async function open(turn: Turn, more: { api?: BotApi; token?: string; apiRoot?: string } = {}): Promise<Served> {
  const served = await serve({ turn, ...more });
  opened.push(served);
  return served;
}

const echo = () => scripted(({ event }) => [reply(event.did === "wrote" ? event.text : event.did)]);

describe("Telegram by polling", () => {
  test("takes an old webhook away, then answers, presses included", async () => {
    const { api } = await open(
      scripted(({ event }) => [
        reply(event.did === "chose" ? `đã chọn ${event.choice}` : "chào", { choices: [{ id: "menu", label: "Menu" }] }),
      ]),
    );
    expect(api.updates.webhook).toBeUndefined();
    api.happen(writes("xin chào"));
    await until(() => expect(texts(api)).toEqual(["chào"]));
    api.happen(pressesOn(api.chats.shown(chat)[0]?.id, "menu"));
    await until(() => expect(texts(api)).toEqual(["chào", "đã chọn menu"]));
    expect(api.called("deleteWebhook").length).toBeGreaterThan(0);
    expect(api.called("answerCallbackQuery").map(({ refusal }) => refusal)).toEqual([undefined]);
    expect(api.called("getMe")).toEqual([]);
  });

  test("answers thirty messages of three chats in the order of each chat, and confirms them", async () => {
    const turn = echo();
    const { api } = await open(turn);
    for (let at = 0; at < 30; at++) api.happen(writes(`câu ${at}`, 1 + (at % 3)));
    await until(() => expect([1, 2, 3].flatMap((of) => texts(api, of))).toHaveLength(30));
    for (const of of [1, 2, 3]) expect(texts(api, of)).toEqual(Array.from({ length: 10 }, (_, at) => `câu ${of - 1 + at * 3}`));
    await until(() => expect(api.updates.unconfirmed).toEqual([]));
    expect(new Set(turn.heard.map(({ message }) => message)).size).toBe(30);
  });

  test("answers what was written while it was away, in order", async () => {
    const api = await BotApi.open();
    for (const text of ["một", "hai", "ba"]) api.happen(writes(text));
    await open(echo(), { api });
    await until(() => expect(texts(api)).toEqual(["một", "hai", "ba"]));
  });

  test("tries a message again while the session store is away, and answers once", async () => {
    let tries = 0;
    const turn = scripted(() => {
      if (++tries < 3) throw new Error("connect ECONNREFUSED");
      return [reply("đây rồi")];
    });
    const { api } = await open(turn);
    api.happen(writes("khai sinh"));
    api.happen(writes("phí"));
    await until(() => expect(texts(api)).toEqual(["đây rồi", "đây rồi"]));
    expect(turn.heard).toHaveLength(4);
  });

  test("tries a message again when its answer was lost on the way", async () => {
    const { api, logged } = await open(echo());
    api.loseNext("sendMessage");
    api.happen(writes("khai sinh"));
    await until(() => expect(texts(api)).toEqual(["khai sinh"]));
    expect(api.called("sendMessage")).toHaveLength(2);
    expect(logged.join("")).toContain("Network request for 'sendMessage' failed");
    expect(logged.join("")).not.toContain(api.token);
  });

  test("goes on after a mistake of our own, and after an update it cannot read", async () => {
    const turn = scripted(({ event }) => {
      if (event.did === "wrote" && event.text === "poison") throw new TypeError("x is undefined");
      return [reply("chào")];
    });
    const { api, logged } = await open(turn);
    api.happen(writes("poison"));
    api.deliver({ update_id: 900, message: { text: "no chat" } } as never);
    api.deliver({ ...payload("text"), update_id: 901 });
    await until(() => expect(texts(api)).toEqual([sentence("trouble.later", "vi"), "chào"]));
    expect(logged.join("")).toContain("x is undefined");
  });

  test("starts while Telegram is out of reach, says so in the log, and answers when it is back", async () => {
    const away = await BotApi.open();
    const { port, root } = away;
    await away.close();
    const turn = echo();
    const { logged, channel } = await open(turn, { api: away, apiRoot: root });
    await until(() => expect(logged.join("")).toMatch(/polling failed/));
    const back = await BotApi.open(port);
    back.happen(writes("xin chào"));
    await until(() => expect(texts(back)).toEqual(["xin chào"]));
    expect(logged.join("")).not.toContain(back.token);
    await channel.stop();
    await back.close();
  });

  test("stops at once while Telegram is out of reach", async () => {
    const away = await BotApi.open();
    await away.close();
    const { channel, logged } = await open(echo(), { api: away, apiRoot: "http://127.0.0.1:1" });
    await until(() => expect(logged.length).toBeGreaterThan(0));
    await channel.stop();
  });

  test("a token that Telegram refuses is told in the log and tried again; nothing else stops", async () => {
    const { logged } = await open(echo(), { token: "7000:wrong" });
    await until(() => expect(logged.join("")).toContain("deleteWebhook: 401 Unauthorized"));
  });

  test("two processes with one token: the one that is refused says so and takes over when the other stops", async () => {
    const api = await BotApi.open();
    const [first, second] = [await open(echo(), { api }), await open(echo(), { api })];
    await until(() => expect(first.logged.join("") + second.logged.join("")).toContain("make sure that only one bot instance is running"));
    await first.channel.stop();
    api.happen(writes("còn ai không"));
    await until(() => expect(texts(api)).toEqual(["còn ai không"]));
  });

  test("stopping waits for the turn under way, and fetches nothing any more", async () => {
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const turn = scripted(async () => {
      await held;
      return [reply("xong")];
    });
    const { api, channel } = await open(turn);
    api.happen(writes("chờ nhé"));
    await until(() => expect(turn.heard).toHaveLength(1));
    const stopped = channel.stop();
    expect(texts(api)).toEqual([]);
    letGo();
    await stopped;
    expect(texts(api)).toEqual(["xong"]);
    api.happen(writes("nữa"));
    const calls = api.called("getUpdates").length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(api.called("getUpdates")).toHaveLength(calls);
    expect(api.updates.unconfirmed).toHaveLength(1);
  });

  test("has no routes for the web server", async () => {
    const { channel } = await open(echo());
    expect(channel).not.toHaveProperty("routes");
  });
});
