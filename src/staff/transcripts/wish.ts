import { bare } from "../../catalog/fold.ts";
import { codeSchema } from "../../catalog/text.ts";
import { composed } from "../../search/text/fold.ts";
import { plainText, type Spoken } from "../../wording/spoken.ts";
import type { Terms } from "./terms.ts";
import type { Wish } from "./transcript.ts";

/** A cell's wishes: parted by ";", each in quotes ("…" or “…”) where its words hold a ";" or would mean something else. */
const part = /\s*(?:"([^"]*)"|“([^”]*)”|([^;]*))\s*(?:;|$)/gy;

/** Reads the wishes of one cell. */
export function readWishes(cell: string, row: number, { wanted, terms }: { wanted: boolean; terms: Terms }): Wish[] {
  return partsOf(cell).flatMap(({ text, quoted }): Wish[] => {
    if (text === "") return [];
    const base = { row, wanted, text: quoted ? `“${text}”` : text };
    if (quoted) return [{ ...base, is: "phrase", words: text }];
    const button = buttonIn(text);
    if (button !== undefined) return [{ ...base, is: "button", label: button }];
    if (looksLikeCode(text)) return [{ ...base, is: "code", code: text }];
    const kind = terms.screen(text);
    return [kind ? { ...base, is: "screen", kind } : { ...base, is: "phrase", words: text }];
  });
}

function partsOf(cell: string): { text: string; quoted: boolean }[] {
  return [...cell.matchAll(part)].map(([, straight, curly, plain]) => ({
    text: (straight ?? curly ?? plain ?? "").trim(),
    quoted: plain === undefined,
  }));
}

/** One point and five to seven digits: a code, right or wrong. Amounts such as 7.000 have three. */
function looksLikeCode(text: string): boolean {
  return codeSchema.safeParse(text).success || /^\d\.\d{5,7}$/.test(text);
}

/** The label in "[Có rồi]"; undefined for other words. */
export function buttonIn(text: string): string | undefined {
  return /^\[\s*(.+?)\s*\]$/su.exec(text.trim())?.[1];
}

/** Words for a cell that mean exactly this phrase. */
export function phraseCell(words: string, terms: Terms): string {
  const clear = words.replace(/["“”]/g, "").replace(/\s+/g, " ").trim();
  const [wish, ...others] = readWishes(clear, 0, { wanted: true, terms });
  return wish?.is === "phrase" && others.length === 0 ? clear : `"${clear}"`;
}

/** Do the replies of one turn show it? Words count wherever a citizen reads them: in a line, a button, a link or its address. */
export function isShown(wish: Wish, replies: readonly Spoken[]): boolean {
  const buttons = replies.flatMap(({ choices }) => choices);
  switch (wish.is) {
    case "screen":
      return replies.some(({ kind }) => kind === wish.kind);
    case "button":
      return buttons.some(({ label }) => bare(label) === bare(wish.label));
    case "code":
      return (
        replies.some(({ procedure }) => procedure === wish.code) ||
        buttons.some(({ id }) => id === `card:${wish.code}`) ||
        readable(replies).includes(wish.code)
      );
    case "phrase":
      return readable(replies).includes(asRead(wish.words));
  }
}

function readable(replies: readonly Spoken[]): string {
  const shown = replies.flatMap((reply) => [
    plainText(reply),
    ...reply.choices.map(({ label }) => label),
    ...reply.links.flatMap(({ label, url }) => [label, url]),
  ]);
  return asRead(shown.join("\n"));
}

/** Case, quotes, kinds of hyphen and dots that Word and Excel put in by themselves make no difference; accents do. */
function asRead(text: string): string {
  return composed(text)
    .toLocaleLowerCase("vi")
    .replace(/["“”„]/g, "")
    .replace(/[‐-―−]/g, "-")
    .replaceAll("…", "...")
    .replace(/[\p{Cf}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
