import { procedureOf } from "../../src/catalog/catalog.ts";
import { certaintyOf } from "../../src/search/certainty.ts";
import { coreAt } from "../../src/search/cores.ts";
import { hasTwin } from "../../src/search/gather-twins.ts";
import type { Outcome } from "../../src/search/outcome.ts";
import { rank } from "../../src/search/rank.ts";
import { readQuestion } from "../../src/search/read-question.ts";
import { said } from "../../src/search/said.ts";
import { likeness } from "../../src/search/split-twins.ts";
import type { Stock } from "../../src/search/stock.ts";
import type { Shelf } from "./shelf.ts";
import type { Trial } from "./trial.ts";

/** So much of its name a twin shares, what sets twins apart aside (Dice). */
const sameName = 0.8;

/** Which positions stay when these procedures and their twins are not in the catalog: a negative made of a positive. */
export function without({ catalog, positions, cores, codes }: Stock, out: Iterable<string>): (position: number) => boolean {
  const gone = [...out].flatMap((code) => positions.get(procedureOf(catalog, code)?.code ?? "") ?? []);
  const names = gone.map((position) => coreAt(cores, position));
  const stays = codes.map((_, position) => names.every((name) => likeness(name, coreAt(cores, position)) < sameName));
  for (const position of gone) stays[position] = false;
  return (position) => stays[position] ?? false;
}

/** How certain the search would be of a question if the catalog had none of its answers. Life events, codes and second questions are left aside. */
export function kindLeftOut({ stock }: Shelf, { typed, right }: Trial): Outcome["kind"] {
  const reading = readQuestion(stock.reader, typed);
  const ranking = rank(stock.shelves, reading, without(stock, right));
  return certaintyOf(ranking.ranked, said(stock, reading, ranking), () => hasTwin(stock, ranking.ranked, typed));
}
