import type { Word } from "./fold.ts";
import { termCount } from "./inverted-index.ts";
import type { Names } from "./names.ts";

/** How words are spread over what no office does (content/words.yaml, elsewhere), to be held against the names of procedures. */
export type OutsideWords = { phrases: number; counts: ReadonlyMap<string, number> };

/** How much a question speaks as people do of things no office does (`foreign`), and as procedures are called (`ours`), 0–1 each. */
export type Spoken = { foreign: number; ours: number };

/** A word that neither side has seen is taken to stand in half a phrase. */
const unseen = 0.5;
/** So many words and pairs decide; one may be chance. */
const telling = 3;
/** Log odds beyond this say no more. */
const most = 8;

/** Counts the words and pairs of the phrases for what no office does. */
export function outsideWords(phrases: readonly (readonly Word[])[]): OutsideWords {
  const counts = new Map<string, number>();
  for (const phrase of phrases) for (const term of new Set(termsOf(phrase))) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { phrases: phrases.length, counts };
}

/** Weighs the words of a question by where they stand more often: among what no office does or among the names of procedures. */
export function spokenOf({ phrases, counts }: OutsideWords, { index }: Names, words: readonly Word[]): Spoken {
  const odds = [...new Set(termsOf(words))].flatMap((term) => {
    const [there, here] = [counts.get(term) ?? 0, termCount(index, term)];
    return there + here === 0 ? [] : [Math.log(((there + unseen) / (phrases + 1)) * ((index.size + 1) / (here + unseen)))];
  });
  const strongest = odds.toSorted((a, b) => b - a);
  const foreign = strongest.slice(0, telling).reduce((sum, each) => sum + each, 0) / telling;
  return { foreign: within(foreign), ours: within(-(strongest.at(-1) ?? 0)) };
}

function within(odds: number): number {
  return Math.min(1, Math.max(-1, odds / most));
}

function termsOf(words: readonly Word[]): string[] {
  return [...words.map(({ folded }) => folded), ...words.slice(1).map(({ folded }, at) => `${words[at]?.folded} ${folded}`)];
}
