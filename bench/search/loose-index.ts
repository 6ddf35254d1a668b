import { averageLengths } from "../../src/search/index/documents.ts";
import { type FieldName, type FieldWeights, fieldNames, fieldsOf } from "../../src/search/index/fields.ts";
import { rarity, saturation } from "../../src/search/index/inverted-index.ts";
import { type Term, termsInText } from "../../src/search/index/terms.ts";
import { writtenOut } from "../../src/search/question/spell.ts";
import type { Stock } from "../../src/search/stock.ts";
import { type Word, wordsReader } from "../../src/search/text/fold.ts";

/** Where a term stands: documents, and for each how often in each field. */
type Places = { documents: number[]; counts: number[] };

/** The index with its fields still apart, for the terms of some questions only: other weights are tried without building anything anew. */
export type LooseIndex = {
  places: Map<string, Places>;
  lengths: Record<FieldName, Float32Array>;
  average: Record<FieldName, number>;
  size: number;
};

/** Counts the terms of these questions in every field of every procedure. */
export function looseIndex(stock: Stock, wanted: ReadonlySet<string>): LooseIndex {
  const wordsOf = wordsReader();
  const read = (text: string): Word[] => writtenOut(stock.reader.abbreviations, wordsOf(text));
  const size = stock.procedures.length;
  const perField = <T>(make: (field: FieldName) => T): Record<FieldName, T> =>
    Object.fromEntries(fieldNames.map((field) => [field, make(field)])) as Record<FieldName, T>;
  const index: LooseIndex = { places: new Map(), lengths: perField(() => new Float32Array(size)), average: perField(() => 0), size };
  stock.procedures.forEach((procedure, document) => {
    const fields = fieldsOf(procedure);
    fieldNames.forEach((field, at) => {
      const texts = fields[field].map(read);
      index.lengths[field][document] = texts.reduce((sum, words) => sum + words.length, 0);
      for (const term of texts.flatMap(termsInText)) if (wanted.has(term)) count(index, term, document, at);
    });
  });
  averageLengths(stock.procedures).forEach((average, at) => {
    index.average[fieldNames[at] ?? "name"] = average;
  });
  return index;
}

function count({ places }: LooseIndex, term: string, document: number, field: number): void {
  const here = places.get(term) ?? { documents: [], counts: [] };
  places.set(term, here);
  if (here.documents.at(-1) !== document) {
    here.documents.push(document);
    for (let at = 0; at < fieldNames.length; at++) here.counts.push(0);
  }
  const cell = (here.documents.length - 1) * fieldNames.length + field;
  here.counts[cell] = (here.counts[cell] ?? 0) + 1;
}

/** What one word counts in each field of each document, by these weights. */
export function wordShares({ lengths, average, size }: LooseIndex, weights: FieldWeights): Float32Array {
  const shares = new Float32Array(size * fieldNames.length);
  fieldNames.forEach((field, at) => {
    const { weight, length: dilution } = weights[field];
    for (let document = 0; document < size; document++) {
      const length = lengths[field][document] ?? 0;
      shares[document * fieldNames.length + at] = weight / (1 - dilution + (dilution * length) / (average[field] || 1));
    }
  });
  return shares;
}

/** As coverage of inverted-index.ts, by weights that are being tried. */
export function looseCoverage(stock: Stock, index: LooseIndex, shares: Float32Array, terms: readonly Term[]): Float32Array {
  const scores = new Float32Array(index.size);
  const rare = (term: string): number => rarity(stock.index.documents, term);
  const whole = terms.reduce((sum, { term, weight }) => sum + weight * rare(term), 0);
  if (whole === 0) return scores;
  const fields = fieldNames.length;
  for (const { term, weight } of terms) {
    const { documents, counts } = index.places.get(term) ?? { documents: [], counts: [] };
    const value = (weight * rare(term)) / whole;
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at] ?? 0;
      let sum = 0;
      for (let field = 0; field < fields; field++) sum += (counts[at * fields + field] ?? 0) * (shares[document * fields + field] ?? 0);
      scores[document] = (scores[document] ?? 0) + (value * sum) / (saturation + sum);
    }
  }
  return scores;
}
