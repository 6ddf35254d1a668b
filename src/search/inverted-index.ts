import type { Term } from "./terms.ts";

/** How often each term stands in one document, weighted by where. */
export type Bag = ReadonlyMap<string, number>;

/**
 * Term → documents, as plain typed arrays: the postings of term t are `documents[starts[t]..starts[t+1]]` with their
 * ready-made weights beside them. `rarity` is the weight of a term itself; `unknown` that of a term nobody has.
 */
export type InvertedIndex = {
  size: number;
  terms: ReadonlyMap<string, number>;
  starts: Int32Array;
  documents: Int32Array;
  weights: Float32Array;
  rarity: Float32Array;
  unknown: number;
};

/** How soon saying a word again stops counting: the usual value of BM25. */
export const saturation = 1.2;

/** Builds the index of these documents; a document is known by its position. */
export function buildIndex(bags: readonly Bag[]): InvertedIndex {
  const terms = new Map<string, number>();
  const counts: number[] = [];
  for (const bag of bags)
    for (const term of bag.keys()) {
      const id = terms.get(term) ?? terms.size;
      terms.set(term, id);
      counts[id] = (counts[id] ?? 0) + 1;
    }
  const starts = new Int32Array(terms.size + 1);
  for (let id = 0; id < terms.size; id++) starts[id + 1] = (starts[id] ?? 0) + (counts[id] ?? 0);
  const rarity = Float32Array.from(counts, (count) => rarityOf(count, bags.length));
  const total = starts[terms.size] ?? 0;
  const index = { documents: new Int32Array(total), weights: new Float32Array(total) };
  const next = starts.slice();
  bags.forEach((bag, document) => {
    for (const [term, count] of bag) {
      const id = terms.get(term) ?? 0;
      const at = next[id] ?? 0;
      next[id] = at + 1;
      index.documents[at] = document;
      index.weights[at] = ((rarity[id] ?? 0) * count) / (saturation + count);
    }
  });
  return { size: bags.length, terms, starts, ...index, rarity, unknown: rarityOf(0, bags.length) };
}

/** The weight of a term that `count` of `size` documents have (BM25's inverse document frequency). */
function rarityOf(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}

/** How well each document answers the terms: 0 to 1, the share of the question's weight that it covers. */
export function coverage(index: InvertedIndex, terms: readonly Term[]): Float32Array {
  const scores = new Float32Array(index.size);
  const whole = questionWeight(index, terms);
  if (whole === 0) return scores;
  for (const { term, weight } of terms) {
    const id = index.terms.get(term);
    if (id === undefined) continue;
    const end = index.starts[id + 1] ?? 0;
    for (let at = index.starts[id] ?? 0; at < end; at++) {
      const document = index.documents[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + (weight * (index.weights[at] ?? 0)) / whole;
    }
  }
  return scores;
}

/** All the weight a document could cover. A word nobody has counts: it says that she may mean something else; a pair nobody has says nothing. */
function questionWeight(index: InvertedIndex, terms: readonly Term[]): number {
  return terms.reduce((sum, { term, weight }) => sum + weight * rarity(index, term), 0);
}

/** The weight of a term, whether the index has it or not. */
export function rarity(index: InvertedIndex, term: string): number {
  const id = index.terms.get(term);
  if (id !== undefined) return index.rarity[id] ?? 0;
  return term.includes(" ") ? 0 : index.unknown;
}

/** The share (0–1) of these words' weight that a document does not have at all: what she said that it has no answer to. */
export function missingShare(index: InvertedIndex, words: readonly string[], document: number): number {
  const weigh = (some: readonly string[]): number => some.reduce((sum, word) => sum + rarity(index, word), 0);
  const whole = weigh(words);
  return whole === 0 ? 0 : weigh(words.filter((word) => !has(index, word, document))) / whole;
}

function has(index: InvertedIndex, term: string, document: number): boolean {
  const id = index.terms.get(term);
  if (id === undefined) return false;
  return index.documents.subarray(index.starts[id], index.starts[id + 1]).includes(document);
}
