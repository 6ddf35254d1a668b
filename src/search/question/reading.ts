import type { LifeEvent } from "../../catalog/life-event.ts";
import type { Facet } from "../../catalog/words.ts";
import type { Word } from "../text/fold.ts";
import type { Doing } from "../twins/doing.ts";
import type { SaidTraits } from "../twins/twin-traits.ts";

/** A word of the question and how much of it counts: 1 as typed, less for what we added or are less sure of. */
export type Weighed = { words: Word[]; share: number };

/** How a question was read: what to look up, and what its frame asked. */
export type Reading = {
  /** The question's own words, repaired where nobody knows them, the particles among them marked; none where all are loose particles. */
  own: Word[];
  /** The same with everyday words put into official ones; only when there are such words. */
  official?: Word[];
  /** Official words for everyday ones, and second readings of a misspelt word. */
  added: Weighed[];
  /** Words of short frames ("lệ phí") and names of provinces: they may be beside the question, or stand in the name of a procedure. */
  faint: Word[];
  facets: Facet[];
  /** What she says of what sets twins apart. */
  traits: SaidTraits;
  /** What she wants done; 0 when she does not say. */
  doing: Doing;
  /** The life event that a phrase of the question names. */
  lifeEvent?: LifeEvent;
  /** The id of something no office does (`elsewhere` of content/words.yaml) that a phrase of the question names. */
  elsewhere?: string;
};
