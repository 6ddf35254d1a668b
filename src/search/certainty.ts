import type { Outcome } from "./outcome.ts";
import type { Ranked, Said } from "./rank.ts";

/** What certainty is judged by. All lie between −1 and 1, so that their weights can be compared. */
export type Signs = {
  /** How well the first match answers. */
  score: number;
  /** Its lead over the second, as a share of its score. */
  lead: number;
  /** How near its nearest name is to the question. */
  near: number;
  /** The share of her words that it is not called by. */
  missing: number;
  /** 1 when another match is called by as many of her words. */
  rivals: number;
  /** How long the question is; 15 words and more are 1. */
  length: number;
  /** Score and lead together: a clear lead of a poor match says little. */
  clear: number;
  /** How much she speaks as people do of things no office does, −1 to 1. */
  foreign: number;
};

/** A logistic curve over the signs. */
export type Curve = { start: number; weights: Signs };

/**
 * The two curves, fitted on the tune halves of test/search/golden by `npm run calibrate`, which also prints how often each
 * band was right. `right`: the first match is the one she means. `inside`: the catalog has what she asks about at all.
 */
export const right: Curve = {
  start: -3,
  weights: { score: -0.26, lead: 4.72, near: 0.55, missing: -1.54, rivals: -0.65, length: 3.35, clear: 3.77, foreign: -1.34 },
};
export const inside: Curve = {
  start: -0.91,
  weights: { score: 1.25, lead: 1.23, near: 0.57, missing: -4.55, rivals: -0.11, length: 4.4, clear: 1.02, foreign: -5.6 },
};

/** From this probability on the first match is shown at once. The card of a wrong procedure is worse than a question back: 4 of 860 were wrong. */
export const sure = 0.88;
/** From this probability on a line that mentions something no office does asks for a procedure all the same ("bị mất trộm, làm lại căn cước"). */
const likely = 0.85;
/** Below this probability it is most likely something no office here does: 2 of 100 questions of the catalog fall under it, and 90 of 100 from outside. */
export const perhaps = 0.42;
/** The curves were fitted on stories; a short question needs none when it says what one is called word for word, and nobody else as nearly. */
const wordForWord = { near: 0.9, alone: 0.08, missing: 0.15 };
/** So near, she said the name and nothing else. */
const exact = 0.98;
/** Nor does it when the first match has all her words, no other does, and it leads plainly. */
const plain = { score: 0.75, lead: 0.15, missing: 0.1 };

/** The signs of a ranking; undefined when nothing matches. */
export function signsOf(ranked: readonly Ranked[], { words, missing, rivals, foreign }: Said): Signs | undefined {
  const [first, second] = ranked;
  if (!first || first.score === 0) return undefined;
  const lead = (first.score - (second?.score ?? 0)) / first.score;
  return {
    score: first.score,
    lead,
    near: first.near,
    missing,
    rivals: rivals ? 1 : 0,
    length: Math.min(words, 15) / 15,
    clear: first.score * lead,
    foreign,
  };
}

/** The probability that a curve gives to the signs, 0–1. */
export function probability({ start, weights }: Curve, signs: Signs): number {
  const sum = (Object.keys(weights) as (keyof Signs)[]).reduce((total, sign) => total + weights[sign] * signs[sign], start);
  return 1 / (1 + Math.exp(-sum));
}

/** Does the catalog most likely have what is asked about? */
export function isLikely(ranked: readonly Ranked[], said: Said): boolean {
  const signs = signsOf(ranked, said);
  return signs !== undefined && probability(inside, signs) >= likely;
}

/** How certain a ranking is. A rival that answers to as many of her words is asked about, unless she said the official name itself. */
export function certaintyOf(ranked: readonly Ranked[], said: Said): Outcome["kind"] {
  const signs = signsOf(ranked, said);
  if (!signs) return "unknown";
  const clear = isPlain(signs) || isNamed(ranked, signs) || probability(right, signs) >= sure;
  if (clear && (said.named || isExact(ranked, signs) || !said.rivals)) return "found";
  return probability(inside, signs) >= perhaps ? "choose" : "unknown";
}

/** Does the first match alone have all her words, with a plain lead? */
export function isPlain({ score, lead, missing, rivals }: Signs): boolean {
  return score >= plain.score && lead >= plain.lead && missing <= plain.missing && rivals === 0;
}

/** Is the question one of the names of the first match, and of no other's? Then nothing else is asked for, whoever has the same words. */
function isExact(ranked: readonly Ranked[], signs: Signs): boolean {
  return signs.near >= exact && isNamed(ranked, signs);
}

/** Is the question nearly the name of the first match, and of no other? */
export function isNamed([, ...others]: readonly Ranked[], { near, missing }: Signs): boolean {
  const nearest = Math.max(0, ...others.slice(0, 6).map((other) => other.near));
  return near >= wordForWord.near && near - nearest >= wordForWord.alone && missing <= wordForWord.missing;
}
