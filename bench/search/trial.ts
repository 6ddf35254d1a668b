import { performance } from "node:perf_hooks";
import { answerQuestion } from "../../src/search/answer.ts";
import type { Outcome } from "../../src/search/outcome.ts";
import type { Asked } from "../../test/search/golden-questions.ts";
import { answeringCodes, type Shelf } from "./shelf.ts";

/** A question asked. `right`: the codes of the catalog that answer it, none for a question from outside; `each`: the same for each of its codes, for several have one name; `place`: of the first right match, from 1, undefined beyond ten; `ms`: asked again, once its misspelt words are repaired; `atFirst`: asked for the first time. */
export type Trial = {
  asked: Asked;
  typed: string;
  outcome: Outcome;
  right: Set<string>;
  each: Set<string>[];
  place: number | undefined;
  ms: number;
  atFirst: number;
};

/** Asks every question as `typed` makes it. */
export function tryAll(shelf: Shelf, questions: readonly Asked[], typed: (question: string) => string = (question) => question): Trial[] {
  return questions.map((asked) => tryOne(shelf, asked, typed(asked.question)));
}

function tryOne(shelf: Shelf, asked: Asked, typed: string): Trial {
  const { right, each } = answersTo(shelf, asked);
  const before = performance.now();
  answerQuestion(shelf.stock, typed, {});
  const between = performance.now();
  const outcome = answerQuestion(shelf.stock, typed, {});
  const ms = performance.now() - between;
  const at = outcome.matches.findIndex(({ code }) => right.has(code));
  return { asked, typed, outcome, right, each, place: at < 0 ? undefined : at + 1, ms, atFirst: between - before };
}

/** The codes of the catalog that answer a question: together, and for each of its codes that the catalog has an answer to. */
export function answersTo(shelf: Shelf, { codes }: Asked): Pick<Trial, "right" | "each"> {
  const each = codes.map((code) => answeringCodes(shelf, [code])).filter(({ size }) => size > 0);
  return { right: new Set(each.flatMap((some) => [...some])), each };
}

/** Is it answered by the catalog at all? */
export function isInside({ right }: Trial): boolean {
  return right.size > 0;
}
