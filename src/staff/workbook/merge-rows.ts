import type { Column } from "./columns.ts";
import { type Cells, ownerColumn, type Row, type Sheet } from "./sheets/sheet.ts";
import { tidy, tidyLines } from "./tidy.ts";

/** What an import changes in the content, by row; `moved` stands for the order of all rows of an entry. */
export type Change =
  | { kind: "cell"; row: Row; column: Column; from: string; to: string }
  | { kind: "added" | "removed"; row: Row }
  | { kind: "moved"; row: Row };

/** Something that was changed both in the workbook and in the content since it went out. */
export type Clash = { row: Row; column: Column | undefined; mine: string; theirs: string };

/** The rows of one entry on one sheet: as they went out, as they came back, as the content has them now. */
export type Versions = { base: readonly Row[]; mine: readonly Row[]; theirs: readonly Row[] };
type Merged = { rows: Row[]; clashes: Clash[] };

/** Puts both sides' changes together: what only one side changed is taken, what both changed differently is a clash. */
export function mergeRows(sheet: Sheet, versions: Versions): { rows: Row[]; changes: Change[]; clashes: Clash[] } {
  const { rows, clashes } = sheet.rows === "in order" ? mergeWhole(sheet, versions) : mergeByKey(sheet, versions);
  return { rows, clashes, changes: changesBetween(sheet, versions.theirs, rows) };
}

/** Do two cells say the same? White space and the way letters are composed do not count. */
export function sameCell({ kind }: Column, a: string, b: string): boolean {
  if (a === b) return true;
  return kind.is === "lines" || kind.is === "choices" ? tidyLines(a).join("\n") === tidyLines(b).join("\n") : tidy(a) === tidy(b);
}

/** The columns whose cells are taken over: not those that say whose row it is, where it stands, or only help to read. */
export function keptColumns(sheet: Sheet): Column[] {
  return sheet.columns.filter(({ kind, name }) => kind.is !== "shown" && kind.is !== "order" && name !== ownerColumn(sheet));
}

function mergeWhole(sheet: Sheet, { base, mine, theirs }: Versions): Merged {
  if (sameRows(sheet, mine, base)) return { rows: [...theirs], clashes: [] };
  if (sameRows(sheet, theirs, base) || sameRows(sheet, theirs, mine)) return { rows: asTheyStand(sheet, mine, theirs), clashes: [] };
  const row = mine[0] ?? base[0] ?? theirs[0];
  return { rows: [...theirs], clashes: row ? [{ row, column: undefined, mine: "", theirs: "" }] : [] };
}

/** The rows with every cell that says the same as the content's written as there. */
function asTheyStand(sheet: Sheet, rows: readonly Row[], theirs: readonly Row[]): Row[] {
  const now = byKey(theirs);
  return rows.map((row) => {
    const kept = keptColumns(sheet).flatMap((column) => {
      const cell = now.get(row.key)?.cells[column.name];
      return cell !== undefined && sameCell(column, cell, row.cells[column.name] ?? "") ? [[column.name, cell]] : [];
    });
    return { ...row, cells: { ...row.cells, ...(Object.fromEntries(kept) as Cells) } };
  });
}

function sameRows(sheet: Sheet, a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, place) => sameCells(sheet, row.cells, b[place]?.cells ?? {}));
}

function sameCells(sheet: Sheet, a: Cells, b: Cells): boolean {
  return keptColumns(sheet).every((column) => sameCell(column, a[column.name] ?? "", b[column.name] ?? ""));
}

function mergeByKey(sheet: Sheet, { base, mine, theirs }: Versions): Merged {
  const [was, came, now] = [byKey(base), byKey(mine), byKey(theirs)];
  const merged = new Map<string, Row>();
  const clashes: Clash[] = [];
  for (const key of new Set([...came.keys(), ...now.keys()])) {
    const result = mergeRow(sheet, { base: was.get(key), mine: came.get(key), theirs: now.get(key) });
    clashes.push(...result.clashes);
    if (result.row) merged.set(key, result.row);
  }
  const order = mergeOrder(sheet, { base, mine, theirs }, merged);
  return { rows: order.keys.flatMap((key) => merged.get(key) ?? []), clashes: [...clashes, ...order.clashes] };
}

