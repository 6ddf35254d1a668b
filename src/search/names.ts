import type { Procedure } from "../catalog/catalog.ts";
import { calledBy } from "./fields.ts";
import { hasAccents, type Word } from "./fold.ts";
import { buildIndex, type InvertedIndex, rarity } from "./inverted-index.ts";
import { findTerm, numberPair, numberWord, type TermBook, termBook } from "./term-book.ts";
import { type Term, termsInQuestion } from "./terms.ts";

/** Everything procedures are called, and what people say of things no office does: each compared with the question as a whole. */
export type Names = {
  index: InvertedIndex;
  /** Position of a name → position of its procedure, or `nobody`. */
  owner: Int32Array;
  /** The weight of each name's own words. */
  weight: Float32Array;
  /** Which procedures have a syllable anywhere in what they are called. */
  called: InvertedIndex;
  /** The pairs of neighbours in them as written, with accents; those without stand in the book of `index`. */
  accented: TermBook;
};

/** The owner of what people say of things no office does. */
const nobody = -1;

/** Gathers the names of the procedures, given in the order of their positions, and the phrases for what no office does. */
export function gatherNames(procedures: readonly Procedure[], outside: readonly string[], read: (text: string) => Word[]): Names {
  const owners: number[] = [];
  const texts: Word[][] = [];
  procedures.forEach((procedure, position) => {
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
  const index = buildIndex(texts.length, book, (name, add) => {
    for (const term of new Set(numbersIn(book, texts[name] ?? []))) add(term, 1);
  });
  const weight = Float32Array.from(texts, (words) =>
    [...new Set(numbersIn(book, words))].reduce((sum, term) => sum + (index.rarity[term] ?? 0), 0),
  );
  const called = syllablesOf(procedures.length, owners, texts);
  const ofProcedures = texts.slice(0, texts.length - outside.length);
  return { index, owner: Int32Array.from(owners), weight, called, accented: accentedPairs(ofProcedures) };
}

/** The bare terms of a name by their numbers. */
function numbersIn(book: TermBook, words: readonly Word[]): number[] {
  const singles = words.map(({ folded }) => numberWord(book, folded));
  return [...singles, ...singles.slice(1).map((second, at) => numberPair(book, singles[at] ?? 0, second))];
}

function syllablesOf(size: number, owners: readonly number[], texts: readonly Word[][]): InvertedIndex {
  const book = termBook();
  let name = 0;
  return buildIndex(size, book, (position, add) => {
    for (; owners[name] === position; name++) for (const { folded } of texts[name] ?? []) add(numberWord(book, folded), 1);
  });
}

/** The bare terms of a name: accents are weighed by the other index. */
function namesTerms(words: readonly Word[]): Term[] {
  return termsInQuestion(
    words.map(({ typed, folded }) => ({ typed, folded, accented: folded })),
    1,
  );
}

/**
 * What she said and a name lacks counts little against it, for a story says more than a name; what a name adds counts
 * more. The other way round, .6 and .35, costs .035 of the first places of citizens' questions and .012 of portal questions.
 */
const lacking = 0.1;
const adding = 0.9;

/** How near each name is to some words, 0 to 1, and which are near at all, in their order. */
export type Nearness = { near: Float32Array; nearby: Int32Array };

/** A name of which she said less is not near: most of them share no more than a word that half of all names have. */
const leastShared = 0.1;

/** How near each name is to these words: what they share over that and what each has beyond it (Tversky's index), by rarity. */
export function nearnessOfNames(names: Names, words: readonly Word[]): Nearness {
  const { starts, documents, rarity: rarities, book } = names.index;
  const near = new Float32Array(names.weight.length);
  let asked = 0;
  for (const { term } of new Map(namesTerms(words).map((one) => [one.term, one])).values()) {
    const value = rarity(names.index, term);
    asked += value;
    const number = findTerm(book, term);
    if (number === undefined) continue;
    const end = starts[number + 1] as number;
    const shared = rarities[number] as number;
    for (let at = starts[number] as number; at < end; at++) {
      const name = documents[at] as number;
      near[name] = (near[name] as number) + shared;
    }
  }
  const nearby = new Int32Array(near.length);
  let count = 0;
  for (let name = 0; name < near.length; name++) {
    const shared = near[name] as number;
    if (shared === 0) continue;
    const weight = names.weight[name] as number;
    if (shared < leastShared * weight) {
      near[name] = 0;
      continue;
    }
    near[name] = shared / (shared + lacking * (asked - shared) + adding * (weight - shared));
    nearby[count++] = name;
  }
  return { near, nearby: nearby.subarray(0, count) };
}

/** For each of so many procedures, how near its nearest name is, 0 to 1, by how near every name is (`nearnessOfNames`). */
export function nearestNames(names: Names, { near, nearby }: Nearness, size: number): Float32Array {
  const nearest = new Float32Array(size);
  for (const name of nearby) {
    const owner = names.owner[name] as number;
    if (owner !== nobody && (near[name] as number) > (nearest[owner] as number)) nearest[owner] = near[name] as number;
  }
  return nearest;
}

/** So many of the nearest names decide whose words hers are. */
const decisive = 5;

/**
 * Does she speak as people do of things no office does? The five nearest names vote, each by its nearness: −1 when all of
 * them are names of procedures and hers exactly, 1 when none is.
 */
export function foreignness({ owner }: Names, { near, nearby }: Nearness): number {
  const nearest: number[] = [];
  let least = 0;
  for (const name of nearby) {
    if ((near[name] as number) <= least) continue;
    nearest.push(name);
    if (nearest.length < 2 * decisive) continue;
    nearest.sort((a, b) => (near[b] as number) - (near[a] as number)).length = decisive;
    least = near[nearest.at(-1) as number] as number;
  }
  const voters = nearest.sort((a, b) => (near[b] as number) - (near[a] as number)).slice(0, decisive);
  return voters.reduce((sum, name) => sum + (owner[name] === nobody ? 1 : -1) * (near[name] as number), 0) / decisive;
}

/** How near a procedure's official name, the first of its names, is, 0 to 1. */
export function nearnessOfOfficialName({ owner }: Names, { near }: Nearness, position: number): number {
  return near[owner.indexOf(position)] ?? 0;
}

/** Do these two words stand side by side in what some procedure is called? Accents that were typed must agree. */
export function areNeighbours({ index, owner, accented }: Names, first: Word, second: Word): boolean {
  if (hasAccents(first) || hasAccents(second)) return findTerm(accented, `${first.accented} ${second.accented}`) !== undefined;
  const pair = findTerm(index.book, `${first.folded} ${second.folded}`);
  if (pair === undefined) return false;
  // Names of procedures come before what no office does, so the first that has the pair tells.
  const name = index.documents[index.starts[pair] as number] as number;
  return owner[name] !== nobody;
}

function accentedPairs(texts: readonly Word[][]): TermBook {
  const book = termBook();
  for (const words of texts)
    words.slice(1).forEach(({ accented }, at) => {
      numberPair(book, numberWord(book, words[at]?.accented ?? ""), numberWord(book, accented));
    });
  return book;
}
