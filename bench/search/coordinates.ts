import { fieldNames } from "../../src/search/index/fields.ts";
import { rankShares, type Shares } from "../../src/search/ranking/rank.ts";
import { meanWorth, type TuningTable, type Weights, worths } from "./tuning-table.ts";

/** One number of the weights: its name, and the weights with another number in its place; undefined where that makes no sense. */
type Coordinate = { name: string; other: (weights: Weights, larger: boolean) => Weights | undefined };

/** Weights are tried a third larger and smaller. */
const factor = 4 / 3;
/** How much a long part dilutes a word goes by steps. */
const step = 0.1;
/** Less is chance, on a few hundred questions. */
const leastGain = 0.0005;

/** The shares by name, as they are tried and printed. */
export const shareNames = Object.keys(rankShares) as (keyof Shares)[];

const coordinates: Coordinate[] = [
  ...fieldNames.map(
    (field): Coordinate => ({
      name: `${field} weight`,
      other: ({ fields, shares }, larger) => {
        const weight = rounded(fields[field].weight * (larger ? factor : 1 / factor));
        return { shares, fields: { ...fields, [field]: { ...fields[field], weight } } };
      },
    }),
  ),
  ...fieldNames.map(
    (field): Coordinate => ({
      name: `${field} length`,
      other: ({ fields, shares }, larger) => {
        const length = rounded(fields[field].length + (larger ? step : -step));
        return length < 0 || length > 1 ? undefined : { shares, fields: { ...fields, [field]: { ...fields[field], length } } };
      },
    }),
  ),
  ...shareNames.map(
    (name): Coordinate => ({
      name: `share of ${name}`,
      other: ({ fields, shares }, larger) => {
        const share = rounded(shares[name] * (larger ? 1.15 : 1 / 1.15));
        return share > 1 ? undefined : { fields, shares: { ...shares, [name]: share } };
      },
    }),
  ),
];

/** Tries weights, and remembers what each question was worth by them: the folds walk nearly the same way. */
export function trier(table: TuningTable): (weights: Weights) => Float32Array {
  const memory = new Map<string, Float32Array>();
  return (weights) => {
    const key = JSON.stringify(weights);
    const known = memory.get(key) ?? worths(table, weights);
    memory.set(key, known);
    return known;
  };
}

/** Walks from these weights, one number at a time, wherever the questions of some folds are answered better; at most so many rounds. */
export function climb(start: Weights, rounds: number, worthOf: (weights: Weights) => number): Weights {
  let best = start;
  let worth = worthOf(start);
  for (let round = 0; round < rounds; round++) {
    const before = worth;
    for (const { other } of coordinates)
      for (const larger of [true, false]) {
        const tried = other(best, larger);
        const now = tried ? worthOf(tried) : 0;
        if (!tried || now < worth + leastGain) continue;
        [best, worth] = [tried, now];
        break;
      }
    if (worth === before) break;
  }
  return best;
}

/** The mean worth by some weights of the questions in some folds. */
export function worthIn(table: TuningTable, attempt: (weights: Weights) => Float32Array, inFold: (fold: number) => boolean) {
  return (weights: Weights): number => meanWorth(table, attempt(weights), inFold);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
