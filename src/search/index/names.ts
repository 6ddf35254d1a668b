import type { Procedure } from "../../catalog/catalog.ts";
import { areTogetherInName, gatherWritten, type Written } from "../text/accents.ts";
import { hasAccents, type Word } from "../text/fold.ts";
import { findTerm, numberPair, numberWord, type TermBook, termBook } from "../text/term-book.ts";
import { calledBy } from "./fields.ts";
import { buildPostings, type Postings } from "./inverted-index.ts";

/** Everything procedures are called, and what people say of things no office does: each compared with the question as a whole. */
export type Names = {
  index: Postings;
  /** Position of a name → position of its procedure, or `nobody`. */
  owner: Int32Array;
  /** Position of a procedure → position of its official name, the first of its names. */
  starts: Int32Array;
  /** The weight of each name's own words. */
  weight: Float32Array;
  /** Which procedures have a syllable anywhere in what they are called. */
  called: Postings;
  /** How they are written, with accents. */
  written: Written;
};

/** The owner of what people say of things no office does. */
export const nobody = -1;

/** Texts beside the names of procedures: the phrases for what no office does, and whatever else shows how words of questions are written. */
export type Beside = { outside: readonly string[]; written: readonly string[] };

/** Gathers the names of the procedures, given in the order of their positions, and the phrases for what no office does. */
export function gatherNames(procedures: readonly Procedure[], { outside, written }: Beside, read: (text: string) => Word[]): Names {
  const owners: number[] = [];
  const starts = new Int32Array(procedures.length);
  const texts: Word[][] = [];
  procedures.forEach((procedure, position) => {
    starts[position] = owners.length;
    for (const name of calledBy(procedure)) {
      owners.push(position);
      texts.push(read(name));
    }
  });
  for (const phrase of outside) {
    owners.push(nobody);
    texts.push(read(phrase));
  }
  const book = termBook();
  const index = buildPostings(texts.length, book, (name, add) => {
    for (const term of numbersIn(book, texts[name] ?? [])) add(term, 1);
  });
  const called = syllablesOf(procedures.length, owners, texts);
  const allWritten = writtenIn(texts, owners, written.map(read));
  return { index, owner: Int32Array.from(owners), starts, weight: weightsIn(index), called, written: allWritten };
}

/** The weight of each document: the rarity of all its terms, each once. */
function weightsIn({ size, starts, documents, rarity }: Postings): Float32Array {
  const weights = new Float32Array(size);
  for (let term = 0; term < rarity.length; term++) {
    const value = rarity[term] as number;
    for (let at = starts[term] as number; at < (starts[term + 1] as number); at++) {
      const document = documents[at] as number;
      weights[document] = (weights[document] as number) + value;
    }
  }
  return weights;
}

function writtenIn(texts: readonly Word[][], owners: readonly number[], others: readonly Word[][]): Written {
  const outside = owners.indexOf(nobody);
  const names = outside < 0 ? texts : texts.slice(0, outside);
  return gatherWritten(names, [...texts.slice(names.length), ...others]);
}

/** The bare terms of a name by their numbers. */
function numbersIn(book: TermBook, words: readonly Word[]): number[] {
  const singles = words.map(({ folded }) => numberWord(book, folded));
  return [...singles, ...singles.slice(1).map((second, at) => numberPair(book, singles[at] ?? 0, second))];
}

function syllablesOf(size: number, owners: readonly number[], texts: readonly Word[][]): Postings {
  const book = termBook();
  let name = 0;
  return buildPostings(size, book, (position, add) => {
    for (; owners[name] === position; name++) for (const { folded } of texts[name] ?? []) add(numberWord(book, folded), 1);
  });
}

/** Do these two words stand side by side in what some procedure is called? Accents that were typed must agree. */
export function areNeighbours({ index, owner, written }: Names, first: Word, second: Word): boolean {
  if (hasAccents(first) || hasAccents(second)) return areTogetherInName(written, first, second);
  const pair = findTerm(index.book, `${first.folded} ${second.folded}`);
  if (pair === undefined) return false;
  // Names of procedures come before what no office does, so the first that has the pair tells.
  const name = index.documents[index.starts[pair] as number] as number;
  return owner[name] !== nobody;
}
