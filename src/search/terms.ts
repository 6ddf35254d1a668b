import type { Word } from "./fold.ts";
import { numberPair, numberWord, type TermBook } from "./term-book.ts";

/** Something looked up in the index: a syllable without accents, the same with accents ("=…"), or two neighbours ("… …"). `weight`: how much of the question it carries. */
export type Term = { term: string; weight: number };

/** Vietnamese writes syllables apart, so neighbours carry the meaning: "khai sinh" is neither "khai" nor "sinh". 1.2 costs citizens' questions .014 of first places: whole names have their own measure. */
const pairWeight = 0.8;
/** Most of a word that was typed with accents; the rest finds it when an accent is wrong. Half costs citizens' questions .008. */
const accentShare = 0.8;

/** The terms of a text as they stand in the index. */
export function termsInText(words: readonly Word[]): string[] {
  return [
    ...words.flatMap(({ folded, accented }) => [folded, `=${accented}`]),
    ...pairs(words).map(([first, second]) => pairTerm(first, second)),
  ];
}

/** As termsInText, but tells the numbers of the terms; a word met before is not looked up again. */
export function termNumbers(book: TermBook): (words: readonly Word[], tell: (term: number) => void) => void {
  const met = new Map<Word, { folded: number; accented: number }>();
  const meet = (word: Word): { folded: number; accented: number } => {
    const known = met.get(word);
    if (known) return known;
    const numbers = { folded: numberWord(book, word.folded), accented: numberWord(book, `=${word.accented}`) };
    met.set(word, numbers);
    return numbers;
  };
  return (words, tell) => {
    let before: number | undefined;
    for (const word of words) {
      const { folded, accented } = meet(word);
      tell(folded);
      tell(accented);
      if (before !== undefined) tell(numberPair(book, before, folded));
      before = folded;
    }
  };
}

/** The terms of a question; a word typed without accents asks for no accents. */
export function termsInQuestion(words: readonly Word[], share: number): Term[] {
  const single = words.flatMap((word): Term[] =>
    word.folded === word.accented
      ? [{ term: word.folded, weight: share }]
      : [
          { term: word.folded, weight: share * (1 - accentShare) },
          { term: `=${word.accented}`, weight: share * accentShare },
        ],
  );
  return [...single, ...pairs(words).map(([first, second]) => ({ term: pairTerm(first, second), weight: share * pairWeight }))];
}

function pairTerm(first: Word, second: Word): string {
  return `${first.folded} ${second.folded}`;
}

function pairs(words: readonly Word[]): [Word, Word][] {
  return words.slice(1).map((second, index) => [words[index] ?? second, second]);
}
