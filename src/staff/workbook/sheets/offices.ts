import { both, type Choice, choices, lines, plain, shown } from "../columns.ts";
import { cellsOf, type Sheet, withCells } from "./sheet.ts";

const levels = [
  { value: "ministry", say: "choice.ministry" },
  { value: "province", say: "choice.province" },
  { value: "commune", say: "choice.commune" },
  { value: "other", say: "choice.other" },
] as const satisfies readonly Choice[];

const columns = [
  { ...shown("province-id", 14), kind: { is: "id" } as const },
  ...both("name", ["name"], { required: true, width: 18 }),
  lines("former-names", ["formerNames"]),
  plain("hotline", ["hotline"], { is: "phone" }, { required: true }),
  choices("levels", ["levels"], levels),
  lines("without-codes", ["withoutCodes"]),
  ...both("counter-commune", ["counters", "commune"]),
  ...both("counter-province", ["counters", "province"]),
  ...both("counter-ministry", ["counters", "ministry"]),
  ...both("counter-other", ["counters", "other"]),
];

/** One row a province: names, hotline, what its offices take, how to find a counter. */
export const offices: Sheet = {
  name: "offices",
  of: ["office"],
  sticky: 2,
  columns,
  rows: "one",
  keyOf: () => "",
  groupOf: () => "",
  toRows: ({ owner, facts }) => [{ owner, key: "", cells: { ...cellsOf(columns, facts), "province-id": owner } }],
  apply: (facts, [before], [after]) => (before && after ? withCells(facts, columns, { before: before.cells, after: after.cells }) : facts),
  rowAt: (_facts, path) => ({ key: "", rest: path }),
};
