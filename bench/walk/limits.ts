import { isDeepStrictEqual } from "node:util";
import { write as writeTelegram } from "../../src/channels/telegram/write.ts";
import { write as writeTerminal } from "../../src/channels/terminal/write.ts";
import { answerOf } from "../../src/channels/webchat/chat-answer.ts";
import { chatMessageSchema } from "../../src/channels/webchat/chat-message.ts";
import { readSession, type Session } from "../../src/dialogue/session.ts";
import type { Spoken } from "../../src/wording/spoken.ts";
import { refuseMessage } from "../../test/channels/telegram/bot-api/refuse.ts";
import { botApiSchemas } from "../../test/channels/telegram/bot-api/schemas.ts";

const publicUrl = "https://motcua.example.vn";
/** Browsers and proxies take addresses of at least this length. */
const longestAddress = 2000;

/** The largest that was met: what a channel had to show of one reply. */
export type Largest = { messages: number; characters: number; buttons: number; address: number };

/** What a channel would refuse or lose of a reply; nothing when all is well. `largest` grows with what is met. */
export function wrongWith(spoken: Spoken, largest: Largest): string[] {
  return [...inTelegram(spoken, largest), ...inWebchat(spoken, largest), ...inTerminal(spoken), ...unsaid(spoken)];
}

/** What a stored session would lose. */
export function lostFrom(session: Session): string[] {
  const stored: unknown = JSON.parse(JSON.stringify(session));
  return isDeepStrictEqual(readSession(stored), stored) ? [] : ["session: it does not read back as it was stored"];
}

function inTelegram(spoken: Spoken, largest: Largest): string[] {
  const messages = writeTelegram(spoken, publicUrl);
  const method = botApiSchemas().method("sendMessage");
  largest.messages = Math.max(largest.messages, messages.length);
  largest.buttons = Math.max(largest.buttons, ...messages.map(({ reply_markup }) => reply_markup?.inline_keyboard.flat().length ?? 0));
  const pressable = messages.flatMap(({ reply_markup }) => reply_markup?.inline_keyboard.flat() ?? []);
  const lost = spoken.choices.filter(({ id }) => !pressable.some((button) => "callback_data" in button && button.callback_data === id));
  return [
    ...messages.flatMap((message) => refuseMessage(message)?.description ?? []),
    ...messages.flatMap((message) => (method?.({ chat_id: 1, ...message }) ? [] : [`no sendMessage: ${method?.errors?.[0]?.message}`])),
    ...lost.map(({ id }) => `no button for ${id}`),
  ].map((what) => `telegram: ${what}`);
}

function inWebchat(spoken: Spoken, largest: Largest): string[] {
  const { replies } = answerOf([spoken]);
  const [{ text = "" } = {}] = replies;
  largest.characters = Math.max(largest.characters, text.length);
  largest.address = Math.max(largest.address, ...spoken.links.map(({ url }) => url.length));
  const message = { conversation: "a".repeat(16), message: "1" };
  return [
    ...spoken.choices
      .filter(({ id }) => !chatMessageSchema.safeParse({ ...message, choice: id }).success)
      .map(({ id }) => `cannot take ${id}`),
    ...spoken.links.filter(({ url }) => url.length > longestAddress).map(({ url }) => `an address of ${url.length} characters`),
  ].map((what) => `web: ${what}`);
}

function inTerminal(spoken: Spoken): string[] {
  const { choices } = writeTerminal([spoken], publicUrl);
  return choices.length === spoken.choices.length ? [] : ["terminal: a choice has no number"];
}

/** A blank that nothing filled, a label without words, one choice twice. */
function unsaid({ lines, choices }: Spoken): string[] {
  const all = [...lines.map(({ text }) => text), ...choices.map(({ label }) => label)];
  const ids = choices.map(({ id }) => id);
  return [
    ...all
      .filter((text) => text.trim() === "" || /\{\{|\bundefined\b|\[object/.test(text))
      .map((text) => `words: ${JSON.stringify(text.slice(0, 80))}`),
    ...(new Set(ids).size === ids.length ? [] : ["words: one choice stands twice"]),
  ];
}
