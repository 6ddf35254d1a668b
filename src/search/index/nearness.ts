import type { Word } from "../text/fold.ts";
import { findTerm } from "../text/term-book.ts";
import { type Postings, rarity } from "./inverted-index.ts";
import { type Names, nobody } from "./names.ts";
import { bareTerms } from "./terms.ts";

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

/** A word that half of all names have is not looked for in names that share none of the rarer ones: what is left then, the commonest words and those that no name has, is less than this of what she said. */
const leastLeft = 0.05;

/** How near each name is to these words: what they share over that and what each has beyond it (Tversky's index), by rarity. */
export function nearnessOfNames(names: Names, words: readonly Word[]): Nearness {
  const { shared, touched, near } = roomFor(names);
  const { asked, found } = rarestFirst(names.index, words);
  let left = asked;
  let count = 0;
  for (const { from, to, value } of found) {
    const opens = left >= leastLeft * asked;
    left -= value;
    for (let at = from; at < to; at++) {
      const name = names.index.documents[at] as number;
      const before = shared[name] as number;
      if (before === 0) {
        if (!opens) continue;
        touched[count++] = name;
      }
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

/** The terms of these words that names have, rarest first: where their postings stand and the rarity of each; `asked` is that of all her terms. */
function rarestFirst(index: Postings, words: readonly Word[]): { asked: number; found: { from: number; to: number; value: number }[] } {
  let asked = 0;
  const found: { from: number; to: number; value: number }[] = [];
  for (const term of bareTerms(words)) {
    asked += rarity(index, term);
    const number = findTerm(index.book, term);
    if (number === undefined) continue;
    found.push({ from: index.starts[number] as number, to: index.starts[number + 1] as number, value: index.rarity[number] as number });
  }
  return { asked, found: found.sort((a, b) => b.value - a.value) };
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

/** How near a procedure's official name, the first of its names, is, 0 to 1. */
export function nearnessOfOfficialName({ starts }: Names, { names, near }: Nearness, position: number): number {
  return near[names.indexOf(starts[position] ?? -1)] ?? 0;
}
