import { foreignness, nearnessOutside } from "./index/foreignness.ts";
import { missingShare } from "./index/inverted-index.ts";
import type { Reading } from "./question/reading.ts";
import { namedWords, type Ranking } from "./ranking/rank.ts";
import type { Stock } from "./stock.ts";
import { type Word, withoutLoose } from "./text/fold.ts";

/** What certainty is judged by besides the scores. */
export type Said = {
  /** How many words of her own she said. */
  words: number;
  /** The share of them, loose particles aside, that nothing the first match is called has, 0–1. */
  missing: number;
  /** How much she speaks as people do of things no office does, −1 to 1. */
  foreign: number;
  /** How near the nearest phrase for such a thing is, 0–1. */
  outside: number;
  /** Does one stand in the question word for word? */
  elsewhere: boolean;
  /** How many facets she asked for: papers, fee, time … */
  facets: number;
};

/** What a question said, and how much of it the first match does not answer to. */
export function said({ index: { names } }: Stock, reading: Reading, { ranked, nearness }: Ranking): Said {
  const own = namedWords(reading);
  const ways = reading.official?.length ? [own, reading.official] : [own];
  const [first] = ranked;
  return {
    words: new Set(own.map(({ folded }) => folded)).size,
    missing: first ? Math.min(...ways.map((words) => missingShare(names.called, meaningful(words), first.position))) : 1,
    foreign: foreignness(names, nearness),
    outside: nearnessOutside(names, nearness),
    elsewhere: reading.elsewhere !== undefined,
    facets: reading.facets.length,
  };
}

/** Each word once; a loose particle says nothing that could be missing. */
function meaningful(words: readonly Word[]): string[] {
  return [...new Set(withoutLoose(words).map(({ folded }) => folded))];
}
