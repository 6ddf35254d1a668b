import type { Outcome } from "./outcome.ts";
import type { Ranked, Said } from "./rank.ts";

/** From here on a first match is the one she means, if it also leads by enough and leaves little of what she said aside. */
const sure = 0.5;
const lead = 0.12;
/** A name said almost word for word needs a smaller lead. */
const verySure = 0.75;
const smallLead = 0.04;
/** "Certificate of an editor" is not the certificate of a lawyer, however much the rest agrees. */
const mostMissing = 0.28;
/** Said so nearly word for word that others who also have these words do not matter. */
const wordForWord = 0.92;
/** Below this none of the matches is what she means; a few words are easily half covered by chance, a long story never is. */
const perhaps = (words: number): number => (words <= 5 ? 0.36 : 0.28);
/** A weak match that has nothing to say to half of her words is no match. */
const weak = 0.34;
const halfMissing = 0.5;

/** All of them by name, for whoever explains an outcome. */
export const bounds = { sure, lead, verySure, smallLead, mostMissing, wordForWord, perhaps, weak, halfMissing };

/** How certain a ranking is. The card of a wrong procedure is worse than a question back. */
export function certaintyOf(ranked: readonly Ranked[], { words, missing, rivals }: Said): Outcome["kind"] {
  const [first, second] = ranked;
  if (!first || first.score < perhaps(words) || (first.score < weak && missing > halfMissing)) return "unknown";
  const margin = (first.score - (second?.score ?? 0)) / first.score;
  const clear = (first.score >= sure && margin >= lead) || (first.score >= verySure && margin >= smallLead);
  const alone = !rivals || first.near >= wordForWord;
  return clear && alone && missing <= mostMissing ? "found" : "choose";
}
