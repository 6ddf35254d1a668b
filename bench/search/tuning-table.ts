import type { FieldWeights } from "../../src/search/index/fields.ts";
import { fourthNearestNames, nearestNames, nearnessOfNames } from "../../src/search/index/nearness.ts";
import { readQuestion } from "../../src/search/question/read-question.ts";
import type { Reading } from "../../src/search/question/reading.ts";
import { namedWords, rankShares, type Shares, scoreOf, termsOf } from "../../src/search/ranking/rank.ts";
import type { Asked } from "../../test/search/golden-questions.ts";
import { chanceOf } from "../../test/search/noise-chance.ts";
import { type LooseIndex, looseCoverage, looseIndex, wordShares } from "./loose-index.ts";
import { answeringCodes, type Shelf } from "./shelf.ts";

/** A question read once: what its names give does not change while weights are tried. */
type Prepared = {
  reading: Reading;
  right: number[];
  own: Float32Array;
  fourth: Float32Array;
  official: Float32Array | undefined;
  fold: number;
  share: number;
};

/** The numbers that tuning tries others for. */
export type Weights = { fields: FieldWeights; shares: Shares };

/** All that is needed to try weights. */
export type TuningTable = { shelf: Shelf; index: LooseIndex; questions: Prepared[] };

/** The folds of cross-validation. All questions about one procedure fall into one, so that none is tested on a procedure it was tuned for. */
export const folds = 5;

/** Reads the questions that the catalog answers. Every list (golden, portal, …) counts the same, however long it is. */
export function tuningTable(shelf: Shelf, asked: readonly Asked[]): TuningTable {
  const { stock } = shelf;
  const { names } = stock.index;
  const size = stock.procedures.length;
  const answered = asked.map((one) => ({ ...one, right: answeringCodes(shelf, one.codes) })).filter(({ right }) => right.size > 0);
  const sets = Map.groupBy(answered, ({ set }) => set);
  const questions = answered.map(({ question, right, set }): Prepared => {
    const reading = readQuestion(stock.reader, question);
    const nearness = nearnessOfNames(names, namedWords(reading));
    const procedure = shelf.nameOfCode([...right].sort()[0] ?? "");
    return {
      reading,
      right: [...right].flatMap((code) => stock.positions.get(code) ?? []),
      own: nearestNames(names, nearness, size),
      fourth: fourthNearestNames(names, nearness, size),
      official: reading.official && nearestNames(names, nearnessOfNames(names, reading.official), size),
      fold: chanceOf(procedure)(folds),
      share: 1 / sets.size / (sets.get(set)?.length ?? 1),
    };
  });
  const terms = questions.flatMap(({ reading }) => termsOf(reading, rankShares).map(({ term }) => term));
  return { shelf, index: looseIndex(stock, new Set(terms)), questions };
}

/** What each question is worth by these weights: the mean of 1/place and of standing among the first three, 0–1. */
export function worths({ shelf: { stock }, index, questions }: TuningTable, { fields, shares }: Weights): Float32Array {
  const inFields = wordShares(index, fields);
  const { demand, doing } = stock.index;
  return Float32Array.from(questions, ({ reading, right, own, fourth, official }) => {
    const words = looseCoverage(stock, index, inFields, termsOf(reading, shares));
    const scores = words.map((covered, position) => {
      const near = Math.max(own[position] ?? 0, shares.official * (official?.[position] ?? 0));
      const parts = { words: covered, near, fourth: fourth[position] ?? 0, demand: demand[position] ?? 0, doing: doing[position] ?? 0 };
      return scoreOf(shares, parts, reading.doing);
    });
    const best = Math.max(...right.map((position) => scores[position] ?? 0));
    const place = best === 0 ? Number.POSITIVE_INFINITY : 1 + scores.filter((score) => score > best).length;
    return (1 / place + (place <= 3 ? 1 : 0)) / 2;
  });
}

/** The mean worth of the questions of some folds, 0–1. */
export function meanWorth({ questions }: TuningTable, worth: Float32Array, inFold: (fold: number) => boolean): number {
  let sum = 0;
  let all = 0;
  questions.forEach(({ fold, share }, at) => {
    if (!inFold(fold)) return;
    sum += share * (worth[at] ?? 0);
    all += share;
  });
  return all === 0 ? 0 : sum / all;
}
