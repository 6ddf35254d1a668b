import type { Procedure } from "../../catalog/catalog.ts";
import { type TraitAnswer, traits } from "../../catalog/words.ts";
import type { Word } from "../text/fold.ts";
import { findPhrases, type PhraseBook, sameWord } from "../text/phrase-book.ts";
import { fitting, type TraitBook } from "./twin-traits.ts";

/** What is done with a paper (issued for the first time, renewed, reissued …): the answers to the trait "doing", one bit for each. */
export type Doing = number;

const answers: readonly TraitAnswer[] = traits.doing;
const firstTime = bitsOf(["first"]);

/** What each procedure does, in the order of their positions. */
export function gatherDoing(procedures: readonly Procedure[], book: TraitBook): Uint16Array {
  return Uint16Array.from(procedures, (procedure) => bitsOf(fitting(book, "doing", procedure)));
}

/** What she wants done, in the words that names have for it; 0 when she does not say. */
export function doingSaid(book: PhraseBook<TraitAnswer[]>, words: readonly Word[]): Doing {
  return bitsOf(findPhrases(book, words, sameWord).flatMap(({ entry }) => entry));
}

/** Is what a procedure does what she wants done? Whoever does not say wants it for the first time. */
export function doesWhatIsAsked(doing: Doing, asked: Doing): boolean {
  return (doing & (asked === 0 ? firstTime : asked)) !== 0;
}

/** The answers that the bits stand for. */
export function answersIn(doing: Doing): TraitAnswer[] {
  return answers.filter((_, bit) => (doing & (1 << bit)) !== 0);
}

function bitsOf(some: readonly TraitAnswer[]): Doing {
  return some.reduce((bits, answer) => bits | (1 << answers.indexOf(answer)), 0);
}
