import type { Procedure } from "../../catalog/catalog.ts";
import type { Word } from "../text/fold.ts";
import { termBook } from "../text/term-book.ts";
import { fieldNames, fieldsOf, fieldWeights } from "./fields.ts";
import { buildIndex, type InvertedIndex } from "./inverted-index.ts";
import { termNumbers } from "./terms.ts";

/** Indexes the procedures, in the order of their positions, by all their parts (BM25F: the parts are weighed before they are counted). */
export function indexProcedures(procedures: readonly Procedure[], read: (text: string) => Word[]): InvertedIndex {
  const average = averageLengths(procedures);
  const book = termBook();
  const numbersOf = termNumbers(book);
  return buildIndex(procedures.length, book, (position, add) => {
    const procedure = procedures[position];
    if (!procedure) return;
    const fields = fieldsOf(procedure);
    fieldNames.forEach((field, at) => {
      const texts = fields[field].map(read);
      const length = texts.reduce((sum, words) => sum + words.length, 0);
      const { weight, length: dilution } = fieldWeights[field];
      const share = weight / (1 - dilution + (dilution * length) / (average[at] || 1));
      for (const words of texts) numbersOf(words, (term) => add(term, share));
    });
  });
}

/** How long each part is on average where there is one, in words by their spaces: near enough, and every text is read but once. */
export function averageLengths(procedures: readonly Procedure[]): number[] {
  const sums = fieldNames.map(() => ({ words: 0, parts: 0 }));
  for (const procedure of procedures) {
    const fields = fieldsOf(procedure);
    fieldNames.forEach((field, at) => {
      const sum = sums[at];
      const words = fields[field].reduce((all, text) => all + spacesIn(text) + (text === "" ? 0 : 1), 0);
      if (!sum || words === 0) return;
      sum.words += words;
      sum.parts += 1;
    });
  }
  return sums.map(({ words, parts }) => words / Math.max(1, parts));
}

function spacesIn(text: string): number {
  let spaces = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) spaces += 1;
  return spaces;
}
