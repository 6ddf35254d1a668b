import { hasAccents, type Word, wordsOf } from "./fold.ts";

/** A phrase of the book found in a question: which entry, and the words from `start` up to `end`. */
export type Found<T> = { entry: T; start: number; end: number };

type Kept<T> = { words: Word[]; entry: T };

/** Phrases of one first word: those of that word alone, and longer ones by their second, longest first. */
type Shelf<T> = { alone: Kept<T>[]; longer: Map<string, Kept<T>[]> };

/** Phrases by their first word. */
export type PhraseBook<T> = ReadonlyMap<string, Shelf<T>>;

/** Makes a book of phrases, each leading to its entry. `read`: a reader that has met their words before. */
export function phraseBook<T>(phrases: Iterable<readonly [string, T]>, read: (text: string) => Word[] = wordsOf): PhraseBook<T> {
  const kept = Array.from(phrases, ([phrase, entry]): Kept<T> => ({ words: read(phrase), entry }));
  const longestFirst = kept.filter(({ words }) => words.length > 0).sort((a, b) => b.words.length - a.words.length);
  const beginning = Map.groupBy(longestFirst, ({ words }) => words[0]?.folded ?? "");
  const shelves = [...beginning].map(([first, some]) => {
    const [alone, longer] = [some.filter(({ words }) => words.length === 1), some.filter(({ words }) => words.length > 1)];
    return [first, { alone, longer: Map.groupBy(longer, ({ words }) => words[1]?.folded ?? "") }] as const;
  });
  return new Map(shelves);
}

/** Every phrase of the book in these words, from left to right, the longest at each place, none overlapping another. */
export function findPhrases<T>(book: PhraseBook<T>, words: readonly Word[], same: SameWord = sameWord): Found<T>[] {
  const found: Found<T>[] = [];
  for (let start = 0; start < words.length; ) {
    const shelf = book.get(words[start]?.folded ?? "");
    const kept = shelf && longestAt(shelf, words, start, same);
    if (kept) found.push({ entry: kept.entry, start, end: start + kept.words.length });
    start += kept ? kept.words.length : 1;
  }
  return found;
}

/** Which of the phrases that were found stands over the word at a position. */
export function phraseOver<T>(found: readonly Found<T>[]): (position: number) => Found<T> | undefined {
  const over: Found<T>[] = [];
  for (const phrase of found) for (let at = phrase.start; at < phrase.end; at++) over[at] ??= phrase;
  return (position) => over[position];
}

/** Is a typed word the word of a phrase? `alone`: the phrase is that word only. */
export type SameWord = (typed: Word, written: Word, alone: boolean) => boolean;

/** Alike without accents; but accents that were typed must agree, for "bố" is not "bộ". */
export function sameWord(typed: Word, written: Word): boolean {
  return typed.folded === written.folded && (!hasAccents(typed) || typed.accented === written.accented);
}

/** As sameWord, but a phrase of one word must be written as it is: "ma" may be anything, "má" is mother. */
export function sameWordStrictly(typed: Word, written: Word, alone: boolean): boolean {
  return alone ? typed.accented === written.accented : sameWord(typed, written);
}

/** With just these accents, as in a text that is written with all of them: the "dung" of "nội dung" is no "dừng". */
export function asWritten(typed: Word, written: Word): boolean {
  return typed.accented === written.accented;
}

/** Whoever types accents types them all: her "cho" is neither "chó" nor "chợ". */
export function asTyped(words: readonly Word[]): SameWord {
  return words.some(hasAccents) ? asWritten : sameWord;
}

function longestAt<T>({ alone, longer }: Shelf<T>, words: readonly Word[], start: number, same: SameWord): Kept<T> | undefined {
  const stands = (phrase: Kept<T>): boolean => standsAt(phrase.words, words, start, same);
  return longer.get(words[start + 1]?.folded ?? "")?.find(stands) ?? alone.find(stands);
}

function standsAt(phrase: readonly Word[], words: readonly Word[], start: number, same: SameWord): boolean {
  const alone = phrase.length === 1;
  return phrase.every((written, offset) => {
    const typed = words[start + offset];
    return typed !== undefined && same(typed, written, alone);
  });
}
