import type { Procedure } from "../../catalog/catalog.ts";
import { type TraitAnswer, traits } from "../../catalog/words.ts";
import { fitting, type SaidTraits, type TraitBook } from "./twin-traits.ts";

/** What is done with a paper (issued for the first time, renewed, reissued …): the answers to the trait "doing", one bit for each. */
export type Doing = number;

const answers: readonly TraitAnswer[] = traits.doing;
const firstTime = bitsOf(["first"]);

/** What each procedure does, in the order of their positions. */
export function gatherDoing(procedures: readonly Procedure[], book: TraitBook): Uint16Array {
  return Uint16Array.from(procedures, (procedure) => bitsOf(fitting(book, "doing", procedure)));
}

/** What she wants done, by what she says of it; 0 when she does not say. */
export function doingSaid(said: SaidTraits): Doing {
  return bitsOf([...(said.get("doing") ?? [])]);
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
