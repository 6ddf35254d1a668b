import { procedureOf } from "../../src/catalog/catalog.ts";
import { stockOf } from "../../src/search/build-search.ts";
import type { Stock } from "../../src/search/stock.ts";
import { coreAt } from "../../src/search/twins/cores.ts";
import { likeness } from "../../src/search/twins/split-twins.ts";
import { chanceOf } from "../../test/search/noise-chance.ts";

/** A question as typed, and the codes of the catalog that answer it. */
type Answered = { typed: string; right: Iterable<string> };

/** A catalog without the answers to some questions. */
export type Gap<T> = { stock: Stock; questions: T[] };

/** So many questions share a catalog. One each gives the same (.16 of 400 golden ones `unknown`, .17 with 35 together) and takes 35 times as long; with 400 together near relatives are gone too (.30). */
const together = 35;
/** So much of its name a twin shares, what sets twins apart aside (Dice). */
const sameName = 0.8;

/**
 * Negatives made of positives: questions dealt to catalogs that have neither the procedures that answer them nor their
 * twins. Each catalog is indexed anew, for a name left in the index would still say that there is such a thing.
 */
export function gapsOf<T extends Answered>(whole: Stock, questions: readonly T[]): Gap<T>[] {
  const catalogs = Math.ceil(questions.length / together);
  const dealt = Map.groupBy(questions, ({ typed }) => chanceOf(typed)(catalogs));
  return [...dealt.values()].map((some) => {
    const gone = withTwins(
      whole,
      some.flatMap(({ right }) => [...right]),
    );
    const procedures = new Map([...whole.catalog.procedures].filter(([code]) => !gone.has(code)));
    return { stock: stockOf({ ...whole.catalog, procedures }), questions: some };
  });
}

/** The codes of these procedures and of their twins. */
function withTwins({ catalog, positions, index: { cores, codes } }: Stock, some: readonly string[]): Set<string> {
  const wanted = new Set(some.flatMap((code) => positions.get(procedureOf(catalog, code)?.code ?? "") ?? []));
  const names = [...wanted].map((position) => coreAt(cores, position));
  const isTwin = (at: number): boolean => names.some((name) => likeness(name, coreAt(cores, at)) >= sameName);
  return new Set(codes.filter((_, at) => wanted.has(at) || isTwin(at)));
}
