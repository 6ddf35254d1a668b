import { expect } from "vitest";
import type { Spoken } from "../../../src/wording/spoken.ts";
import type { BotApi } from "./bot-api/bot-api.ts";
import { payload } from "./payloads.ts";
import { until } from "./serve.ts";

/** The chat of the recorded updates. */
export const chat = 42;

type Happening = Parameters<BotApi["happen"]>[0];

/** She writes a text. */
export function writes(text: string, from = chat): Happening {
  const { message } = payload("text");
  return { message: { ...message, text, chat: { ...message?.chat, id: from }, from: { ...message?.from, id: from } } } as Happening;
}

let presses = 0;

/** She presses a button under one of the bot's messages. */
export function pressesOn(message: number | undefined, data = "have"): Happening {
  const { callback_query } = payload("press");
  return {
    callback_query: { ...callback_query, id: `q${++presses}`, data, message: { ...callback_query?.message, message_id: message } },
  } as Happening;
}

/** A reply that says just this. */
export function reply(text: string, more: Partial<Spoken> = {}): Spoken {
  return { kind: "card", lines: [{ as: "text", text }], choices: [], links: [], ...more };
}

/** The texts of the bot's messages in a chat. */
export function texts(api: BotApi, of = chat): string[] {
  return api.chats.shown(of).map(({ text }) => text);
}

/** Waits until the webhook took an update; gives the status of every delivery of it. */
export async function delivered(api: BotApi, { update_id: update }: { update_id: number }): Promise<number[]> {
  await until(() => expect(api.updates.delivered).toContainEqual({ update, status: 200 }));
  return api.updates.delivered.filter((one) => one.update === update).map(({ status }) => status);
}
