import { afterEach, describe, expect, test, vi } from "vitest";
import { write } from "../../src/channels/telegram/write.ts";
import { BotApi } from "../channels/telegram/bot-api/bot-api.ts";
import { payload } from "../channels/telegram/payloads.ts";
import { everyWalk } from "../dialogue/walk.ts";
import { guided, wording } from "../knowledge.ts";
import { dataFolder, type Program, startProgram } from "./program.ts";

const chat = 42;
let guide: Program | undefined;
let api: BotApi | undefined;
afterEach(async () => {
  await guide?.end();
  await api?.close();
});

/** The bot's messages, with how often each was edited: what changes when the guide has answered. */
const seen = (): string => JSON.stringify(api?.chats.shown(chat).map(({ id, edits }) => [id, edits]));

async function afterAnswer(happen: () => void): Promise<void> {
  const before = seen();
  happen();
  await vi.waitFor(() => expect(seen()).not.toBe(before), { timeout: 8000, interval: 10 });
}

const say = (text: string) => afterAnswer(() => api?.happen({ message: { ...payload("text").message, text } as never }));

/** A button says a label when it is its text, with its number in front where the choices are listed. */
const says = (text: string, label: string): boolean => text.replace(/^\d+\. /, "") === label;

/** Presses a button of the newest message that has it, by its label. */
function press(label: string): Promise<void> {
  const shown = api?.chats.shown(chat) ?? [];
  const message = shown.findLast(({ buttons }) => buttons.flat().some(({ text }) => says(text, label)));
  const button = message?.buttons.flat().find(({ text }) => says(text, label));
  if (!message || !button || !("callback_data" in button)) throw new Error(`no button says ${label}: ${JSON.stringify(shown.at(-1))}`);
  const { callback_query } = payload("press");
  const query = {
    ...callback_query,
    id: `press-${Math.random()}`,
    data: button.callback_data,
    message: { ...callback_query?.message, message_id: message.id },
  };
  return afterAnswer(() => api?.happen({ callback_query: query as never }));
}

async function fromQuestionToLink(): Promise<string[]> {
  await say("/start 1_004194--lang-son--vi");
  await press("Chuẩn bị giấy tờ");
  await press("Nhiều người, theo danh sách");
  await press("Không");
  await press("Có rồi");
  await say("chưa có");
  await press("Nộp trực tuyến");
  return (api?.chats.shown(chat).at(-1)?.buttons.flat() ?? []).flatMap((button) => ("url" in button ? [button.url] : []));
}

const link = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-770b-734d-b7fb-5e1995f194f4";
const refusals = () => api?.calls.flatMap(({ method, refusal }) => (refusal ? [{ method, refusal }] : []));

describe("Telegram, from a start link to the filing page, with nothing refused", () => {
  test("polling", async () => {
    using data = dataFolder();
    api = await BotApi.open();
    guide = await startProgram({ DATA_DIR: data.path, TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root });
    expect(await fromQuestionToLink()).toContain(link);
    expect(refusals()).toEqual([]);
  });

  test("webhook", async () => {
    using data = dataFolder();
    api = await BotApi.open();
    const publicUrl = "https://motcua.example.gov.vn";
    guide = await startProgram({ DATA_DIR: data.path, TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, PUBLIC_URL: publicUrl });
    api.updates.route = { from: publicUrl, to: guide.origin };
    await vi.waitFor(() => expect(api?.updates.webhook).toBeDefined());
    expect(await fromQuestionToLink()).toContain(link);
    expect(refusals()).toEqual([]);
  });
});

describe("every guided procedure within Telegram's limits", () => {
  test("each reply of each walk, in both languages, is taken by the Bot API", async () => {
    const server = await BotApi.open();
    api = server;
    server.chats.known.add(chat);
    for (const code of guided.map((procedure) => procedure.codes[0]?.code ?? "")) {
      for (const language of ["vi", "en"] as const) {
        const messages = everyWalk(code, 2).flatMap((reply) => write(wording.speak(reply, language), "https://motcua.example.gov.vn"));
        const bodies = new Set(messages.map((message) => JSON.stringify({ chat_id: chat, ...message })));
        for (const body of bodies) {
          const answer = await fetch(`${server.root}/bot${server.token}/sendMessage`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body,
          });
          expect({ code, body, answer: await answer.json() }).toMatchObject({ answer: { ok: true } });
        }
      }
    }
    expect(server.chats.shown(chat).length).toBeGreaterThan(guided.length * 10);
  }, 120_000);
});
