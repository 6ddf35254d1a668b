import { checkFees, checkRows, questionsIn } from "./check-rows.ts";
import { entryWithoutNames, type Shelf } from "./content-shelf.ts";
import { type Facts, listAt, valueAt, withValueAt } from "./facts.ts";
import { type Change, type Clash, mergeRows } from "./merge-rows.ts";
import type { Opened } from "./open-workbook.ts";
import type { ReadSheets, Table, Wrong } from "./read-lines.ts";
import { type ReadRow, rowsOfLines } from "./rows-of-lines.ts";
import { everySheet } from "./sheets/every-sheet.ts";
import { type Entry, ownerColumn, type Row, type Sheet, type SheetName } from "./sheets/sheet.ts";

/** What an import would do to one entry, sheet by sheet. */
export type EntryPlan = { entry: Entry; after: Facts; parts: { sheet: Sheet; changes: Change[]; clashes: Clash[] }[]; omitted: string[] };
/** What an import would do, or everything that is wrong with the workbook. `left` counts procedures and provinces that the workbook no longer has. */
export type ImportPlan = { plans: EntryPlan[]; wrongs: Wrong[]; rows: ReadonlyMap<SheetName, readonly ReadRow[]>; left: number };

/** Compares the rows with how they went out and with the content of now. Reads and writes nothing. */
export function planImport({ base }: Opened, read: ReadSheets, { shelf, omitted }: { shelf: Shelf; omitted: string }): ImportPlan {
  const sentOut = byOwner((sheet) => base.rows.get(sheet.name) ?? []);
  const owned = ownRows(read.tables, sentOut, shelf);
  const checked = checkAll({ tables: read.tables, rows: owned.rows, sentOut: (sheet) => base.rows.get(sheet.name) ?? [] });
  const mine = byOwner(({ name }) => checked.rows.get(name) ?? []);
  const versionsOf: VersionsOf = ({ name }, owner) => ({
    base: sentOut.get(name)?.get(owner) ?? [],
    mine: mine.get(name)?.get(owner) ?? [],
  });
  const owners = [...new Set([...sentOut.values(), ...mine.values()].flatMap((rows) => [...rows.keys()]))];
  const left = new Set(owners.filter((owner) => oneRowSheets.some((name) => sentOut.get(name)?.has(owner) && !mine.get(name)?.has(owner))));
  const entries = new Map(owners.map((owner) => [owner, shelf.entries.get(owner) ?? entryWithoutNames(shelf, owner)]));
  const stray = owners.flatMap((owner) => {
    if (left.has(owner)) return strayEdits(owner, "wrong.left-out", { tables: read.tables, versionsOf });
    return entries.get(owner) ? [] : strayEdits(owner, "wrong.gone", { tables: read.tables, versionsOf });
  });
  const plans = owners.flatMap((owner) => {
    const entry = entries.get(owner);
    return entry && !left.has(owner) ? [planEntry(entry, versionsOf, omitted)] : [];
  });
  return { plans, wrongs: [...read.wrongs, ...owned.wrongs, ...checked.wrongs, ...stray], rows: checked.rows, left: left.size };
}

type ByOwner<R extends Row> = ReadonlyMap<SheetName, ReadonlyMap<string, readonly R[]>>;

function byOwner<R extends Row>(rowsOf: (sheet: Sheet) => readonly R[]): ByOwner<R> {
  return new Map(everySheet.map((sheet) => [sheet.name, Map.groupBy(rowsOf(sheet), ({ owner }) => owner)]));
}

type Owned = { rows: Map<SheetName, readonly ReadRow[]>; wrongs: Wrong[] };

/** The rows of every sheet with whose they are: only what went out comes back, names may be new for any code that is known. */
function ownRows(tables: ReadSheets["tables"], sentOut: ByOwner<Row>, shelf: Shelf): Owned {
  const ownerOf = (sheet: Sheet, code: string): string | undefined => {
    const owner = sheet.of.includes("office") ? code : (shelf.ownerOf(code) ?? code);
    const wentOut = sentOut.get(oneRowSheet(sheet))?.has(owner) || sentOut.get(sheet.name)?.has(owner);
    return wentOut || (sheet.of.includes("names") && shelf.ownerOf(code) !== undefined) ? owner : undefined;
  };
  const keysOf = (sheet: Sheet, owner: string): Set<string> => {
    const now = shelf.entries.get(owner);
    return new Set([...(sentOut.get(sheet.name)?.get(owner) ?? []), ...(now ? sheet.toRows(now) : [])].map(({ key }) => key));
  };
  const read = [...tables].map(([name, table]) => ({ name, ...rowsOfLines(table, { ownerOf, keysOf }) }));
  return { rows: new Map(read.map(({ name, rows }) => [name, rows])), wrongs: read.flatMap(({ wrongs }) => wrongs) };
}

