import { coverage } from "../index/inverted-index.ts";
import { fourthNearestNames, type Nearness, nearestNames, nearnessOfNames } from "../index/nearness.ts";
import { type Term, termsInQuestion } from "../index/terms.ts";
import type { SearchIndex } from "../index-catalog.ts";
import type { Reading } from "../question/reading.ts";
import { type Doing, doesWhatIsAsked } from "../twins/doing.ts";

/** A procedure by its position, how well it answers, 0–1, and how near its nearest name is. */
export type Ranked = { position: number; score: number; near: number };

/** The procedures for a question, best first, and how near every name is to its words. */
export type Ranking = { ranked: readonly Ranked[]; nearness: Nearness };

/** What counts how much in a score, each 0–1. */
export type Shares = {
  /** The share of the words; the rest is the nearness of whole names. Both say the same of a well-put question; names decide what is certain. */
  words: number;
  /** How much of the nearness is that of the fourth nearest name. .004 more of citizens' questions find theirs first, .005 of portal questions in ten. */
  fourth: number;
  /** The most a procedure gains by being asked for often: enough to part twins, too little to pass a better match. A tenth costs .01 of the first places of what few ask for, and gives nothing to what many do, once both have many names. */
  demand: number;
  /** What a procedure loses by doing something else than she names: a first issue, when she says "gia hạn". .01 more of portal questions find theirs first and in ten. */
  otherDoing: number;
  /** What one loses that does anything but issue it for the first time, when she names nothing: another .005 first. .06 would cost what is not a first issue as much. */
  notFirst: number;
  /** A name reached through everyday words put into official ones: less good than one she said. */
  official: number;
  /** Words of a short frame ("lệ phí"), and names of provinces: fully counted they cost .002 of all questions in three, .02 of those that have one. */
  faint: number;
};
export const rankShares: Shares = { words: 0.7, fourth: 0.2, demand: 0.06, otherDoing: 0.08, notFirst: 0.03, official: 0.6, faint: 0.5 };
/** Beyond these nobody looks. */
const kept = 40;

/** Ranks the procedures for a question as read, best first. */
export function rank({ documents, names, demand, doing }: SearchIndex, reading: Reading, allowed: (position: number) => boolean): Ranking {
  const words = coverage(documents, termsOf(reading, rankShares));
  const nearness = nearnessOfNames(names, namedWords(reading));
  const nearest = nearestNames(names, nearness, demand.length);
  const fourth = fourthNearestNames(names, nearness, demand.length);
  if (reading.official) {
    const official = nearestNames(names, nearnessOfNames(names, reading.official), demand.length);
    for (let at = 0; at < nearest.length; at++) nearest[at] = Math.max(nearest[at] ?? 0, rankShares.official * (official[at] ?? 0));
  }
  const scores = new Float32Array(demand.length);
  for (let at = 0; at < scores.length; at++) {
    if (words[at] === 0 && nearest[at] === 0) continue;
    const procedure = {
      words: words[at] as number,
      near: nearest[at] as number,
      fourth: fourth[at] as number,
      demand: demand[at] as number,
      doing: doing[at] as number,
    };
    scores[at] = scoreOf(rankShares, procedure, reading.doing);
  }
  const ranked = best(scores, allowed).map((position) => ({ position, score: scores[position] ?? 0, near: nearest[position] ?? 0 }));
  return { ranked, nearness };
}

/** What a score is made of, each but `doing` 0–1. */
type Parts = { words: number; near: number; fourth: number; demand: number; doing: Doing };

/** How well a procedure answers, 0–1, by how much of her words it covers, how near its names are, how much it is asked for, and what it does. */
export function scoreOf(shares: Shares, { words, near, fourth, demand, doing }: Parts, asked: Doing): number {
  const called = (1 - shares.fourth) * near + shares.fourth * fourth;
  const said = shares.words * words + (1 - shares.words) * called;
  const loss = doesWhatIsAsked(doing, asked) ? 0 : asked === 0 ? shares.notFirst : shares.otherDoing;
  return Math.min(1, said * (1 + shares.demand * demand) * (1 - loss));
}

/** The positions of the best scores, best first; of equals the earlier. Sorting all of them would cost more than scoring them. */
function best(scores: Float32Array, allowed: (position: number) => boolean): number[] {
  const found: number[] = [];
  let least = 0;
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] as number;
    if (score <= least || !allowed(position)) continue;
    let at = found.length;
    while (at > 0 && (scores[found[at - 1] ?? 0] ?? 0) < score) at--;
    found.splice(at, 0, position);
    if (found.length > kept) found.pop();
    if (found.length === kept) least = scores[found[kept - 1] ?? 0] ?? 0;
  }
  return found;
}

/** Everything that is looked up for a question as read. */
export function termsOf({ own, added, faint }: Reading, shares: Shares): Term[] {
  return [
    ...termsInQuestion(own, 1),
    ...added.flatMap(({ words, share }) => termsInQuestion(words, share)),
    ...termsInQuestion(faint, own.length === 0 ? 1 : shares.faint),
  ];
}

/** The words that are compared with whole names. */
export function namedWords({ own, faint }: Reading): Reading["own"] {
  return own.length === 0 ? faint : own;
}
