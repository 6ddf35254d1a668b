import { share } from "./figures.ts";
import { isInside, type Trial } from "./trial.ts";

const scores = [0, 0.28, 0.36, 0.5, 0.6, 0.75, 0.9];
const margins = [0, 0.04, 0.12, 0.25];

/** A row for each band of the first score, a cell for each band of the lead over the second: how often the first is right, and of how many questions. Questions from outside count: their first is never right. */
export function calibrationRows(trials: readonly Trial[]): string[][] {
  const answered = trials.filter(({ outcome }) => outcome.matches.length > 0);
  const head = ["score \\ lead", ...margins.map((from, at) => band(from, margins[at + 1])), "all", "of them outside"];
  const rows = scores.map((from, at) => {
    const here = answered.filter((trial) => isIn(scoreOf(trial), from, scores[at + 1]));
    const cells = margins.map((lead, next) => cell(here.filter((trial) => isIn(marginOf(trial), lead, margins[next + 1]))));
    return [band(from, scores[at + 1]), ...cells, cell(here), String(here.filter((trial) => !isInside(trial)).length)];
  });
  return [head, ...rows];
}

function cell(trials: readonly Trial[]): string {
  if (trials.length === 0) return "·";
  return `${share(trials, ({ place }) => place === 1).toFixed(2)} of ${trials.length}`;
}

function scoreOf({ outcome }: Trial): number {
  return outcome.matches[0]?.score ?? 0;
}

function marginOf({ outcome }: Trial): number {
  const [first, second] = outcome.matches;
  return first ? (first.score - (second?.score ?? 0)) / first.score : 0;
}

function isIn(value: number, from: number, to = Number.POSITIVE_INFINITY): boolean {
  return from <= value && value < to;
}

function band(from: number, to: number | undefined): string {
  return to === undefined ? `${from} +` : `${from}–${to}`;
}
