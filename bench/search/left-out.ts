import { certaintyOf } from "../../src/search/certainty.ts";
import { hasTwin } from "../../src/search/gather-twins.ts";
import type { Outcome } from "../../src/search/outcome.ts";
import { rank } from "../../src/search/rank.ts";
import { readQuestion } from "../../src/search/read-question.ts";
import { said } from "../../src/search/said.ts";
import type { Shelf } from "./shelf.ts";
import type { Trial } from "./trial.ts";

/** How certain the search would be of a question if the catalog had none of its answers: a negative made of a positive. Life events, codes and second questions are left aside. */
export function kindLeftOut({ stock }: Shelf, { typed, right }: Trial): Outcome["kind"] {
  const reading = readQuestion(stock.reader, typed);
  const ranking = rank(stock.shelves, reading, (position) => !right.has(stock.codes[position] ?? ""));
  return certaintyOf(ranking.ranked, said(stock, reading, ranking), () => hasTwin(stock, ranking.ranked, typed));
}
