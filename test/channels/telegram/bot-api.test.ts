import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BotApi } from "./bot-api/bot-api.ts";
import { readHtml } from "./bot-api/html.ts";
import { payload } from "./payloads.ts";

let api: BotApi;
beforeEach(async () => {
  api = await BotApi.open();
  const { update_id: _, ...update } = payload("text");
  api.happen(update as never);
});
afterEach(() => api.close());

type Answer = { ok: boolean; result?: unknown; error_code?: number; description?: string };

async function call(method: string, parameters: object, token = api.token): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${api.root}/bot${token}/${method}`, { method: "POST", headers, body: JSON.stringify(parameters) });
  return (await response.json()) as Answer;
}

const buttons = (...row: object[]) => ({ chat_id: 42, text: "x", reply_markup: { inline_keyboard: [row] } });
const press = { text: "Có", callback_data: "yes" };

describe("the Bot API server that the tests run against", () => {
  test("takes what Telegram takes", async () => {
    expect(await call("sendMessage", { ...buttons(press), text: "<b>đậm</b> &amp; x", parse_mode: "HTML" })).toMatchObject({
      ok: true,
      result: { message_id: expect.any(Number) },
    });
    expect(api.chats.shown(42)).toMatchObject([{ text: "đậm & x", buttons: [[press]] }]);
    expect(await call("getMe", {})).toMatchObject({ ok: true });
  });

  test.each([
    ["an unknown method", "sendMesage", { chat_id: 42, text: "x" }, { error_code: 404, words: "Not Found" }],
    ["a method that exists but is not done here", "sendDice", { chat_id: 42 }, { error_code: 501, words: "sendDice" }],
    [
      "an unknown parameter",
      "sendMessage",
      { chat_id: 42, text: "x", parse_made: "HTML" },
      { error_code: 400, words: "additional properties" },
    ],
    ["an unknown parse mode", "sendMessage", { chat_id: 42, text: "x", parse_mode: "html5" }, { error_code: 400, words: "parse_mode" }],
    ["no text", "sendMessage", { chat_id: 42 }, { error_code: 400, words: "'text'" }],
    ["an empty text", "sendMessage", { chat_id: 42, text: " \n" }, { error_code: 400, words: "message text is empty" }],
    ["a text of 4,097", "sendMessage", { chat_id: 42, text: "x".repeat(4097) }, { error_code: 400, words: "message is too long" }],
    [
      "an unknown tag",
      "sendMessage",
      { chat_id: 42, text: "<p>x</p>", parse_mode: "HTML" },
      { error_code: 400, words: "can't parse entities" },
    ],
    [
      "a tag left open",
      "sendMessage",
      { chat_id: 42, text: "<b>x", parse_mode: "HTML" },
      { error_code: 400, words: "can't parse entities" },
    ],
    [
      "crossed tags",
      "sendMessage",
      { chat_id: 42, text: "<b><i>x</b></i>", parse_mode: "HTML" },
      { error_code: 400, words: "can't parse entities" },
    ],
    [
      "an unescaped sign",
      "sendMessage",
      { chat_id: 42, text: "1 < 2", parse_mode: "HTML" },
      { error_code: 400, words: "can't parse entities" },
    ],
    ["an unknown chat", "sendMessage", { chat_id: 4242, text: "x" }, { error_code: 400, words: "chat not found" }],
    ["a button that does nothing", "sendMessage", buttons({ text: "Có" }), { error_code: 400, words: "callback_data" }],
    [
      "a button that does two things",
      "sendMessage",
      buttons({ ...press, url: "https://dichvucong.gov.vn" }),
      { error_code: 400, words: "additional properties" },
    ],
    [
      "a button of 65 bytes",
      "sendMessage",
      buttons({ text: "Có", callback_data: `${"đ".repeat(32)}x` }),
      { error_code: 400, words: "BUTTON_DATA_INVALID" },
    ],
    [
      "a button to this machine",
      "sendMessage",
      buttons({ text: "Có", url: "http://localhost:3000" }),
      { error_code: 400, words: "Wrong HTTP URL" },
    ],
    [
      "101 buttons",
      "sendMessage",
      buttons(...Array.from({ length: 101 }, () => press)),
      { error_code: 400, words: "reply markup is too long" },
    ],
    [
      "a message to edit that is not there",
      "editMessageText",
      { chat_id: 42, message_id: 9, text: "x" },
      { error_code: 400, words: "message to edit not found" },
    ],
    ["an unknown press", "answerCallbackQuery", { callback_query_id: "9" }, { error_code: 400, words: "query is too old" }],
    [
      "a command in capitals",
      "setMyCommands",
      { commands: [{ command: "Help", description: "x" }] },
      { error_code: 400, words: "BOT_COMMAND_INVALID" },
    ],
    ["a webhook without https", "setWebhook", { url: "http://motcua.example.vn/" }, { error_code: 400, words: "HTTPS URL" }],
    [
      "a secret with spaces",
      "setWebhook",
      { url: "https://motcua.example.vn/", secret_token: "a b" },
      { error_code: 400, words: "unallowed characters" },
    ],
  ])("refuses %s", async (_name, method, parameters, { error_code, words }) => {
    expect(await call(method, parameters)).toMatchObject({ ok: false, error_code, description: expect.stringContaining(words) });
  });

  test("refuses a wrong token, an edit that changes nothing, somebody who blocked the bot, and the one after failNext", async () => {
    expect(await call("getMe", {}, "7000:wrong")).toMatchObject({ ok: false, error_code: 401 });
    const { result } = await call("sendMessage", buttons(press));
    const { message_id } = result as { message_id: number };
    expect(await call("editMessageText", { ...buttons(press), message_id })).toMatchObject({
      error_code: 400,
      description: expect.stringContaining("message is not modified"),
    });
    expect(await call("editMessageText", { ...buttons(press), message_id, text: "y" })).toMatchObject({ ok: true });
    api.failNext("sendMessage", { error_code: 429, description: "Too Many Requests: retry after 3", parameters: { retry_after: 3 } });
    expect(await call("sendMessage", buttons(press))).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
    expect(await call("sendMessage", buttons(press))).toMatchObject({ ok: true });
    api.chats.blocked.add(42);
    expect(await call("sendMessage", buttons(press))).toMatchObject({ error_code: 403 });
  });

  test("refuses to let an update happen that Telegram could not send", () => {
    expect(() => api.happen({ message: { text: "no chat" } } as never)).toThrow(/not an update/);
  });

  test("gives updates until they are confirmed by a higher offset", async () => {
    const { result } = await call("getUpdates", {});
    const [{ update_id } = { update_id: 0 }] = result as { update_id: number }[];
    expect(await call("getUpdates", { offset: update_id })).toMatchObject({ result: [{ update_id }] });
    expect(await call("getUpdates", { offset: update_id + 1 })).toMatchObject({ result: [] });
    expect(await call("getUpdates", {})).toMatchObject({ result: [] });
  });

  test("lets one poller wait, refuses the one whose place another takes, and refuses both while a webhook is set", async () => {
    await call("getUpdates", { offset: 9999 });
    const first = call("getUpdates", { timeout: 20 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = call("getUpdates", { timeout: 20 });
    expect(await first).toMatchObject({ error_code: 409, description: expect.stringContaining("only one bot instance") });
    const { update_id: _, ...update } = payload("text");
    const { update_id } = api.happen(update as never);
    expect(await second).toMatchObject({ result: [{ update_id }] });
    await call("setWebhook", { url: "https://motcua.example.vn/" });
    expect(await call("getUpdates", {})).toMatchObject({ error_code: 409, description: expect.stringContaining("webhook is active") });
  });

  test.each([
    ["a &lt;b&gt; &amp;amp; &quot;c&quot;", 'a <b> &amp; "c"'],
    ["&nbsp; & &#65;&#x1F642;", "&nbsp; & A🙂"],
    ['<a href="https://x.vn">x</a> <tg-spoiler>y</tg-spoiler>', "x y"],
  ])("reads the HTML %j", (html, text) => {
    expect(readHtml(html)).toEqual({ text });
  });
});
