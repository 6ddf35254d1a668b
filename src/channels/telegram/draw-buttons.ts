import type { Spoken } from "../../wording/spoken.ts";
import { shorten } from "./cut.ts";

/** A button under a message: a press tells us `callback_data`, or opens `url`. */
export type Button = { text: string; callback_data: string } | { text: string; url: string };

/** The buttons of a reply in rows, and the lines that say in full, by number, what the buttons cannot. */
export type DrawnButtons = { rows: Button[][]; listed: string[] };

/** Telegram's limits: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const mostButtons = 100;
const mostData = 64;
/** What we put on a button that has the row to itself, on one that shares it with another, and with two. */
const widths = [60, 20, 9] as const;
/** About what a narrow phone shows of a whole row before it cuts the label itself. */
const readable = 48;

/**
 * Draws choices and links as buttons: the links first, they are where a conversation leads to. When a label may be cut or a choice cannot
 * be a button, all choices are listed by number too, and the number typed is an answer.
 */
export function drawButtons({ choices, links }: Pick<Spoken, "choices" | "links">, publicUrl: string | undefined): DrawnButtons {
  const open = links.flatMap(({ label, url }) => linkButton(label, url, publicUrl));
  const room = mostButtons - open.length;
  const fits = (id: string, at: number): boolean => at < room && id !== "" && Buffer.byteLength(id) <= mostData;
  const listed = choices.some(({ id, label }, at) => label.length > readable || !fits(id, at));
  const numbered = choices.map(({ id, label }, at) => ({ id, label: listed ? `${at + 1}. ${label}` : label.trim() || id }));
  const press = numbered
    .filter(({ id }, at) => fits(id, at))
    .map(({ id, label }) => ({ text: shorten(label, widths[0]), callback_data: id }));
  return { rows: [...open.map((button) => [button]), ...inRows(press)], listed: listed ? numbered.map(({ label }) => label) : [] };
}

/** Telegram opens https links only and refuses a button to this machine; a page of our own needs our public address in front. */
function linkButton(label: string, url: string, publicUrl: string | undefined): Button[] {
  const whole = URL.parse(url, publicUrl);
  const opens = whole?.protocol === "https:" && whole.hostname !== "localhost";
  return opens ? [{ text: shorten(label.trim() || whole.href, widths[0]), url: whole.href }] : [];
}

function inRows(buttons: Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    if (row && [...row, button].every(({ text }) => text.length <= (widths[row.length] ?? 0))) row.push(button);
    else rows.push([button]);
  }
  return rows;
}
