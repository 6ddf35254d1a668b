import { both, bothLines, type Choice, plain, shown, yesOrNo } from "../columns.ts";
import { listAt } from "../facts.ts";
import { cellsOf, type Sheet, withCells } from "./sheet.ts";

const feeKinds = [
  { value: "free", say: "choice.free" },
  { value: "amounts", say: "choice.amounts" },
  { value: "ask", say: "choice.ask" },
] as const satisfies readonly Choice[];

const extents = [
  { value: "whole", say: "choice.whole" },
  { value: "part", say: "choice.part" },
] as const satisfies readonly Choice[];

const columns = [
  { ...shown("code", 10), kind: { is: "code" } as const },
  shown("other-codes", 12, (facts) =>
    listAt(facts, ["codes"])
      .slice(1)
      .map(({ code }) => String(code))
      .join("\n"),
  ),
  ...both("name", ["name"], { required: true }),
  ...both("everyday", ["everyday"], { required: true }),
  ...both("who", ["who"]),
  plain("fee", ["fee", "kind"], { is: "choice", of: feeKinds }, { required: true, width: 18 }),
  ...both("fee-note", ["fee", "note"]),
  ...both("place", ["place"]),
  ...bothLines("steps", ["steps"]),
  ...bothLines("result", ["result"]),
  ...bothLines("returns", ["returns"]),
  yesOrNo("online", ["online", "possible"]),
  plain("extent", ["online", "extent"], { is: "choice", of: extents }),
  ...both("online-note", ["online", "note"]),
  plain("review", ["source", "review"], { is: "day" }, { required: true }),
  plain("person", ["source", "person", "name"], { is: "text" }, { width: 22, twin: "person-on" }),
  plain("person-on", ["source", "person", "on"], { is: "day" }, { twin: "person" }),
];

/** One row a guided procedure: its name, fee, place, steps, who checked it and when it is due again. */
export const procedures: Sheet = {
  name: "procedures",
  of: ["guided"],
  sticky: 3,
  columns,
  rows: "one",
  keyOf: () => "",
  groupOf: () => "",
  toRows: ({ owner, facts }) => [{ owner, key: "", cells: { ...cellsOf(columns, facts), code: owner } }],
  apply: (facts, [before], [after]) => (before && after ? withCells(facts, columns, { before: before.cells, after: after.cells }) : facts),
  rowAt: (_facts, path) => ({ key: "", rest: path }),
};
