import type { Word } from "../text/fold.ts";
import { numberPair, numberWord, type TermBook } from "../text/term-book.ts";

/** Something looked up in the index: a syllable without accents, the same with accents ("=…"), or two neighbours ("… …"). `weight`: how much of the question it carries. */
export type Term = { term: string; weight: number };

/** Vietnamese writes syllables apart, so neighbours carry the meaning: "khai sinh" is neither "khai" nor "sinh". 1.2 costs citizens' questions .014 of first places: whole names have their own measure. */
const pairWeight = 0.8;
/** Most of a word that was typed with accents; the rest finds it when an accent is wrong. Half costs citizens' questions .008. */
const accentShare = 0.8;

/**
 * How much a loose particle counts, alone and with its neighbours, and the two around a particle. Without both .007 fewer of
 * citizens' questions find theirs first, .012 of those with one filler in four words, and .002 more of portal questions.
 */
const looseShare = 0.25;
const aroundShare = 0.8;

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
  const single = words.flatMap((word): Term[] => {
    const weight = share * weightOf(word);
    return word.folded === word.accented
      ? [{ term: word.folded, weight }]
      : [
          { term: word.folded, weight: weight * (1 - accentShare) },
          { term: `=${word.accented}`, weight: weight * accentShare },
        ];
  });
  return [...single, ...pairsInQuestion(words, share * pairWeight)];
}

/** The terms of a question without accents, each once. */
export function bareTerms(words: readonly Word[]): Set<string> {
  return new Set([...words.map(({ folded }) => folded), ...pairsInQuestion(words, 1).map(({ term }) => term)]);
}

/** Neighbours, and the two around a particle: "mua cái xe" is also "mua xe". */
function pairsInQuestion(words: readonly Word[], weight: number): Term[] {
  const neighbours = pairs(words).map(([first, second]) => ({
    term: pairTerm(first, second),
    weight: weight * Math.min(weightOf(first), weightOf(second)),
  }));
  const around = words.slice(2).flatMap((second, at): Term[] => {
    const [first, between] = words.slice(at, at + 2);
    if (!first || !between?.particle || first.particle || second.particle) return [];
    return [{ term: pairTerm(first, second), weight: weight * aroundShare }];
  });
  return [...neighbours, ...around];
}

function weightOf({ particle }: Word): number {
  return particle === "loose" ? looseShare : 1;
}

function pairTerm(first: Word, second: Word): string {
  return `${first.folded} ${second.folded}`;
}

function pairs(words: readonly Word[]): [Word, Word][] {
  return words.slice(1).map((second, index) => [words[index] ?? second, second]);
}
