import { amount, both, bothLines, type Choice, condition, plain } from "../columns.ts";
import { itemsSheet } from "./items.ts";

const ways = [
  { value: "hand-in", say: "choice.hand-in" },
  { value: "show", say: "choice.show" },
  { value: "fill-online", say: "choice.fill-online" },
] as const satisfies readonly Choice[];

/** One row a paper. */
export const papers = itemsSheet({
  name: "papers",
  list: ["papers"],
  rows: "by id",
  columns: [
    plain("id", ["id"], { is: "id" }, { width: 16 }),
    ...both("name", ["name"], { required: true }),
    plain("way", ["way"], { is: "choice", of: ways }, { required: true, width: 18 }),
    amount("original", ["counts", "original"], "count"),
    amount("copy", ["counts", "copy"], "count"),
    amount("certified", ["counts", "certified"], "count"),
    ...both("what", ["what"]),
    plain("form", ["form", "name"], { is: "text" }),
    plain("form-law", ["form", "law"], { is: "text" }, { width: 18 }),
    ...both("from", ["from"]),
    plain("yielded-by", ["yieldedBy"], { is: "code" }),
    ...bothLines("instead", ["instead"]),
    ...both("unless", ["unless"]),
    condition(),
  ],
});
