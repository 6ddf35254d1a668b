import { fold } from "../catalog/fold.ts";
import { maskPrivate } from "../dialogue/private-numbers.ts";

/** A piece of a question. `gap` stands for what was left out, `stop` for punctuation. `plain` is without accents. */
export type Token = { is: "word" | "number" | "gap" | "stop"; text: string; plain: string; capital: boolean };

/** Numbers that are nobody's: of a legal text, and the code of a procedure. */
const publicNumber = String.raw`\d+(?:\.\d+)?\/\d{4}\/\p{Lu}[\p{Lu}\p{M}]*\d*(?:-[\p{Lu}\p{M}]+)*|(?<![\d.])\d\.\d{6}(?![\d.])`;
const pieces = new RegExp(
  [
    String.raw`(?<address>(?:https?:\/\/|www\.)\S+|\S*@\S*|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|vn|net|org|me)(?:\/\S*)?)`,
    `(?<known>${publicNumber})`,
    String.raw`(?<number>\p{Nd}+(?:[./,_–-]\p{Nd}+)*(?![\p{L}\p{M}\p{N}]))`,
    String.raw`(?<word>[\p{L}\p{M}\p{N}]+)`,
    "(?<gap>…)",
    String.raw`(?<stop>[^\s])`,
  ].join("|"),
  "gu",
);

/** No word of Vietnamese or of the languages people mix in has more letters; what is longer was pasted. */
const longestWord = 20;
/** So many digits together may be a number of hers. */
const privateDigits = 5;

/** The pieces of a text. Numbers, addresses of the net and what is no word become gaps at once. */
export function tokensOf(text: string): Token[] {
  const tokens = [...maskPrivate(text).text.normalize("NFC").matchAll(pieces)].map(tokenOf);
  return withoutLongNumbers(tokens);
}

function tokenOf({ 0: text, groups = {} }: RegExpMatchArray): Token {
  const token = { text, plain: fold(text), capital: isCapital(text) };
  if (groups["known"] !== undefined) return { ...token, is: "word", capital: false };
  if (groups["number"] !== undefined) return { ...token, is: "number" };
  if (groups["word"] !== undefined) return isNoWord(text) ? gap(token) : { ...token, is: "word" };
  return groups["stop"] === undefined ? gap(token) : { ...token, is: "stop" };
}

/** The same token, left out. */
export function gap(token: Omit<Token, "is">): Token {
  return { ...token, is: "gap", text: "…" };
}

/** "Lan" is written as a name is; "lan", "CCCD" and "VNeID" are not. */
function isCapital(text: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(text) && (text.length > 1 || /\p{Lu}/u.test(text));
}

function isNoWord(text: string): boolean {
  return text.length > longestWord || digitsIn(text) >= privateDigits;
}

/** Numbers that stand side by side are one: "12 03 1985", "0912 345". */
function withoutLongNumbers(tokens: readonly Token[]): Token[] {
  const isNumber = (token: Token | undefined): boolean => token?.is === "number";
  return tokens.map((token, at) => {
    if (!isNumber(token)) return token;
    let [start, end] = [at, at + 1];
    while (isNumber(tokens[start - 1])) start -= 1;
    while (isNumber(tokens[end])) end += 1;
    const digits = tokens.slice(start, end).reduce((sum, { text }) => sum + digitsIn(text), 0);
    return digits >= privateDigits ? gap(token) : token;
  });
}

function digitsIn(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}
