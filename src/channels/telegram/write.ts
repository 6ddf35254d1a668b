import type { Spoken } from "../../wording/spoken.ts";
import { type Button, drawButtons } from "./draw-buttons.ts";
import { drawText } from "./draw-text.ts";

/** One message as sendMessage and editMessageText take it, without the chat. */
export type Message = {
  text: string;
  parse_mode: "HTML";
  link_preview_options: { is_disabled: true };
  reply_markup?: { inline_keyboard: Button[][] };
};

/** Draws a reply for Telegram: usually one message, several when the text is longer than Telegram allows; the buttons stand under the last. */
export function write(spoken: Spoken, publicUrl: string | undefined): Message[] {
  const { rows, listed } = drawButtons(spoken, publicUrl);
  const texts = drawText(spoken, listed);
  if (texts.length === 0 && rows.length > 0) texts.push("…"); // Telegram has no message without a text
  return texts.map((text, at) => ({
    text,
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    ...(at === texts.length - 1 && rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  }));
}