type One = { base: Row | undefined; mine: Row | undefined; theirs: Row | undefined };

function mergeRow(sheet: Sheet, { base, mine, theirs }: One): { row: Row | undefined; clashes: Clash[] } {
  const whole = (row: Row): Clash[] => [{ row, column: undefined, mine: "", theirs: "" }];
  if (!theirs) {
    const goneThere = base !== undefined && mine !== undefined;
    if (goneThere && !sameCells(sheet, mine.cells, base.cells)) return { row: undefined, clashes: whole(mine) };
    return { row: goneThere ? undefined : mine, clashes: [] };
  }
  if (!mine)
    return base && !sameCells(sheet, theirs.cells, base.cells)
      ? { row: theirs, clashes: whole(base) }
      : { row: base ? undefined : theirs, clashes: [] };
  const cells: Cells = { ...theirs.cells };
  const clashes: Clash[] = [];
  for (const column of keptColumns(sheet)) {
    const [was = "", came = "", now = ""] = [base?.cells[column.name], mine.cells[column.name], theirs.cells[column.name]];
    if (base && sameCell(column, came, was)) continue;
    if (sameCell(column, came, now)) continue;
    if (base && sameCell(column, now, was)) cells[column.name] = came;
    else clashes.push({ row: mine, column, mine: came, theirs: now });
  }
  return { row: { ...mine, cells }, clashes };
}

/** The keys in the order that was set on either side; rows that only one side has stand behind the row they followed there. */
function mergeOrder(sheet: Sheet, { base, mine, theirs }: Versions, merged: Map<string, Row>): { keys: string[]; clashes: Clash[] } {
  const movedHere = isMoved(base, mine);
  const clash = movedHere && isMoved(base, theirs) && isMoved(theirs, mine);
  const [leading, other] = movedHere && sheet.rows !== "a set" ? [mine, theirs] : [theirs, mine];
  const keys = leading.map(({ key }) => key).filter((key) => merged.has(key));
  for (const [place, { key }] of other.entries()) {
    if (!merged.has(key) || keys.includes(key)) continue;
    const before = other.slice(0, place).findLast((row) => keys.includes(row.key));
    keys.splice(before ? keys.indexOf(before.key) + 1 : 0, 0, key);
  }
  const row = mine[0];
  return { keys, clashes: clash && row && sheet.rows !== "a set" ? [{ row, column: undefined, mine: "", theirs: "" }] : [] };
}

/** Do the rows that both have stand in another order? */
function isMoved(a: readonly Row[], b: readonly Row[]): boolean {
  const [inA, inB] = [byKey(a), byKey(b)];
  const common = (rows: readonly Row[]): string[] => rows.map(({ key }) => key).filter((key) => inA.has(key) && inB.has(key));
  return common(a).join("\n") !== common(b).join("\n");
}

function changesBetween(sheet: Sheet, before: readonly Row[], after: readonly Row[]): Change[] {
  const [was, now] = [byKey(before), byKey(after)];
  const cells = after.flatMap((row): Change[] => {
    const old = was.get(row.key);
    if (!old) return [{ kind: "added", row }];
    return keptColumns(sheet).flatMap((column): Change[] => {
      const [from = "", to = ""] = [old.cells[column.name], row.cells[column.name]];
      return from === to ? [] : [{ kind: "cell", row, column, from, to }];
    });
  });
  const removed = before.filter(({ key }) => !now.has(key)).map((row): Change => ({ kind: "removed", row }));
  const first = after[0];
  const moved: Change[] = first && sheet.rows !== "a set" && isMoved(before, after) ? [{ kind: "moved", row: first }] : [];
  return [...removed, ...cells, ...moved];
}

function byKey(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.key, row]));
}
