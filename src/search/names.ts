import type { Procedure } from "../catalog/catalog.ts";
import { calledBy } from "./fields.ts";
import { hasAccents, type Word } from "./fold.ts";
import { buildIndex, type InvertedIndex, rarity } from "./inverted-index.ts";
import { type Term, termsInQuestion } from "./terms.ts";

/** Everything procedures are called, each name and alias compared with the question as a whole. */
export type Names = {
  index: InvertedIndex;
  /** Position of a name → position of its procedure. */
  owner: Int32Array;
  /** The weight of each name's own words. */
  weight: Float32Array;
  /** Which procedures have a syllable anywhere in what they are called. */
  called: InvertedIndex;
  areNeighbours: (first: Word, second: Word) => boolean;
};

/** Gathers the names of the procedures, given in the order of their positions. */
export function gatherNames(procedures: readonly Procedure[], read: (text: string) => Word[]): Names {
  const owners: number[] = [];
  const texts: Word[][] = [];
  procedures.forEach((procedure, position) => {
    for (const name of calledBy(procedure)) {
      owners.push(position);
      texts.push(read(name));
    }
  });
  const bags = texts.map((words) => new Map(namesTerms(words).map(({ term }) => [term, 1])));
  const index = buildIndex(bags);
  const weight = Float32Array.from(bags, (bag) => [...bag.keys()].reduce((sum, term) => sum + rarity(index, term), 0));
  const syllables = procedures.map(() => new Map<string, number>());
  texts.forEach((words, name) => {
    for (const { folded } of words) syllables[owners[name] ?? 0]?.set(folded, 1);
  });
  return { index, owner: Int32Array.from(owners), weight, called: buildIndex(syllables), areNeighbours: neighboursIn(texts) };
}

/** The bare terms of a name: accents are weighed by the other index. */
function namesTerms(words: readonly Word[]): Term[] {
  return termsInQuestion(
    words.map(({ typed, folded }) => ({ typed, folded, accented: folded })),
    1,
  );
}

/** What she said and a name lacks counts more against it than what the name adds: official names are long. */
const lacking = 0.6;
const adding = 0.35;

/** How near each name is to these words, 0 to 1: what they share over that and what each has beyond it (Tversky's index), by rarity. */
export function nearnessOfNames(names: Names, words: readonly Word[]): Float32Array {
  const terms = namesTerms(words);
  const shared = new Float32Array(names.weight.length);
  let asked = 0;
  for (const { term } of new Map(terms.map((one) => [one.term, one])).values()) {
    const id = names.index.terms.get(term);
    const value = rarity(names.index, term);
    asked += value;
    if (id === undefined) continue;
    for (let at = names.index.starts[id] ?? 0; at < (names.index.starts[id + 1] ?? 0); at++) {
      const name = names.index.documents[at] ?? 0;
      shared[name] = (shared[name] ?? 0) + value;
    }
  }
  return shared.map((value, name) =>
    value === 0 ? 0 : value / (value + lacking * (asked - value) + adding * ((names.weight[name] ?? 0) - value)),
  );
}

/** For each procedure, how near its nearest name is to these words, 0 to 1. */
export function nearestNames(names: Names, words: readonly Word[], size: number): Float32Array {
  const nearest = new Float32Array(size);
  nearnessOfNames(names, words).forEach((near, name) => {
    const owner = names.owner[name] ?? 0;
    if (near > (nearest[owner] ?? 0)) nearest[owner] = near;
  });
  return nearest;
}

function neighboursIn(texts: readonly Word[][]): Names["areNeighbours"] {
  const pairs = new Set<string>();
  for (const words of texts)
    words.slice(1).forEach((second, at) => {
      const first = words[at];
      if (!first) return;
      pairs.add(`${first.folded} ${second.folded}`);
      pairs.add(`=${first.accented} ${second.accented}`);
    });
  return (first, second) =>
    hasAccents(first) || hasAccents(second)
      ? pairs.has(`=${first.accented} ${second.accented}`)
      : pairs.has(`${first.folded} ${second.folded}`);
}
