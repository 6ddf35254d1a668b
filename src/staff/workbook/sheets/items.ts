import { type Column, shown } from "../columns.ts";
import { type Condition, conditionInWords } from "../condition.ts";
import { listAt } from "../facts.ts";
import { cellsOf, itemAt, type Sheet, withItems } from "./sheet.ts";

/** A list of a guided procedure whose every item is a row, such as its papers. */
type ItemsPlan = { name: Sheet["name"]; list: readonly string[]; rows: "by id" | "in order"; columns: readonly Column[] };

/** The sheet of such a list: code and name of the procedure stand before the item's own columns, the condition in words behind them. */
export function itemsSheet({ name, list, rows, columns: own }: ItemsPlan): Sheet {
  const order: Column = { ...shown("order", 8), kind: { is: "order" } };
  const columns = [{ ...shown("code", 10), kind: { is: "code" } as const }, shown("procedure", 24), order, ...own, shown("in-words", 30)];
  return {
    name,
    of: ["guided"],
    sticky: 4,
    columns,
    rows,
    keyOf: (cells) => (rows === "by id" ? (cells["id"] ?? "") : ""),
    groupOf: () => "",
    toRows: ({ owner, title, facts }) =>
      listAt(facts, list).map((item, place) => {
        const words = conditionInWords(item["when"] as Condition | undefined, listAt(facts, ["questions"]));
        const beside = { code: owner, procedure: title, "in-words": words, order: String(place + 1) };
        return { owner, key: String(item["id"] ?? place + 1), cells: { ...cellsOf(own, item), ...beside } };
      }),
    apply: (facts, before, after) => withItems(facts, { list, columns: own }, { before, after }),
    rowAt: (facts, path) => itemAt(facts, list, path),
  };
}
