import { findTerm, type TermBook } from "../text/term-book.ts";
import type { Term } from "./terms.ts";

/**
 * Term → documents, as plain typed arrays: the postings of term t are `documents[starts[t]..starts[t+1]]`, ascending. `rarity` is
 * the weight of a term itself; `unknown` that of a term nobody has.
 */
export type Postings = {
  size: number;
  book: TermBook;
  starts: Int32Array;
  documents: Uint16Array | Uint32Array;
  rarity: Float32Array;
  unknown: number;
};

/** Postings with how well the term stands in each document beside them, 0–1 in steps of 1/65,535. */
export type InvertedIndex = Postings & { standing: Uint16Array };

/** Adds to a document that a term stands in it, so often, weighted by where. */
export type AddTerm = (term: number, count: number) => void;

/** How soon saying a word again stops counting: the usual value of BM25. */
export const saturation = 1.2;
const whole = 65_535;

/** Builds the index of `size` documents; `tell` tells the terms of one, by their numbers in the book. Nothing of a document is kept while the next is read. */
export function buildIndex(size: number, book: TermBook, tell: (document: number, add: AddTerm) => void): InvertedIndex {
  const { ends, terms, standing } = readAll(size, tell);
  const starts = new Int32Array(book.size + 1);
  terms.forEach((term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  });
  const rarity = new Float32Array(book.size);
  for (let term = 0; term < book.size; term++) {
    const count = starts[term + 1] ?? 0;
    rarity[term] = rarityOf(count, size);
    starts[term + 1] = count + (starts[term] ?? 0);
  }
  const documents = size <= whole ? new Uint16Array(terms.length) : new Uint32Array(terms.length);
  const sorted = new Uint16Array(terms.length);
  const next = starts.slice();
  for (let document = 0, at = 0; document < size; document++)
    for (; at < (ends[document] ?? 0); at++) {
      const term = terms[at] ?? 0;
      const to = next[term] ?? 0;
      next[term] = to + 1;
      documents[to] = document;
      sorted[to] = standing[at] ?? 0;
    }
  return { size, book, starts, documents, standing: sorted, rarity, unknown: rarityOf(0, size) };
}

/** As buildIndex, where it does not matter how well a term stands in a document. */
export function buildPostings(size: number, book: TermBook, tell: (document: number, add: AddTerm) => void): Postings {
  const { standing: _, ...postings } = buildIndex(size, book, tell);
  return postings;
}

type Told = { ends: Int32Array; terms: Int32Array; standing: Uint16Array };

/** The postings in the order of the documents. */
function readAll(size: number, tell: (document: number, add: AddTerm) => void): Told {
  const ends = new Int32Array(size);
  let terms = new Int32Array(4096);
  let standing = new Uint16Array(4096);
  let filled = 0;
  // How often each term stands in the document, and which do: a map of them takes twice as long.
  let counts = new Float64Array(4096);
  let told: number[] = [];
  const add: AddTerm = (term, count) => {
    if (term >= counts.length) counts = enlarged(counts, new Float64Array(2 * term));
    const before = counts[term] as number;
    if (before === 0) told.push(term);
    counts[term] = before + count;
  };
  for (let document = 0; document < size; document++) {
    told = [];
    tell(document, add);
    if (filled + told.length > terms.length) {
      const room = 2 * (filled + told.length);
      terms = enlarged(terms, new Int32Array(room));
      standing = enlarged(standing, new Uint16Array(room));
    }
    for (const term of told) {
      const count = counts[term] as number;
      counts[term] = 0;
      terms[filled] = term;
      standing[filled] = Math.round((whole * count) / (saturation + count));
      filled += 1;
    }
    ends[document] = filled;
  }
  return { ends, terms: terms.subarray(0, filled), standing: standing.subarray(0, filled) };
}

function enlarged<T extends Int32Array | Uint16Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The weight of a term that `count` of `size` documents have (BM25's inverse document frequency). */
function rarityOf(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}

/** How well each document answers the terms: 0 to 1, the share of the question's weight that it covers. */
export function coverage(index: InvertedIndex, terms: readonly Term[]): Float32Array {
  const scores = new Float32Array(index.size);
  const asked = questionWeight(index, terms);
  if (asked === 0) return scores;
  const { starts, documents, standing } = index;
  for (const { term, weight } of terms) {
    const number = findTerm(index.book, term);
    if (number === undefined) continue;
    const value = (weight * (index.rarity[number] ?? 0)) / asked / whole;
    const end = starts[number + 1] ?? 0;
    for (let at = starts[number] ?? 0; at < end; at++) {
      const document = documents[at] as number;
      scores[document] = (scores[document] as number) + value * (standing[at] as number);
    }
  }
  return scores;
}

/** All the weight a document could cover. A word nobody has counts: it says that she may mean something else; a pair nobody has says nothing. */
function questionWeight(index: InvertedIndex, terms: readonly Term[]): number {
  return terms.reduce((sum, { term, weight }) => sum + weight * rarity(index, term), 0);
}

/** The weight of a term, whether the index has it or not. */
export function rarity(index: Postings, term: string): number {
  const number = findTerm(index.book, term);
  if (number !== undefined) return index.rarity[number] ?? 0;
  return term.includes(" ") ? 0 : index.unknown;
}

/** The share (0–1) of these words' weight that a document does not have at all: what she said that it has no answer to. */
export function missingShare(index: Postings, words: readonly string[], document: number): number {
  const weigh = (some: readonly string[]): number => some.reduce((sum, word) => sum + rarity(index, word), 0);
  const all = weigh(words);
  return all === 0 ? 0 : weigh(words.filter((word) => !has(index, word, document))) / all;
}

function has(index: Postings, term: string, document: number): boolean {
  const number = findTerm(index.book, term);
  if (number === undefined) return false;
  let low = index.starts[number] ?? 0;
  const end = index.starts[number + 1] ?? 0;
  for (let high = end; low < high; ) {
    const middle = (low + high) >> 1;
    if ((index.documents[middle] ?? 0) < document) low = middle + 1;
    else high = middle;
  }
  return low < end && index.documents[low] === document;
}
