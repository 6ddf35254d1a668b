import { type FieldName, fieldNames, fieldsOf, fieldWeights } from "../index/fields.ts";
import { coverage, rarity } from "../index/inverted-index.ts";
import { termsInText } from "../index/terms.ts";
import type { Reading } from "../question/reading.ts";
import { writtenOut } from "../question/spell.ts";
import { rankShares, termsOf } from "../ranking/rank.ts";
import { procedureAt, type Stock } from "../stock.ts";
import { type Word, wordsOf } from "../text/fold.ts";

/** How much of the question's weight a procedure covers, 0–1, and how much of that each of its parts gave, most first. */
export type Covered = { share: number; fields: { field: FieldName; share: number }[] };

/** The index keeps the parts of a procedure together; which part gave how much is told from its texts again, by the weights of the parts, but not by their lengths. */
export function coveredByField(stock: Stock, reading: Reading, position: number): Covered {
  const { documents } = stock.index;
  const terms = termsOf(reading, rankShares);
  const whole = terms.reduce((sum, { term, weight }) => sum + weight * rarity(documents, term), 0);
  const inFields = termsByField(stock, position);
  const given = new Map<FieldName, number>();
  let share = 0;
  for (const { term, weight } of whole === 0 ? [] : terms) {
    const covered = coverage(documents, [{ term, weight }])[position] ?? 0;
    const gain = (covered * weight * rarity(documents, term)) / whole;
    if (gain === 0) continue;
    share += gain;
    const here = fieldNames.map((field) => ({ field, count: (inFields.get(field)?.get(term) ?? 0) * fieldWeights[field].weight }));
    const all = here.reduce((sum, { count }) => sum + count, 0);
    for (const { field, count } of here) if (count > 0) given.set(field, (given.get(field) ?? 0) + (gain * count) / all);
  }
  const fields = [...given].map(([field, part]) => ({ field, share: part }));
  return { share, fields: fields.sort((a, b) => b.share - a.share) };
}

function termsByField(stock: Stock, position: number): Map<FieldName, Map<string, number>> {
  const fields = fieldsOf(procedureAt(stock, position));
  const read = (text: string): Word[] => writtenOut(stock.reader.abbreviations, wordsOf(text));
  return new Map(fieldNames.map((field) => [field, counted(fields[field].flatMap((text) => termsInText(read(text))))]));
}

function counted(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
