import type { Outcome } from "./outcome.ts";
import type { Ranked } from "./ranking/rank.ts";
import type { Said } from "./said.ts";

/** What certainty is judged by. All lie between −1 and 1, so that their weights can be compared. */
export type Signs = {
  /** How well the first match answers. */
  score: number;
  /** Its lead over the second, as a share of its score. */
  lead: number;
  /** How much better it answers than the tenth, which is hardly meant: as a difference, all of its score when fewer match. A first that is no better than that answers nothing. */
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
 * of the catalog, of which 71 of 1,470 get a card. `inside`: the catalog has what she asks about at all.
 */
export const right: Curve = {
  start: -6.15,
  weights: {
    score: 0.95,
    lead: 5.61,
    outstanding: 2.36,
    near: 0.12,
    missing: -1.21,
    length: 4.97,
    clear: 4.41,
    foreign: -1.57,
    outside: -1.37,
    elsewhere: -1.06,
    facets: 1.17,
  },
};
export const inside: Curve = {
  start: -1.79,
  weights: {
    score: 2.78,
    lead: 0.61,
    outstanding: 5.65,
    near: 1.96,
    missing: -4.44,
    length: 5.98,
    clear: 0.39,
    foreign: -5.99,
    outside: -8.19,
    elsewhere: -0.88,
    facets: 0.7,
  },
};

/** From this probability on the first match is shown at once. The card of a wrong procedure is worse than a question back: of 1,470 questions 568 get the right card and 5 a wrong one. */
export const sure = 0.855;
/** Below this probability it is most likely something no office here does: of 100 questions of the catalog 1 or 2 fall under it, and of 100 from outside 91 to 93. */
export const perhaps = 0.4;
/** The curves were fitted on stories: a question that is a name of the first match and of no other needs little certainty beside, for it says all there is to say; with a particle in it ("mất căn cước thì làm lại") it is a little less near. */
const wordForWord = { near: 0.95, alone: 0.08, missing: 0.15, right: 0.6 };
/** The match that says how well anything answers such words: nobody means one so far down. */
const farDown = 10;
/** So many other matches may be named too. */
const looked = 4;

/** The signs of a ranking; undefined when nothing matches, or nothing is called by any word of the question ("ok em"). */
export function signsOf(ranked: readonly Ranked[], { words, missing, foreign, outside, elsewhere, facets }: Said): Signs | undefined {
  const [first, second] = ranked;
  if (!first || first.near === 0) return undefined;
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

/** Why an outcome is of its kind. */
export type Reason =
  | "named"
  | "several named"
  | "only a frame"
  | "nothing called so"
  | "sure"
  | "a name of the first"
  | "a twin is named too"
  | "only the office differs"
  | "perhaps"
  | "a topic"
  | "unlikely";

/** A kind, and why. */
export type Judgement = { kind: Outcome["kind"]; reason: Reason };

/** What is looked up only when it decides: has the first match a twin that fits what she said, do her words name that twin nearly as well, and is the same done by another office? */
export type Twins = { has: () => boolean; areNamed: () => boolean; haveOtherOffice: () => boolean };

/** How certain a ranking is. A twin is asked about though she said an everyday name of the first, for it may be called so too. */
export function certaintyOf(ranked: readonly Ranked[], said: Said, twins: Twins): Judgement {
  const signs = signsOf(ranked, said);
  if (!signs) return { kind: "unknown", reason: "nothing called so" };
  const likely = probability(right, signs);
  const isName = isNamed(ranked, signs) && likely >= wordForWord.right && !twins.has();
  if (likely >= sure || isName) {
    if (twins.haveOtherOffice()) return { kind: "choose", reason: "only the office differs" };
    if (twins.areNamed()) return { kind: "choose", reason: "a twin is named too" };
    return { kind: "found", reason: likely >= sure ? "sure" : "a name of the first" };
  }
  return probability(inside, signs) >= perhaps ? { kind: "choose", reason: "perhaps" } : { kind: "unknown", reason: "unlikely" };
}

/** Is the question a name of the first match, and of no other? */
function isNamed([, ...others]: readonly Ranked[], { near, missing }: Signs): boolean {
  const nearest = Math.max(0, ...others.slice(0, looked).map((other) => other.near));
  return near >= wordForWord.near && near - nearest >= wordForWord.alone && missing <= wordForWord.missing;
}
