import { isInside, type Trial } from "./trial.ts";

/** How well questions with an answer in the catalog were answered; shares of them, 0–1. */
export type Figures = { count: number; first: number; inThree: number; inTen: number; mrr: number };

/** Counts the questions whose answer the catalog has. */
export function figuresOf(trials: readonly Trial[]): Figures {
  const places = trials.filter(isInside).map(({ place }) => place ?? Number.POSITIVE_INFINITY);
  const within = (most: number): number => share(places, (place) => place <= most);
  const mrr = places.reduce((sum, place) => sum + 1 / place, 0) / Math.max(1, places.length);
  return { count: places.length, first: within(1), inThree: within(3), inTen: within(10), mrr };
}

/** What the outcomes were worth, counted. */
export function outcomesOf(trials: readonly Trial[]): Record<string, number> {
  const inside = trials.filter(isInside);
  const is = (kind: Trial["outcome"]["kind"], some: readonly Trial[]): Trial[] => some.filter(({ outcome }) => outcome.kind === kind);
  const found = is("found", inside);
  const choose = is("choose", inside);
  const inFive = choose.filter(({ place }) => (place ?? 99) <= 5).length;
  const foundRight = found.filter(({ place }) => place === 1).length;
  return {
    "found, right": foundRight,
    "found, wrong": found.length - foundRight,
    "choose, right in five": inFive,
    "choose, without": choose.length - inFive,
    unknown: is("unknown", inside).length,
  };
}

/** Of questions that several procedures answer: how many are a choice, a choice with all of them in the first five, and how many of them stand there. */
export function twinsOf(trials: readonly Trial[]): { count: number; choose: number; together: number; inFive: number } {
  const twins = trials.filter(({ each }) => each.length > 1);
  const isChoice = ({ outcome }: Trial): boolean => outcome.kind === "choose";
  const here = ({ outcome, each }: Trial): number => {
    const five = outcome.matches.slice(0, 5);
    return each.filter((codes) => five.some(({ code }) => codes.has(code))).length / Math.min(5, each.length);
  };
  return {
    count: twins.length,
    choose: share(twins, isChoice),
    together: share(twins, (trial) => isChoice(trial) && here(trial) >= 1),
    inFive: twins.reduce((sum, trial) => sum + here(trial), 0) / Math.max(1, twins.length),
  };
}

/** Milliseconds at p50, p95, p99. */
export function timesOf(trials: readonly Trial[], of: "ms" | "atFirst" = "ms"): [number, number, number] {
  const sorted = trials.map((trial) => trial[of]).sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
  return [at(0.5), at(0.95), at(0.99)];
}

/** The share of some for which something holds; 0 of none. */
export function share<T>(some: readonly T[], holds: (one: T) => boolean): number {
  return some.filter(holds).length / Math.max(1, some.length);
}
