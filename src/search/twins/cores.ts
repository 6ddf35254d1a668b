import type { Procedure } from "../../catalog/catalog.ts";
import { numberWord, termBook } from "../text/term-book.ts";
import { coreOf, type TraitBook } from "./twin-traits.ts";

/** What is left of each name without what sets twins apart: the words of position p, by their numbers, are `words[starts[p]..starts[p+1]]`. */
export type Cores = { starts: Int32Array; words: Int32Array };

/** Works out the cores of the procedures, given in the order of their positions. */
export function gatherCores(procedures: readonly Procedure[], book: TraitBook): Cores {
  const numbers = termBook();
  const starts = new Int32Array(procedures.length + 1);
  const words = procedures.flatMap((procedure, position) => {
    const core = [...coreOf(book, procedure)].map((word) => numberWord(numbers, word));
    starts[position + 1] = (starts[position] ?? 0) + core.length;
    return core;
  });
  return { starts, words: Int32Array.from(words) };
}

/** The core of the procedure at a position. */
export function coreAt({ starts, words }: Cores, position: number): ReadonlySet<number> {
  return new Set(words.subarray(starts[position] ?? 0, starts[position + 1] ?? 0));
}
