import type { Catalog, Procedure } from "../catalog/catalog.ts";
import type { Words } from "../catalog/words.ts";
import { indexProcedures } from "./index/documents.ts";
import { filingsOf } from "./index/fields.ts";
import type { InvertedIndex } from "./index/inverted-index.ts";
import { gatherNames, type Names } from "./index/names.ts";
import { abbreviationsOf } from "./question/books.ts";
import { writtenOut } from "./question/spell.ts";
import { type Word, wordsReader } from "./text/fold.ts";
import { type Cores, gatherCores } from "./twins/cores.ts";
import { gatherDoing } from "./twins/doing.ts";
import { traitBook } from "./twins/twin-traits.ts";

/**
 * All that takes long to find out about a catalog, once: numbers in typed arrays and the numbers of words. It is plain
 * data and keeps no text, so that another thread can make it and hand it over whole.
 */
export type SearchIndex = {
  /** Position of a procedure → its code. */
  codes: string[];
  documents: InvertedIndex;
  names: Names;
  /** How much each procedure is asked for, 0–1. */
  demand: Float32Array;
  /** What each procedure does (`Doing`). */
  doing: Uint16Array;
  /** What is left of the names when what sets twins apart is taken out. */
  cores: Cores;
};

/** Indexes a catalog; `openSearch` makes the search of it. */
export function indexCatalog({ procedures: byCode, words }: Catalog): SearchIndex {
  const procedures = [...byCode.values()];
  const wordsIn = wordsReader();
  const traits = traitBook(words);
  const abbreviations = abbreviationsOf(words);
  const read = (text: string): Word[] => writtenOut(abbreviations, wordsIn(text));
  return {
    codes: procedures.map(({ code }) => code),
    documents: indexProcedures(procedures, read),
    names: gatherNames(procedures, { outside: words.elsewhere.flatMap((one) => one.words), written: framesOf(words) }, read),
    demand: demandOf(procedures),
    doing: gatherDoing(procedures, traits),
    cores: gatherCores(procedures, traits),
  };
}

/** How people speak: the frames and everyday words of questions, and what the guide says itself. */
function framesOf({ facets, everyday, particles, elsewhere }: Words): string[] {
  return [
    ...Object.values(facets).flatMap(({ vi }) => vi),
    ...Object.entries(everyday).flat(),
    ...particles,
    ...elsewhere.map(({ say }) => say.vi),
  ];
}

/** Demand is steep (ten procedures are three quarters of all filings), so its logarithm counts, 0–1. */
function demandOf(procedures: readonly Procedure[]): Float32Array {
  const logs = procedures.map((procedure) => Math.log10(1 + filingsOf(procedure)));
  const most = Math.max(1, ...logs);
  return Float32Array.from(logs, (log) => log / most);
}
