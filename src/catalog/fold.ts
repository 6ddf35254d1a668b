const marks = /\p{M}/gu;

/** Lower case, accents gone, đ as d, "ký" and "kí" alike: the form in which words are compared. Folding twice changes nothing. */
export function fold(text: string): string {
  return oneLetterI(withoutMarks(text.normalize("NFD").toLowerCase()));
}

/** Folded, without punctuation at its ends and with single spaces: how short phrases are compared. */
export function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function withoutMarks(decomposed: string): string {
  return decomposed.replace(marks, "").replaceAll("đ", "d");
}

/** "lý/lí", "kỹ/kĩ", "quý/quí": the same syllable in two schools of spelling. */
export function oneLetterI(word: string): string {
  return word.replace(/([bcdđghklmnprstvx])y(?!\p{L})/gu, "$1i").replace(/qui(?!\p{L})/gu, "quy");
}
