import type { InlineKeyboardButton, Opts } from "@grammyjs/types";
import { readHtml } from "./html.ts";
import { bad, type Refusal, refuseMessage } from "./refuse.ts";

/** A message of the bot's as it stands in a chat now. */
export type Shown = { chat: number; id: number; text: string; html: string; buttons: InlineKeyboardButton[][]; edits: number };

/** What a method gives: its result, or a refusal. */
export type Result = { result: unknown } | { refusal: Refusal };

/** The chats of one bot, as its citizens see them. */
export class Chats {
  readonly known = new Set<number>();
  readonly blocked = new Set<number>();
  /** Ids of messages that Telegram does not let a bot edit any more. */
  readonly sealed = new Set<number>();
  readonly #messages: Shown[] = [];
  #lastId = 100;

  /** The bot's messages in a chat, oldest first. */
  shown(chat: number): Shown[] {
    return this.#messages.filter((message) => message.chat === chat);
  }

  nextId(): number {
    return ++this.#lastId;
  }

  send(wanted: Opts<string>["sendMessage"]): Result {
    const chat = Number(wanted.chat_id);
    const refusal = this.#refuseChat(chat) ?? refuseMessage(wanted);
    if (refusal) return { refusal };
    const message = { chat, id: this.nextId(), edits: 0, ...contentOf(wanted) };
    this.#messages.push(message);
    return { result: describe(message) };
  }

  edit(wanted: Opts<string>["editMessageText"]): Result {
    const { text = "", parse_mode, reply_markup } = wanted;
    const refusal =
      this.#refuseChat(Number(wanted.chat_id)) ??
      refuseMessage({ text, ...(parse_mode && { parse_mode }), ...(reply_markup && { reply_markup }) });
    if (refusal) return { refusal };
    const message = this.shown(Number(wanted.chat_id)).find(({ id }) => id === wanted.message_id);
    if (!message) return { refusal: bad("message to edit not found") };
    if (this.sealed.has(message.id)) return { refusal: bad("message can't be edited") };
    const content = contentOf({ text, ...(reply_markup && { reply_markup }) });
    if (content.html === message.html && JSON.stringify(content.buttons) === JSON.stringify(message.buttons)) {
      return {
        refusal: bad(
          "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
        ),
      };
    }
    Object.assign(message, content, { edits: message.edits + 1 });
    return { result: describe(message) };
  }

  #refuseChat(chat: number): Refusal | undefined {
    if (!this.known.has(chat)) return bad("chat not found");
    return this.blocked.has(chat) ? { error_code: 403, description: "Forbidden: bot was blocked by the user" } : undefined;
  }
}

function contentOf({
  text,
  reply_markup,
}: Pick<Opts<string>["sendMessage"], "text" | "reply_markup">): Pick<Shown, "text" | "html" | "buttons"> {
  const read = readHtml(text);
  const buttons = reply_markup && "inline_keyboard" in reply_markup ? reply_markup.inline_keyboard : [];
  return { html: text, text: "text" in read ? read.text : text, buttons };
}

function describe({ chat, id, text }: Shown): object {
  const from = { id: 7000, is_bot: true, first_name: "Một Cửa", username: "MotCuaBot" };
  return { message_id: id, from, chat: { id: chat, type: "private", first_name: "Hoa" }, date: Math.floor(Date.now() / 1000), text };
}
