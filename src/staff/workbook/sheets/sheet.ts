import type { StaffSentence } from "../../../wording/staff-words.ts";
import type { Column, ColumnName } from "../columns.ts";
import { type Facts, listAt, withValueAt } from "../facts.ts";

/** The name of a sheet; its title is the sentence "sheet.<name>" in locales/staff. */
export type SheetName = Exclude<Extract<StaffSentence, `sheet.${string}`> extends `sheet.${infer Name}` ? Name : never, "guide">;

/** The cells of a row by the name of their column. */
export type Cells = Record<string, string>;
/** A row: the procedure or province it belongs to, what finds it again inside that, its cells. */
export type Row = { owner: string; key: string; cells: Cells };

/** What rows are made of: a procedure, the everyday names of one, a province. */
export type Entry = {
  /** The first code of a procedure, or the id of a province. */
  owner: string;
  /** What staff call it. */
  title: string;
  kind: "guided" | "names" | "office";
  /** Its file, inside the content folder. */
  file: string;
  facts: Facts;
};

/** A sheet: how an entry becomes rows, and how rows become an entry again. */
export type Sheet = {
  name: SheetName;
  /** The entries that have rows here. */
  of: readonly Entry["kind"][];
  /** The columns that are kept in view while scrolling. */
  sticky: number;
  columns: readonly Column[];
  /**
   * How rows of one entry are told apart: there is only one; by an id; by their place in the order (taken over all together);
   * or by what they say, their order meaning nothing.
   */
  rows: "one" | "by id" | "in order" | "a set";
  /** The key of a row with these cells; "" when the cells do not say it. */
  keyOf: (cells: Cells) => string;
  /** Rows whose order is counted together, such as the answers of one question. */
  groupOf: (cells: Cells) => string;
  toRows: (entry: Entry) => Row[];
  /** The facts with the rows as they are after; only cells that differ from before are set. */
  apply: (facts: Facts, before: readonly Row[], after: readonly Row[]) => Facts;
  /** Which row a place inside the facts belongs to, and the rest of the way; undefined when no row shows it. */
  rowAt: (facts: Facts, path: readonly PropertyKey[]) => { key: string; rest: readonly PropertyKey[] } | undefined;
};

/** The column that says whose row it is. */
export function ownerColumn({ of }: Pick<Sheet, "of">): ColumnName {
  return of.includes("office") ? "province-id" : "code";
}

/** The cells of an item in these columns. */
export function cellsOf(columns: readonly Column[], item: Facts): Cells {
  return Object.fromEntries(columns.map(({ name, get }) => [name, get(item)]));
}

/** The item with the cells of the row that differ from before. */
export function withCells(item: Facts, columns: readonly Column[], { before, after }: { before: Cells; after: Cells }): Facts {
  return columns.reduce((changed, { name, set }) => {
    const cell = after[name] ?? "";
    return cell === (before[name] ?? "") ? changed : set(changed, cell);
  }, item);
}

type ListPlan = { list: readonly string[]; columns: readonly Column[] };

/** The list of an entry as its rows say: items found again by their key, new ones made of their cells. */
export function withItems(facts: Facts, plan: ListPlan, rows: { before: readonly Row[]; after: readonly Row[] }): Facts {
  const { list, columns } = plan;
  const old = new Map(listAt(facts, list).map((item, place) => [String(item["id"] ?? place + 1), item]));
  const cells = new Map(rows.before.map((row) => [row.key, row.cells]));
  const items = rows.after.map((row) => withCells(old.get(row.key) ?? {}, columns, { before: cells.get(row.key) ?? {}, after: row.cells }));
  const needed = list[0] === "questions" || list[0] === "papers";
  return withValueAt(facts, list, items.length === 0 && !needed ? undefined : items);
}

/** Which item of a list a place belongs to. */
export function itemAt(facts: Facts, list: readonly string[], path: readonly PropertyKey[]): ReturnType<Sheet["rowAt"]> {
  if (!list.every((key, place) => path[place] === key) || path.length === list.length) return undefined;
  const place = Number(path[list.length]);
  const item = listAt(facts, list)[place];
  return { key: String(item?.["id"] ?? place + 1), rest: path.slice(list.length + 1) };
}