const oneRowSheets = everySheet.filter(({ rows }) => rows === "one").map(({ name }) => name);

/** The sheet with one row an owner that says whether a row may stand on this one. */
function oneRowSheet({ of }: Sheet): SheetName {
  return of.includes("office") ? "offices" : "procedures";
}

type Checking = {
  tables: ReadSheets["tables"];
  rows: ReadonlyMap<SheetName, readonly ReadRow[]>;
  sentOut: (sheet: Sheet) => readonly Row[];
};

function checkAll({ tables, rows, sentOut }: Checking): { rows: Map<SheetName, readonly ReadRow[]>; wrongs: Wrong[] } {
  const asked = Map.groupBy(rows.get("questions") ?? [], ({ owner }) => owner);
  const results = [...tables].map(([name, table]) => {
    const base = new Map(sentOut(table.sheet).map((row) => [`${row.owner} ${row.key}`, row]));
    const result = checkRows(table, rows.get(name) ?? [], { base, questionsOf: (owner) => questionsIn(asked.get(owner) ?? []) });
    return { name, ...result };
  });
  const [procedures, amounts] = [tables.get("procedures"), tables.get("amounts")];
  const fees =
    procedures && amounts
      ? checkFees({
          procedures: { table: procedures, rows: rows.get("procedures") ?? [] },
          amounts: { table: amounts, rows: rows.get("amounts") ?? [] },
        })
      : [];
  return { rows: new Map(results.map((one) => [one.name, one.rows])), wrongs: [...results.flatMap((one) => one.wrongs), ...fees] };
}

type VersionsOf = (sheet: Sheet, owner: string) => { base: readonly Row[]; mine: readonly ReadRow[] };

function planEntry(entry: Entry, versionsOf: VersionsOf, reason: string): EntryPlan {
  let after = entry.facts;
  const parts = everySheet
    .filter(({ of }) => of.includes(entry.kind))
    .map((sheet) => {
      const theirs = sheet.toRows(entry);
      const { rows, changes, clashes } = mergeRows(sheet, { ...versionsOf(sheet, entry.owner), theirs });
      if (changes.length > 0) after = sheet.apply(after, theirs, rows);
      return { sheet, changes, clashes };
    });
  const { facts, omitted } = entry.kind === "guided" ? withoutLostRows(after, reason) : { facts: after, omitted: [] };
  return { entry, after: facts, parts, omitted };
}

/** Rows of the national record that led to a paper, question or note which is gone are accounted for as left out. */
function withoutLostRows(facts: Facts, reason: string): { facts: Facts; omitted: string[] } {
  const ids = (list: string): Set<string> => new Set(listAt(facts, [list]).map(({ id }) => String(id)));
  const here = { paper: ids("papers"), question: ids("questions"), note: ids("notes") };
  const isLost = (place: unknown): boolean => {
    const [kind = "", id = ""] = String(place).split(":");
    return kind in here && !here[kind as keyof typeof here].has(id);
  };
  const rows = Object.entries(valueAt(facts, ["rows"]) ?? {});
  const lost = rows.filter(([, places]) => [places].flat().some(isLost));
  const settled = lost.reduce((changed, [row, places]) => {
    const left = [places].flat().filter((place) => !isLost(place));
    const value = left.length > 1 ? left : (left[0] ?? `omitted: ${reason}`);
    return withValueAt(changed, ["rows", row], value);
  }, facts);
  return { facts: settled, omitted: lost.filter(([, places]) => [places].flat().every(isLost)).map(([row]) => row) };
}

/** What was edited of a procedure that is left alone, because its row on the first sheet was taken out or the content no longer has it. */
function strayEdits(
  owner: string,
  say: "wrong.left-out" | "wrong.gone",
  { tables, versionsOf }: { tables: ReadSheets["tables"]; versionsOf: VersionsOf },
): Wrong[] {
  return [...tables.values()].flatMap(({ sheet, title, at }: Table) => {
    const { base, mine } = versionsOf(sheet, owner);
    const { changes } = mergeRows(sheet, { base, mine, theirs: base });
    const edited = changes.find(({ kind }) => kind !== "removed");
    const line = edited && mine.find(({ key }) => key === edited.row.key)?.line;
    return line === undefined ? [] : [{ sheet: title, cell: at(line, ownerColumn(sheet)), fault: { say, with: { code: owner } } }];
  });
}
