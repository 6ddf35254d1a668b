import type { Outcome } from "./outcome.ts";
import type { Ranked } from "./rank.ts";
import type { Said } from "./said.ts";

/** What certainty is judged by. All lie between −1 and 1, so that their weights can be compared. */
export type Signs = {
  /** How well the first match answers. */
  score: number;
  /** Its lead over the second, as a share of its score. */
  lead: number;
  /** Its lead over the tenth, as a difference: what stands out from nothing is hardly meant. */
  outstanding: number;
  /** How near its nearest name is to the question. */
  near: number;
  /** The share of her words that it is not called by. */
  missing: number;
  /** How long the question is; 15 words and more are 1. */
  length: number;
  /** Score and lead together: a clear lead of a poor match says little. */
  clear: number;
  /** How much she speaks as people do of things no office does, −1 to 1. */
  foreign: number;
  /** How near the nearest phrase for such a thing is. */
  outside: number;
  /** 1 when such a phrase stands in the question. */
  elsewhere: number;
  /** 1 when she asks for two facets (papers, fee, time …) or more, .5 for one: so one asks about something definite. */
  facets: number;
};

/** A logistic curve over the signs. */
export type Curve = { start: number; weights: Signs };

/**
 * The two curves, fitted on the tune halves of test/search/golden by `npm run calibrate`, which also prints how often each
 * band was right. `right`: the first match is the one she means; it has also seen the questions with their answers taken out
 * of the catalog, of which 38 of 1,053 get a card. `inside`: the catalog has what she asks about at all.
 */
export const right: Curve = {
  start: -5.51,
  weights: {
    score: 0.07,
    lead: 5.34,
    outstanding: 3.46,
    near: 0.02,
    missing: -1.27,
    length: 4.6,
    clear: 4.22,
    foreign: -1.72,
    outside: -1.24,
    elsewhere: -1.22,
    facets: 1.13,
  },
};
export const inside: Curve = {
  start: -1.25,
  weights: {
    score: 1.69,
    lead: -0.03,
    outstanding: 6.6,
    near: 1.6,
    missing: -4.77,
    length: 5.93,
    clear: 0.62,
    foreign: -6.36,
    outside: -7.65,
    elsewhere: -0.97,
    facets: 0.84,
  },
};

/** From this probability on the first match is shown at once. The card of a wrong procedure is worse than a question back: of 1,053 questions 392 get the right card and 5 a wrong one. */
export const sure = 0.875;
/** Below this probability it is most likely something no office here does: of 100 questions of the catalog 1 or 2 fall under it, and of 100 from outside 93. */
export const perhaps = 0.41;
/** The curves were fitted on stories: a question that is a name of the first match and of no other needs little certainty beside, for it says all there is to say. */
const wordForWord = { near: 0.98, alone: 0.08, missing: 0.15, right: 0.5 };
/** What stands so far down is not meant: how much it answers to says how little the words say. */
const farDown = 10;
/** So many other matches are looked at: what stands further down is not meant. */
const looked = 4;

/** The signs of a ranking; undefined when nothing matches. */
export function signsOf(ranked: readonly Ranked[], { words, missing, foreign, outside, elsewhere, facets }: Said): Signs | undefined {
  const [first, second] = ranked;
  if (!first || first.score === 0) return undefined;
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  return {
    score: first.score,
    lead,
    outstanding: first.score - (ranked[farDown - 1]?.score ?? 0),
    near: first.near,
    missing,
    length: Math.min(words, 15) / 15,
    clear: first.score * lead,
    foreign,
    outside,
    elsewhere: Number(elsewhere),
    facets: Math.min(facets, 2) / 2,
  };
}

/** The probability that a curve gives to the signs, 0–1. */
export function probability({ start, weights }: Curve, signs: Signs): number {
  const sum = (Object.keys(weights) as (keyof Signs)[]).reduce((total, sign) => total + weights[sign] * signs[sign], start);
  return 1 / (1 + Math.exp(-sum));
}

/** What is looked up only when it decides: has the first match a twin that fits what she said, and do her words name that twin nearly as well? */
export type Twins = { has: () => boolean; areNamed: () => boolean };

/** How certain a ranking is. A twin is asked about though she said an everyday name of the first, for it may be called so too. */
export function certaintyOf(ranked: readonly Ranked[], said: Said, twins: Twins): Outcome["kind"] {
  const signs = signsOf(ranked, said);
  if (!signs) return "unknown";
  const likely = probability(right, signs);
  const isWhole = isNamed(ranked, signs) && (said.official || (likely >= wordForWord.right && !twins.has()));
  if ((likely >= sure || isWhole) && !twins.areNamed()) return "found";
  return probability(inside, signs) >= perhaps ? "choose" : "unknown";
}

/** Is the question a name of the first match, and of no other? */
export function isNamed([, ...others]: readonly Ranked[], { near, missing }: Signs): boolean {
  const nearest = Math.max(0, ...others.slice(0, looked).map((other) => other.near));
  return near >= wordForWord.near && near - nearest >= wordForWord.alone && missing <= wordForWord.missing;
}
