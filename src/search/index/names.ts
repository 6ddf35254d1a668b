import type { Procedure } from "../../catalog/catalog.ts";
import { areWrittenTogether, gatherWritten, type Written } from "../text/accents.ts";
import { hasAccents, type Word } from "../text/fold.ts";
import { findTerm, numberPair, numberWord, type TermBook, termBook } from "../text/term-book.ts";
import { calledBy } from "./fields.ts";
import { buildIndex, type InvertedIndex, rarity } from "./inverted-index.ts";
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
  /** How they are written, with accents. */
  written: Written;
};

/** The owner of what people say of things no office does. */
const nobody = -1;

/** Texts beside the names of procedures: the phrases for what no office does, and whatever else shows how words of questions are written. */
export type Beside = { outside: readonly string[]; written: readonly string[] };

/** Gathers the names of the procedures, given in the order of their positions, and the phrases for what no office does. */
export function gatherNames(procedures: readonly Procedure[], { outside, written }: Beside, read: (text: string) => Word[]): Names {
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
  return { index, owner: Int32Array.from(owners), weight, called, written: gatherWritten([...texts, ...written.map(read)]) };
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
    words.map((word) => ({ ...word, accented: word.folded })),
    1,
  );
}

/**
 * What she said and a name lacks counts little against it, for a story says more than a name; what a name adds counts
 * more. The other way round, .6 and .35, costs .035 of the first places of citizens' questions and .012 of portal questions.
 */
const lacking = 0.1;
const adding = 0.9;

/** The names that are near some words at all, by their positions, and how near each is, 0 to 1. */
export type Nearness = { names: Int32Array; near: Float32Array };

/** A name of which she said less is not near: most of them share no more than a word that half of all names have. */
const leastShared = 0.1;

type Room = { shared: Float32Array; touched: Int32Array; near: Float32Array; nearest: Float32Array };

/** Room to add up in, for each list of names: a new one for every question would keep the garbage collector busy. All of `shared` is 0 between two questions. */
const rooms = new WeakMap<Names, Room>();

function roomFor(names: Names): Room {
  const known = rooms.get(names);
  if (known) return known;
  const size = names.weight.length;
  const nearest = new Float32Array(supporting * names.called.size);
  const room = { shared: new Float32Array(size), touched: new Int32Array(size), near: new Float32Array(size), nearest };
  rooms.set(names, room);
  return room;
}

/** How near each name is to these words: what they share over that and what each has beyond it (Tversky's index), by rarity. */
export function nearnessOfNames(names: Names, words: readonly Word[]): Nearness {
  const { starts, documents, rarity: rarities, book } = names.index;
  const { shared, touched, near } = roomFor(names);
  let asked = 0;
  let count = 0;
  for (const { term } of new Map(namesTerms(words).map((one) => [one.term, one])).values()) {
    asked += rarity(names.index, term);
    const number = findTerm(book, term);
    if (number === undefined) continue;
    const end = starts[number + 1] as number;
    const value = rarities[number] as number;
    for (let at = starts[number] as number; at < end; at++) {
      const name = documents[at] as number;
      const before = shared[name] as number;
      if (before === 0) touched[count++] = name;
      shared[name] = before + value;
    }
  }
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const name = touched[at] as number;
    const both = shared[name] as number;
    const weight = names.weight[name] as number;
    shared[name] = 0;
    if (both < leastShared * weight) continue;
    near[kept] = both / (both + lacking * (asked - both) + adding * (weight - both));
    touched[kept++] = name;
  }
  return { names: touched.slice(0, kept), near: near.slice(0, kept) };
}

/** For each of so many procedures, how near its nearest name is, 0 to 1, by how near every name is (`nearnessOfNames`). */
export function nearestNames({ owner }: Names, { names, near }: Nearness, size: number): Float32Array {
  const nearest = new Float32Array(size);
  for (let at = 0; at < names.length; at++) {
    const procedure = owner[names[at] as number] as number;
    if (procedure !== nobody && (near[at] as number) > (nearest[procedure] as number)) nearest[procedure] = near[at] as number;
  }
  return nearest;
}

/** One of many names may sound like the question by chance, so many do not. Of the second, third, fourth and sixth nearest, the fourth helps most. */
const supporting = 4;

/** For each of so many procedures, how near its fourth nearest name is, 0 to 1. */
export function fourthNearestNames(names: Names, { names: some, near }: Nearness, size: number): Float32Array {
  const { nearest } = roomFor(names);
  nearest.fill(0);
  for (let at = 0; at < some.length; at++) {
    const procedure = names.owner[some[at] as number] as number;
    const from = supporting * procedure;
    let place = from + supporting - 1;
    const value = near[at] as number;
    if (procedure === nobody || value <= (nearest[place] as number)) continue;
    for (; place > from && (nearest[place - 1] as number) < value; place--) nearest[place] = nearest[place - 1] as number;
    nearest[place] = value;
  }
  const fourth = new Float32Array(size);
  for (let procedure = 0; procedure < size; procedure++) fourth[procedure] = nearest[supporting * (procedure + 1) - 1] ?? 0;
  return fourth;
}

/** So many of the nearest names decide whose words hers are. */
const decisive = 10;

/**
 * Does she speak as people do of things no office does? The ten nearest names vote, each by its nearness: −1 when all of
 * them are names of procedures and hers exactly, 1 when none is.
 */
export function foreignness({ owner }: Names, { names, near }: Nearness): number {
  const nearest: number[] = [];
  let least = 0;
  for (let at = 0; at < names.length; at++) {
    if ((near[at] as number) <= least) continue;
    nearest.push(at);
    if (nearest.length < 2 * decisive) continue;
    nearest.sort((a, b) => (near[b] as number) - (near[a] as number)).length = decisive;
    least = near[nearest.at(-1) as number] as number;
  }
  const voters = nearest.sort((a, b) => (near[b] as number) - (near[a] as number)).slice(0, decisive);
  return voters.reduce((sum, at) => sum + (owner[names[at] as number] === nobody ? 1 : -1) * (near[at] as number), 0) / decisive;
}

/** How near the nearest phrase for what no office does is, 0 to 1. */
export function nearnessOutside({ owner }: Names, { names, near }: Nearness): number {
  let nearest = 0;
  for (let at = 0; at < names.length; at++)
    if ((near[at] as number) > nearest && owner[names[at] as number] === nobody) nearest = near[at] as number;
  return nearest;
}

/** How near a procedure's official name, the first of its names, is, 0 to 1. */
export function nearnessOfOfficialName({ owner }: Names, { names, near }: Nearness, position: number): number {
  return near[names.indexOf(owner.indexOf(position))] ?? 0;
}

/** Do these two words stand side by side in what some procedure is called? Accents that were typed must agree. */
export function areNeighbours({ index, owner, written }: Names, first: Word, second: Word): boolean {
  if ((hasAccents(first) || hasAccents(second)) && !areWrittenTogether(written, first, second)) return false;
  const pair = findTerm(index.book, `${first.folded} ${second.folded}`);
  if (pair === undefined) return false;
  // Names of procedures come before what no office does, so the first that has the pair tells.
  const name = index.documents[index.starts[pair] as number] as number;
  return owner[name] !== nobody;
}
