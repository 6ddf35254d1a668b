import { hasAccents, isSyllable, type Word } from "./fold.ts";
import { findPair, findTerm, numberPair, numberWord, type TermBook, termBook } from "./term-book.ts";

/** How words are written, with accents: each way, and how often each way and each pair of neighbours stands in the texts. */
export type Written = {
  /** The words with accents and the pairs of them: those of names first, so many. */
  book: TermBook;
  inNames: number;
  counts: Int32Array;
  /** A word without accents → the ways it is written. */
  ways: ReadonlyMap<string, readonly Word[]>;
};

/** Counts how words are written in names and other texts that have accents; a text without any says nothing of it. */
export function gatherWritten(names: readonly (readonly Word[])[], others: readonly (readonly Word[])[]): Written {
  const book = termBook();
  const counts: number[] = [];
  const ways = new Map<string, Word[]>();
  const count = (number: number): void => {
    counts[number] = (counts[number] ?? 0) + 1;
  };
  const read = (words: readonly Word[]): void => {
    let before: number | undefined;
    for (const word of words) {
      const number = numberWord(book, word.accented);
      if (counts[number] === undefined) ways.set(word.folded, [...(ways.get(word.folded) ?? []), word]);
      count(number);
      if (before !== undefined) count(numberPair(book, before, number));
      before = number;
    }
  };
  const isWritten = (words: readonly Word[]): boolean => words.some(hasAccents);
  names.filter(isWritten).forEach(read);
  const inNames = book.size;
  others.filter(isWritten).forEach(read);
  return { book, inNames, counts: Int32Array.from(counts), ways };
}

/** Do these two words stand side by side in a name, written so? */
export function areTogetherInName({ book, inNames }: Written, first: Word, second: Word): boolean {
  const pair = findTerm(book, `${first.accented} ${second.accented}`);
  return pair !== undefined && pair < inNames;
}

/** How often two words stand side by side, written so; a word without accents stands for all the ways it is written. */
export function timesTogether({ book, counts, ways }: Written, first: Word, second: Word): number {
  const numbersOf = (word: Word): number[] =>
    (hasAccents(word) ? [word] : (ways.get(word.folded) ?? [word])).flatMap(({ accented }) => book.words.get(accented) ?? []);
  const seconds = numbersOf(second);
  return numbersOf(first).reduce(
    (sum, one) => sum + seconds.reduce((all, other) => all + (counts[findPair(book, one, other) ?? -1] ?? 0), 0),
    0,
  );
}

/** How much a pair of neighbours says, beside how common a word is. */
const pairShare = 0.8;
/** What a word counts that no text has, and all such words together. */
const unseen = { one: 0.1, all: 100 };
/** So many of the words must be syllables that stand in some text: else the question is not Vietnamese ("to" is no "tổ"). 99 of 100 questions reach it when their accents are taken off, and 4 of 1,000 English names. */
const vietnamese = 0.65;

/** Gives a question that was typed without accents the likeliest accents; any other stays as it is. */
export type Restore = (words: Word[]) => Word[];

/** One way to write the words so far: the last word, how likely all of it is (a logarithm), and what stands before. */
type Path = { word: Word; likely: number; before: Path | undefined };

/**
 * Chooses the accents of each word by its neighbours (a bigram model, decoded by Viterbi): 93 of 100 words of the golden
 * questions get their own accents back, and questions without accents find what those with accents find.
 */
export function buildRestore({ book, counts, ways }: Written): Restore {
  const total = [...book.words.values()].reduce((sum, number) => sum + (counts[number] ?? 0), 0);
  const countOf = (number: number | undefined): number => (number === undefined ? 0 : (counts[number] ?? 0));
  /** How likely a word is after another, as a logarithm. */
  const likelihood = (word: Word, before: Word | undefined): number => {
    const number = book.words.get(word.accented);
    const first = before && book.words.get(before.accented);
    const pair = first === undefined || number === undefined ? undefined : findPair(book, first, number);
    const alone = (countOf(number) + unseen.one) / (total + unseen.all);
    return Math.log((pairShare * countOf(pair)) / Math.max(1, countOf(first)) + (1 - pairShare) * alone);
  };
  const waysOf = (word: Word): readonly Word[] => (hasAccents(word) ? [word] : (ways.get(word.folded) ?? [word]));
  const decoded = (words: readonly Word[]): Word[] => {
    let paths: Path[] = [];
    for (const typed of words)
      paths = waysOf(typed).map((word) => {
        const best = likeliest(paths.map((before) => ({ before, likely: before.likely + likelihood(word, before.word) })));
        return { word, likely: best?.likely ?? likelihood(word, undefined), before: best?.before };
      });
    return wordsOn(likeliest(paths));
  };
  return (words) => {
    const known = words.filter(({ folded }) => isSyllable(folded) && ways.has(folded));
    return known.length < vietnamese * words.length ? words : decoded(words);
  };
}

function likeliest<T extends { likely: number }>(some: readonly T[]): T | undefined {
  return some.reduce<T | undefined>((best, one) => (best && best.likely >= one.likely ? best : one), undefined);
}

function wordsOn(path: Path | undefined): Word[] {
  const words: Word[] = [];
  for (let at = path; at; at = at.before) words.unshift(at.word);
  return words;
}
