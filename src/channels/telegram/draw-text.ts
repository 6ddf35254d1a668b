import type { Spoken, SpokenLine } from "../../wording/spoken.ts";
import { cutText } from "./cut.ts";

/** Telegram counts what is left when the markup is read: https://core.telegram.org/bots/api#sendmessage */
const mostText = 4096;
/** Telegram keeps at most 100 entities of a message and silently drops the rest. */
const mostEntities = 100;
const widestBar = 12;

/** A stretch of text in one style, and the gap before it. */
type Piece = { gap: "\n" | "\n\n"; label?: string; text: string; tag?: "b" | "i" };

/** The text of a reply as HTML for Telegram, in as many messages as it takes; `further` are lines under it. */
export function drawText(spoken: Spoken, further: string[]): string[] {
  const progress: Piece[] = spoken.progress ? [{ gap: "\n", text: drawProgress(spoken.progress) }] : [];
  const lines = spoken.lines.map((line, at) => pieceOf(line, startsGroup(spoken.lines, at) ? "\n\n" : "\n"));
  const under = further.map((text, at): Piece => ({ gap: at === 0 ? "\n\n" : "\n", text }));
  const pieces = [...progress, ...lines, ...under].filter(({ text, label }) => `${label ?? ""}${text}`.trim() !== "");
  return pack(pieces.flatMap(cutPiece));
}

function drawProgress({ at, of }: NonNullable<Spoken["progress"]>): string {
  const cells = Math.max(0, Math.min(of, widestBar));
  const full = of > 0 ? Math.max(0, Math.min(cells, Math.round((at / of) * cells))) : 0;
  return `${at}/${of} ${"▓".repeat(full)}${"░".repeat(cells - full)}`;
}

function pieceOf({ as, text, label, ticked }: SpokenLine, gap: Piece["gap"]): Piece {
  switch (as) {
    case "title":
      return { gap, text, tag: "b" };
    case "note":
      return { gap, text, tag: "i" };
    case "fact":
      return label === undefined ? { gap, text } : { gap, label: `${label}: `, text };
    case "item":
      return { gap, text: `${bullet(ticked)} ${text}` };
    case "text":
      return { gap, text };
  }
}

function bullet(ticked: boolean | undefined): string {
  if (ticked === undefined) return "•";
  return ticked ? "☑" : "☐";
}

/** Titles, notes, and a sentence after something else get air before them; a list stays with the sentence or the fact it belongs to. */
function startsGroup(lines: readonly SpokenLine[], at: number): boolean {
  const [before, now] = [lines[at - 1]?.as, lines[at]?.as];
  if (before === undefined || before === now) return false;
  if (before === "title" || before === "note") return true;
  if (now === "item") return false;
  if (now === "fact") return before === "item" && headOfList(lines, at - 1) !== "fact";
  return true;
}

/** What the list that ends here belongs to. */
function headOfList(lines: readonly SpokenLine[], end: number): SpokenLine["as"] | undefined {
  return lines.slice(0, end).findLast(({ as }) => as !== "item")?.as;
}

function cutPiece(piece: Piece): Piece[] {
  if (lengthOf(piece) <= mostText) return [piece];
  const { gap, label = "", text, tag } = piece;
  return cutText(label + text, mostText).map((part, at) => ({ gap: at === 0 ? gap : "\n", text: part, ...(tag && { tag }) }));
}

function pack(pieces: Piece[]): string[] {
  const messages: { html: string; length: number; entities: number }[] = [];
  for (const piece of pieces) {
    const last = messages.at(-1);
    const styled = piece.tag || piece.label ? 1 : 0;
    if (last && last.length + piece.gap.length + lengthOf(piece) <= mostText && last.entities + styled <= mostEntities) {
      last.html += piece.gap + toHtml(piece);
      last.length += piece.gap.length + lengthOf(piece);
      last.entities += styled;
    } else messages.push({ html: toHtml(piece), length: lengthOf(piece), entities: styled });
  }
  return messages.map(({ html }) => html);
}

function lengthOf({ label = "", text }: Piece): number {
  return label.length + text.length;
}

function toHtml({ label, text, tag }: Piece): string {
  const body = tag ? `<${tag}>${escapeHtml(text)}</${tag}>` : escapeHtml(text);
  return label === undefined ? body : `<b>${escapeHtml(label.trimEnd())}</b> ${body}`;
}

/** The four characters Telegram's HTML asks for: https://core.telegram.org/bots/api#html-style */
function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
