import type { Facet } from "../catalog/words.ts";

/** A procedure that may be what she means; score 0–1, comparable within one question only. */
export type Match = { code: string; score: number };

/**
 * What a question turned out to mean. `found`: clearly the first match. `choose`: one of the first few. `unknown`: none of
 * them for sure; the matches are filled all the same. At most ten matches, best first, each code the first of its file.
 */
export type Outcome = {
  kind: "found" | "choose" | "unknown";
  matches: Match[];
  /** What she asked about it (fee, time, …), from the frame of the question; several when she asked several. */
  facets: Facet[];
  /** The life event her words name, if any. */
  lifeEvent?: string;
  /** The entry of words.elsewhere her words name: no office of the province does it. The kind is then `unknown`. */
  elsewhere?: string;
};

/** What narrows a search: the id of a province keeps what that province offers. */
export type SearchOptions = { province?: string | undefined };

/** Answers a question; pure, synchronous, never throws, whatever the text. */
export type Search = (question: string, options?: SearchOptions) => Outcome;
