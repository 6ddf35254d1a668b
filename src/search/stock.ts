import type { Catalog } from "../catalog/catalog.ts";
import type { LifeEvent } from "../catalog/life-event.ts";
import type { Reader } from "./question/read-question.ts";
import type { Shelves } from "./ranking/rank.ts";
import type { PhraseBook } from "./text/phrase-book.ts";
import type { Cores } from "./twins/cores.ts";
import type { TraitBook } from "./twins/twin-traits.ts";

/** Everything a question is answered from; a procedure is known by its position. */
export type Stock = {
  codes: readonly string[];
  positions: ReadonlyMap<string, number>;
  catalog: Catalog;
  reader: Reader;
  shelves: Shelves;
  lifeEvents: PhraseBook<LifeEvent>;
  /** What sets twins apart. */
  traits: TraitBook;
  /** What is left of the names without it. */
  cores: Cores;
};
