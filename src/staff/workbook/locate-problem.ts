import { LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { Problem } from "../../catalog/problem.ts";
import type { EntryPlan } from "./plan-import.ts";
import type { Table } from "./read-lines.ts";
import type { ReadRow } from "./rows-of-lines.ts";
import { ownerColumn, type SheetName } from "./sheets/sheet.ts";
import { itemsOf } from "./yaml-places.ts";

/** What leads from a place in a content file to a cell of the workbook. */
export type Way = {
  plans: readonly EntryPlan[];
  tables: ReadonlyMap<SheetName, Table>;
  rows: ReadonlyMap<SheetName, readonly ReadRow[]>;
  /** The text of a file as it would be. */
  textOf: (file: string) => string | undefined;
};

/** The sheet and cell of a problem in the content as it would be; undefined when no cell shows that place. */
export function locateProblem(
  { file, line, column }: Problem,
  { plans, tables, rows, textOf }: Way,
): { sheet: string; cell: string } | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  const path = pathAt(text, line, column);
  const owner = plans.find(({ entry }) => entry.file === file && (entry.kind !== "names" || entry.owner === path[0]));
  if (!owner) return undefined;
  const inside = owner.entry.kind === "names" ? ["aliases", ...path.slice(1)] : path;
  for (const { sheet } of owner.parts.toReversed()) {
    const place = sheet.rowAt(owner.after, inside);
    const table = tables.get(sheet.name);
    const row = place && rows.get(sheet.name)?.find((one) => one.owner === owner.entry.owner && one.key === place.key);
    if (place && table && row) return { sheet: table.title, cell: table.at(row.line, columnFor(table, place.rest)) };
  }
  return undefined;
}

/** The column whose path leads deepest towards the place; the one that says whose row it is when none does. */
function columnFor({ sheet }: Table, rest: readonly PropertyKey[]): string {
  const shared = (path: readonly string[]): number => path.filter((key, at) => rest[at] === key).length;
  const best = sheet.columns.toSorted((a, b) => shared(b.path) - shared(a.path))[0];
  return best && shared(best.path) > 0 ? best.name : ownerColumn(sheet);
}

/** The keys and positions that lead to a place in a YAML text; line and column count from 1. */
function pathAt(text: string, line: number, column: number): (string | number)[] {
  const counter = new LineCounter();
  const root = parseDocument(text, { lineCounter: counter }).contents;
  return root ? pathTo(text, root, (counter.lineStarts[line - 1] ?? 0) + column - 1) : [];
}

function pathTo(text: string, node: ParsedNode, offset: number): (string | number)[] {
  if (!("items" in node)) return [];
  const items = itemsOf(text, node);
  const at = items.findIndex(({ start, end }) => start <= offset && offset < end);
  const item = items[at];
  if (!item) return [];
  return [item.key ?? at, ...(item.value ? pathTo(text, item.value, offset) : [])];
}
