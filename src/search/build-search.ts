import type { Catalog, Procedure } from "../catalog/catalog.ts";
import { answerQuestion } from "./answer.ts";
import { indexProcedures } from "./documents.ts";
import { calledBy, type FieldWeights, fieldsOf, fieldWeights, filingsOf } from "./fields.ts";
import { type Word, wordsReader } from "./fold.ts";
import { gatherNames } from "./names.ts";
import type { Search } from "./outcome.ts";
import { phraseBook } from "./phrase-book.ts";
import { rankShares, type Shares } from "./rank.ts";
import { buildReader, spelledOut } from "./read-question.ts";
import { buildRepair } from "./spelling.ts";
import type { Stock } from "./stock.ts";

/** Builds the search of a catalog, once; what it returns answers questions and keeps no text of the catalog. */
export function buildSearch(catalog: Catalog): Search {
  const stock = stockOf(catalog);
  return (question, options = {}) => answerQuestion(stock, question, options);
}

/** The numbers that tuning tries others for (`npm run tune`). */
export type Weights = { fields: FieldWeights; shares: Shares };

/** What the search of a catalog looks things up in; measuring and explaining look at it from outside. */
export function stockOf(catalog: Catalog, weights: Weights = { fields: fieldWeights, shares: rankShares }): Stock {
  const procedures = [...catalog.procedures.values()];
  const wordsOf = wordsReader();
  const inIndex = new Set(
    textsOf(procedures, catalog)
      .flatMap(wordsOf)
      .map(({ folded }) => folded),
  );
  const knows = (folded: string): boolean => inIndex.has(folded);
  const plain = buildReader(catalog.words, { knows, areNeighbours: () => false, repair: () => [] });
  const read = (text: string): Word[] => spelledOut(plain, wordsOf(text));
  const names = gatherNames(procedures, read);
  return {
    codes: procedures.map(({ code }) => code),
    positions: new Map(procedures.map(({ code }, position) => [code, position])),
    catalog,
    reader: buildReader(catalog.words, { knows, areNeighbours: names.areNeighbours, repair: buildRepair(inIndex) }),
    shelves: { documents: indexProcedures(procedures, read, weights.fields), names, demand: demandOf(procedures), shares: weights.shares },
    lifeEvents: phraseBook(
      catalog.lifeEvents.flatMap((event) => [...event.aliases.vi, ...event.aliases.en].map((alias) => [alias, event] as const)),
    ),
    elsewhere: phraseBook(catalog.words.elsewhere.flatMap(({ id, words }) => words.map((phrase) => [phrase, id] as const))),
  };
}

/** Everything that is searched. Its syllables are the vocabulary: what a keystroke or a slip may be repaired to. */
function textsOf(procedures: readonly Procedure[], { words, lifeEvents }: Catalog): string[] {
  return [
    ...procedures.flatMap((procedure) => [...calledBy(procedure), ...Object.values(fieldsOf(procedure)).flat()]),
    ...Object.entries(words.everyday).flat(),
    ...Object.values(words.facets).flatMap(({ vi, en }) => [...vi, ...en]),
    ...words.elsewhere.flatMap((one) => one.words),
    ...lifeEvents.flatMap(({ aliases }) => [...aliases.vi, ...aliases.en]),
  ];
}

/** Demand is steep (ten procedures are three quarters of all filings), so its logarithm counts, 0–1. */
function demandOf(procedures: readonly Procedure[]): Float32Array {
  const logs = procedures.map((procedure) => Math.log10(1 + filingsOf(procedure)));
  const most = Math.max(1, ...logs);
  return Float32Array.from(logs, (log) => log / most);
}
