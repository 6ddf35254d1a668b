import type { Catalog, Procedure } from "../catalog/catalog.ts";
import { answerQuestion } from "./answer.ts";
import { indexProcedures } from "./documents.ts";
import { type FieldWeights, fieldWeights, filingsOf } from "./fields.ts";
import { type Word, wordsOf, wordsReader } from "./fold.ts";
import { rarity } from "./inverted-index.ts";
import { gatherNames } from "./names.ts";
import type { Search } from "./outcome.ts";
import { phraseBook } from "./phrase-book.ts";
import { rankShares, type Shares } from "./rank.ts";
import { buildReader, spelledOut } from "./read-question.ts";
import { buildRepair } from "./spelling.ts";
import type { Stock } from "./stock.ts";
import type { TermBook } from "./term-book.ts";

/** Builds the search of a catalog, once; what it returns answers questions and keeps no text of the catalog. */
export function buildSearch(catalog: Catalog): Search {
  const stock = { ...stockOf(catalog), catalog: withoutLongTexts(catalog) };
  return (question, options = {}) => answerQuestion(stock, question, options);
}

/** The numbers that tuning tries others for (`npm run tune`). */
export type Weights = { fields: FieldWeights; shares: Shares };

/** What the search of a catalog looks things up in; measuring and explaining look at it from outside. */
export function stockOf(catalog: Catalog, weights: Weights = { fields: fieldWeights, shares: rankShares }): Stock {
  const procedures = [...catalog.procedures.values()];
  const wordsIn = wordsReader();
  const abbreviated = buildReader(catalog.words, { knows: () => true, areNeighbours: () => false, repair: () => [] });
  const read = (text: string): Word[] => spelledOut(abbreviated, wordsIn(text));
  const names = gatherNames(procedures, read);
  const documents = indexProcedures(procedures, read, weights.fields);
  const vocabulary = vocabularyOf(documents.book, catalog);
  return {
    codes: procedures.map(({ code }) => code),
    positions: new Map(procedures.map(({ code }, position) => [code, position])),
    catalog,
    reader: buildReader(catalog.words, {
      knows: (folded) => vocabulary.has(folded),
      areNeighbours: names.areNeighbours,
      repair: buildRepair(vocabulary, (word) => -rarity(documents, word)),
    }),
    shelves: { documents, names, demand: demandOf(procedures), shares: weights.shares },
    lifeEvents: phraseBook(
      catalog.lifeEvents.flatMap((event) => [...event.aliases.vi, ...event.aliases.en].map((alias) => [alias, event] as const)),
    ),
    elsewhere: phraseBook(catalog.words.elsewhere.flatMap(({ id, words }) => words.map((phrase) => [phrase, id] as const))),
  };
}

/** The syllables of everything that is searched: what a keystroke or a slip may be repaired to. */
function vocabularyOf(book: TermBook, { words, lifeEvents }: Catalog): Set<string> {
  const texts = [
    ...Object.entries(words.everyday).flat(),
    ...Object.values(words.facets).flatMap(({ vi, en }) => [...vi, ...en]),
    ...words.elsewhere.flatMap((one) => one.words),
    ...lifeEvents.flatMap(({ aliases }) => [...aliases.vi, ...aliases.en]),
  ];
  const indexed = [...book.words.keys()].filter((word) => !word.startsWith("="));
  return new Set([...indexed, ...texts.flatMap(wordsOf).map(({ folded }) => folded)]);
}

/** The texts of whole records (30 MB for all of them) are needed while the index is built, not afterwards. */
function withoutLongTexts(catalog: Catalog): Catalog {
  const short = (procedure: Procedure): Procedure => {
    if (procedure.kind === "guided" || !procedure.details) return procedure;
    const { otherNames } = procedure.details;
    return { ...procedure, details: { otherNames, papers: [], conditions: "", steps: "", subjects: [] } };
  };
  return { ...catalog, procedures: new Map([...catalog.procedures].map(([code, procedure]) => [code, short(procedure)])) };
}

/** Demand is steep (ten procedures are three quarters of all filings), so its logarithm counts, 0–1. */
function demandOf(procedures: readonly Procedure[]): Float32Array {
  const logs = procedures.map((procedure) => Math.log10(1 + filingsOf(procedure)));
  const most = Math.max(1, ...logs);
  return Float32Array.from(logs, (log) => log / most);
}
