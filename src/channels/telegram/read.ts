import { z } from "zod";
import type { Deed, Event, Unreadable } from "../../dialogue/event.ts";
import type { Heard } from "../../turn.ts";

/** The languages an event can come in. */
export type Language = NonNullable<Event["language"]>;

/** A press on a button: the query whose spinner turns until it is answered, and the message the button stands under, if Telegram still has it. */
export type Press = { query: string; message?: number | undefined };

/** What an update turned out to be. `aside`: nothing for us to answer; `press`: only its spinner must stop; `group`: somebody called us in a group. */
export type ReadUpdate =
  | { as: "heard"; update: number; chat: number; heard: Heard; press?: Press | undefined }
  | { as: "group"; update: number; chat: number; language: Language }
  | { as: "press"; update: number; press: Press }
  | { as: "aside"; why: string };

/** The kinds of updates we ask Telegram for; what a chat member update tells is that we were added to a group. */
export const wantedUpdates = ["message", "callback_query", "my_chat_member"] as const;

const chatSchema = z.object({ id: z.int(), type: z.string() });
const fromSchema = z.object({ language_code: z.string().optional() });
const messageSchema = z.looseObject({ chat: chatSchema, from: fromSchema.optional(), text: z.string().optional() });
const pressedSchema = z.object({ chat: chatSchema, message_id: z.int(), date: z.int() });
const querySchema = z.object({ id: z.string(), from: fromSchema, message: pressedSchema.optional(), data: z.string().optional() });
const statusSchema = z.object({ status: z.string() });
const memberSchema = z.object({ chat: chatSchema, from: fromSchema, old_chat_member: statusSchema, new_chat_member: statusSchema });

/** Only what we read of an update (https://core.telegram.org/bots/api#update). */
const updateSchema = z.object({
  update_id: z.int(),
  message: messageSchema.optional(),
  callback_query: querySchema.optional(),
  my_chat_member: memberSchema.optional(),
});
type Message = z.infer<typeof messageSchema>;
type Query = z.infer<typeof querySchema>;
type Member = z.infer<typeof memberSchema>;

/** Reads an update, whatever it is; `at` is now, in milliseconds since 1970. Never throws. */
export function readUpdate(body: unknown, at: number): ReadUpdate {
  const parsed = updateSchema.safeParse(body);
  if (!parsed.success) return { as: "aside", why: "not an update that we understand" };
  const { update_id: update, message, callback_query: query, my_chat_member: member } = parsed.data;
  if (message) return readMessage(message, update, at);
  if (query) return readPress(query, update, at);
  if (member && wasAdded(member))
    return { as: "group", update, chat: member.chat.id, language: readLanguage(member.from.language_code) ?? "vi" };
  return { as: "aside", why: "no message and no press" };
}

/**
 * In a group we answer only being added, /start and /help, and only to say that we talk in private: what members write there
 * is neither for us nor ours to keep, and a bot that answers every message is a nuisance.
 */
function readMessage(message: Message, update: number, at: number): ReadUpdate {
  const { chat, from, text } = message;
  const hint = readLanguage(from?.language_code);
  if (isGroup(chat) && /^\/(?:start|help)\b/i.test(text ?? "")) return { as: "group", update, chat: chat.id, language: hint ?? "vi" };
  if (chat.type !== "private") return { as: "aside", why: `a message in a ${chat.type}` };
  const deed = readDeed(message);
  if (!deed) return { as: "aside", why: "a notice of Telegram's own" };
  return { as: "heard", update, chat: chat.id, heard: heardIn(chat.id, update, { ...deed, at, hint }) };
}

function readPress({ id, from, message, data }: Query, update: number, at: number): ReadUpdate {
  // date 0 means that the message is too old for Telegram to show us
  const press = { query: id, message: message && message.date !== 0 ? message.message_id : undefined };
  if (message?.chat.type !== "private" || data === undefined) return { as: "press", update, press };
  const event = { did: "chose", choice: data, at, hint: readLanguage(from.language_code) } as const;
  return { as: "heard", update, chat: message.chat.id, heard: heardIn(message.chat.id, update, event), press };
}

/** The update's id, not the message's, so that a press and a message are told apart and a redelivery is the same. */
function heardIn(chat: number, update: number, event: Heard["event"]): Heard {
  return { citizen: `telegram:${chat}`, message: `u${update}`, event };
}

function readDeed(message: Message): Deed | undefined {
  if (message.text !== undefined) return readText(message.text);
  const key = Object.keys(unreadableAs).find((name) => message[name] !== undefined);
  return key === undefined ? undefined : { did: "sent", what: unreadableAs[key] ?? "other" };
}

function readText(text: string): Deed {
  const start = /^\/start(?:@\w+)?(?:\s+(?<payload>.*))?$/is.exec(text);
  if (start) return { did: "started", start: start.groups?.["payload"]?.trim() ?? "" };
  return { did: "wrote", text: text.replace(/^(\/\w{1,32})@\w+/, "$1") };
}

/** The first that a message has says what was sent: an animation also carries a document, a venue a location. */
const unreadableAs: Record<string, Unreadable> = {
  photo: "photo",
  live_photo: "photo",
  animation: "video",
  video: "video",
  video_note: "video",
  document: "file",
  voice: "voice",
  audio: "voice",
  sticker: "sticker",
  venue: "location",
  location: "location",
  contact: "contact",
  poll: "other",
  dice: "other",
  story: "other",
  game: "other",
  paid_media: "other",
  checklist: "other",
  rich_message: "other",
};

/** What her app speaks, of the languages we have; who reads neither Vietnamese nor English is likelier to get on in English. */
function readLanguage(code: string | undefined): Language | undefined {
  if (code === undefined) return undefined;
  return /^vi\b/i.test(code) ? "vi" : "en";
}

function wasAdded({ chat, old_chat_member, new_chat_member }: Member): boolean {
  const isIn = ({ status }: { status: string }): boolean => status === "member" || status === "administrator";
  return isGroup(chat) && isIn(new_chat_member) && !isIn(old_chat_member);
}

function isGroup(chat: { type: string }): boolean {
  return chat.type === "group" || chat.type === "supergroup";
}
