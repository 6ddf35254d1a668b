import type { InlineKeyboardButton, Opts } from "@grammyjs/types";
import { readHtml } from "./html.ts";

/** A refusal as the Bot API sends it. */
export type Refusal = { error_code: number; description: string; parameters?: { retry_after: number } };

/** 400 with Telegram's words. */
export function bad(why: string): Refusal {
  return { error_code: 400, description: `Bad Request: ${why}` };
}

type Sent = Pick<Opts<string>["sendMessage"], "text" | "parse_mode" | "reply_markup">;

/** What Telegram would refuse of a message that its types allow: https://core.telegram.org/bots/api#sendmessage */
export function refuseMessage({ text, parse_mode, reply_markup }: Sent): Refusal | undefined {
  const read = parse_mode === "HTML" ? readHtml(text) : { text };
  if ("refusal" in read) return { error_code: 400, description: read.refusal };
  if (read.text.trim() === "") return bad("message text is empty");
  if (read.text.length > 4096) return bad("message is too long");
  if (!reply_markup || !("inline_keyboard" in reply_markup)) return undefined;
  const buttons = reply_markup.inline_keyboard.flat();
  if (buttons.length > 100) return bad("reply markup is too long");
  return buttons.map(refuseButton).find((refusal) => refusal !== undefined);
}

function refuseButton(button: InlineKeyboardButton): Refusal | undefined {
  if (button.text.trim() === "") return bad("inline keyboard button text is empty");
  if ("callback_data" in button && !isWithin(Buffer.byteLength(button.callback_data), 1, 64)) return bad("BUTTON_DATA_INVALID");
  if ("url" in button && !isOpenable(button.url)) return bad(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  return undefined;
}

/** A link Telegram puts behind a button: with a host that has a dot in it, which localhost has not. */
function isOpenable(link: string): boolean {
  const url = URL.parse(link);
  if (url?.protocol === "tg:") return true;
  return (url?.protocol === "https:" || url?.protocol === "http:") && url.hostname.includes(".");
}

/** What Telegram would refuse of the command menu: https://core.telegram.org/bots/api#botcommand */
export function refuseCommands({ commands }: Opts<string>["setMyCommands"]): Refusal | undefined {
  if (commands.length > 100) return bad("BOT_COMMANDS_TOO_MUCH");
  const wrong = commands.find(({ command }) => !/^[a-z0-9_]{1,32}$/.test(command));
  if (wrong) return bad("BOT_COMMAND_INVALID");
  return commands.every(({ description }) => isWithin(description.length, 1, 256)) ? undefined : bad("BOT_COMMAND_DESCRIPTION_INVALID");
}

/** What Telegram would refuse of a webhook. Plain http is allowed to a Bot API server of one's own: https://core.telegram.org/bots/api#using-a-local-bot-api-server */
export function refuseWebhook({ url, secret_token }: Opts<string>["setWebhook"]): Refusal | undefined {
  const parsed = URL.parse(url);
  if (url !== "" && parsed?.protocol !== "https:" && parsed?.hostname !== "127.0.0.1")
    return bad("bad webhook: An HTTPS URL must be provided for webhook");
  if (secret_token !== undefined && !/^[\w-]{1,256}$/.test(secret_token)) return bad("secret token contains unallowed characters");
  return undefined;
}

function isWithin(length: number, least: number, most: number): boolean {
  return length >= least && length <= most;
}
