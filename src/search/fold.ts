import { fold, oneLetterI } from "../catalog/fold.ts";

/** One word of a text: as typed (lower case, NFC), without any accents, and with its accents in one agreed spelling. */
export type Word = { typed: string; folded: string; accented: string };

const tones: Record<string, string> = { "\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5" };
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

/** As wordsOf, for many texts of one language: a word met before is not folded again. */
export function wordsReader(): (text: string) => Word[] {
  const met = new Map<string, Word>();
  const meet = (typed: string): Word => {
    const word = met.get(typed) ?? wordOf(typed);
    met.set(typed, word);
    return word;
  };
  return (text) => lettersOf(text).map(meet);
}

function lettersOf(text: string): string[] {
  const plain = text
    .normalize("NFC")
    .replace(/[\n\r\t]/g, " ")
    .replace(invisible, "")
    .toLowerCase();
  return plain.match(/\d+(?:\.\d+)+|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** One word from its letters. */
export function wordOf(typed: string): Word {
  return { typed, folded: fold(typed), accented: accentedForm(typed) };
}

/** Did she type accents in this word? */
export function hasAccents({ folded, accented }: Word): boolean {
  return folded !== accented;
}

/** The tone goes to the end as a digit, so that "hoà" and "hòa" are one; ă â ê ô ơ ư đ stay themselves. */
function accentedForm(typed: string): string {
  const parts = typed.normalize("NFD").toLowerCase();
  const heard = (parts.match(tone) ?? []).map((mark) => tones[mark] ?? "").join("");
  return oneLetterI(parts.replace(tone, "").normalize("NFC")) + heard;
}
