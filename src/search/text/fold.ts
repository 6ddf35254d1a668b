import { fold, oneLetterI } from "../../catalog/fold.ts";

/** One word of a text: as typed (lower case, NFC), without any accents, and with its accents in one agreed spelling. */
export type Word = { typed: string; folded: string; accented: string; particle?: Particle };

/** A particle of a question: part of a name with its neighbour ("em" of "trẻ em"), or loose ("cái" of "cái xe"). */
type Particle = "named" | "loose";

/** The words without the loose particles, which say nothing of their own. */
export function withoutLoose(words: readonly Word[]): Word[] {
  return words.filter(({ particle }) => particle !== "loose");
}

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Zero-width and control characters, and the marks of right-to-left text: they stand inside copied words and mean nothing. */
const invisible = /[\p{Cf}\p{Cc}]/gu;

/** The tone before the mark of the vowel ("a" + acute + circumflex): NFC leaves it so, and "ấ" would be no letter. */
const toneFirst = /([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])/g;

/** Each letter with its accents as one sign, in whatever order they were typed. */
export function composed(text: string): string {
  return text.normalize("NFD").replace(toneFirst, "$2$1").normalize("NFC");
}

/** The words of a text in order: letters and digits, each Vietnamese syllable a word. A number with points ("1.001193") stays one word. */
export function wordsOf(text: string): Word[] {
  return lettersOf(text).map(wordOf);
}

/** So many words are kept: the same few are half of all questions. The memory is emptied when full, so that it never grows. */
const mostMet = 10_000;

/** As wordsOf, for many texts of one language: what stands between two spaces is taken apart once, and a word folded once. */
export function wordsReader(): (text: string) => Word[] {
  const take = remembered((piece) => wordsOf(piece));
  return (text) => {
    const words: Word[] = [];
    for (const piece of text.split(betweenPieces)) for (const word of take(piece)) words.push(word);
    return words;
  };
}

function remembered<T>(work: (text: string) => T, most = Number.POSITIVE_INFINITY): (text: string) => T {
  const met = new Map<string, T>();
  return (text) => {
    const known = met.get(text);
    if (known !== undefined) return known;
    const made = work(text);
    if (met.size >= most) met.clear();
    met.set(text, made);
    return made;
  };
}

/** What no word reaches across. Other white space, such as U+FEFF, may stand inside a copied word. */
const betweenPieces = /[ \n\r\t\v\f]/;

function lettersOf(text: string): string[] {
  const plain = text
    .normalize("NFC")
    .replace(/[\n\r\t\v\f]/g, " ")
    .replace(invisible, "")
    .toLowerCase();
  return plain.match(/\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** One word from its letters. */
export const wordOf = remembered((typed): Word => ({ typed, folded: fold(typed), accented: accentedForm(typed) }), mostMet);

/** Did she type accents in this word? */
export function hasAccents({ folded, accented }: Word): boolean {
  return folded !== accented;
}

const syllable = /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?$/;

/** Has a word without accents the shape of a Vietnamese syllable? "for" and "kv2" have not; "to" has. */
export function isSyllable(folded: string): boolean {
  return syllable.test(folded);
}

/** The mark of the tone goes to the end, so that "hoà" and "hòa" are one; ă â ê ô ơ ư đ stay themselves. */
function accentedForm(typed: string): string {
  const parts = typed.normalize("NFD").toLowerCase();
  return oneLetterI(parts.replace(tone, "").normalize("NFC")) + (parts.match(tone) ?? []).join("");
}
