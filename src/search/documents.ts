import type { Procedure } from "../catalog/catalog.ts";
import { type FieldWeights, fieldNames, fieldsOf } from "./fields.ts";
import type { Word } from "./fold.ts";
import { type Bag, buildIndex, type InvertedIndex } from "./inverted-index.ts";
import { termsInText } from "./terms.ts";

type Part = { terms: string[]; length: number };

/** Indexes the procedures, in the order of their positions, by all their parts (BM25F: the parts are weighed before they are counted). */
export function indexProcedures(procedures: readonly Procedure[], read: (text: string) => Word[], weights: FieldWeights): InvertedIndex {
  const parts = procedures.map((procedure) => partsOf(procedure, read));
  const average = fieldNames.map((_, field) => {
    const lengths = parts.map((part) => part[field]?.length ?? 0).filter((length) => length > 0);
    return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  });
  return buildIndex(parts.map((part) => bagOf(part, average, weights)));
}

function partsOf(procedure: Procedure, read: (text: string) => Word[]): Part[] {
  const fields = fieldsOf(procedure);
  return fieldNames.map((field) => {
    const texts = fields[field].map(read);
    return { terms: texts.flatMap(termsInText), length: texts.reduce((sum, words) => sum + words.length, 0) };
  });
}

function bagOf(parts: readonly Part[], average: readonly number[], weights: FieldWeights): Bag {
  const bag = new Map<string, number>();
  parts.forEach(({ terms, length }, field) => {
    const name = fieldNames[field] ?? "name";
    const { weight, length: dilution } = weights[name];
    const share = weight / (1 - dilution + (dilution * length) / (average[field] || 1));
    for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + share);
  });
  return bag;
}
