import { entryWithoutNames, type Shelf } from "./content-shelf.ts";
import { checkRows, questionsIn } from "./check-rows.ts";
import { type Facts, listAt, valueAt, withValueAt } from "./facts.ts";
import { type Change, type Clash, mergeRows } from "./merge-rows.ts";
import type { Opened } from "./open-workbook.ts";
import type { ReadSheets, Table, Wrong } from "./read-lines.ts";
import { type ReadRow, rowsOfLines } from "./rows-of-lines.ts";
import { everySheet } from "./sheets/every-sheet.ts";
import type { Entry, Row, Sheet, SheetName } from "./sheets/sheet.ts";

/** What an import would do to one entry, sheet by sheet. */
export type EntryPlan = { entry: Entry; after: Facts; parts: { sheet: Sheet; changes: Change[]; clashes: Clash[] }[]; omitted: string[] };
/** What an import would do, or everything that is wrong with the workbook. `left` counts procedures that the workbook no longer has. */
export type ImportPlan = { plans: EntryPlan[]; wrongs: Wrong[]; rows: ReadonlyMap<SheetName, readonly ReadRow[]>; left: number };

/** Compares the rows with how they went out and with the content of now. Reads and writes nothing. */
export function planImport({ base }: Opened, { tables, wrongs: unread }: ReadSheets, { shelf, omitted }: { shelf: Shelf; omitted: string }): ImportPlan {
  const sentOut = (sheet: Sheet): readonly Row[] => base.rows.get(sheet.name) ?? [];
  const owners = new Map(everySheet.map((sheet) => [sheet.name, Map.groupBy(sentOut(sheet), ({ owner }) => owner)]));
  const entryOf = (owner: string): Entry | undefined => shelf.entries.get(owner) ?? entryWithoutNames(shelf, owner);
  const wrongs: Wrong[] = [...unread];
  const rows = new Map<SheetName, readonly ReadRow[]>();
  for (const [name, table] of tables) {
    const read = rowsOfLines(table, {
      ownerOf: (sheet, code) => {
        const owner = sheet.of.includes("office") ? code : (shelf.ownerOf(code) ?? code);
        const known = sheet.of.includes("names") ? shelf.ownerOf(code) !== undefined : owners.get(oneRowSheet(sheet))?.has(owner);
        return known ? owner : undefined;
      },
      keysOf: (sheet, owner) => {
        const now = shelf.entries.get(owner);
        return new Set([...(owners.get(sheet.name)?.get(owner) ?? []), ...(now ? sheet.toRows(now) : [])].map(({ key }) => key));
      },
    });
    rows.set(name, read.rows);
    wrongs.push(...read.wrongs);
  }
  const checked = checkAll({ tables, rows, sentOut });
  wrongs.push(...checked.wrongs);
  const mine = new Map(everySheet.map(({ name }) => [name, Map.groupBy(checked.rows.get(name) ?? [], ({ owner }) => owner)]));
  const all = new Set([...owners.values(), ...mine.values()].flatMap((byOwner) => [...byOwner.keys()]));
  const left = [...all].filter((owner) => owners.get("procedures")?.has(owner) && !mine.get("procedures")?.has(owner));
  const versionsOf = (sheet: Sheet, owner: string): { base: readonly Row[]; mine: readonly Row[] } => ({
    base: owners.get(sheet.name)?.get(owner) ?? [],
    mine: mine.get(sheet.name)?.get(owner) ?? [],
  });
  const plans = [...all].flatMap((owner) => {
    const entry = entryOf(owner);
    if (!entry || left.includes(owner)) return [];
    return [planEntry(entry, versionsOf, omitted)];
  });
  wrongs.push(...left.flatMap((owner) => strayEdits(owner, { tables, versionsOf })));
  return { plans, wrongs, rows: checked.rows, left: left.length };
}

/** The sheet with one row an owner that says whether a row may stand on this one. */
function oneRowSheet({ of }: Sheet): SheetName {
  return of.includes("office") ? "offices" : "procedures";
}

type Checking = { tables: ReadSheets["tables"]; rows: ReadonlyMap<SheetName, readonly ReadRow[]>; sentOut: (sheet: Sheet) => readonly Row[] };

function checkAll({ tables, rows, sentOut }: Checking): { rows: Map<SheetName, readonly ReadRow[]>; wrongs: Wrong[] } {
  const asked = Map.groupBy(rows.get("questions") ?? [], ({ owner }) => owner);
  const results = [...tables].map(([name, table]) => {
    const base = new Map(sentOut(table.sheet).map((row) => [`${row.owner} ${row.key}`, row]));
    const result = checkRows(table, rows.get(name) ?? [], { base, questionsOf: (owner) => questionsIn(asked.get(owner) ?? []) });
    return { name, ...result };
  });
  return { rows: new Map(results.map((one) => [one.name, one.rows])), wrongs: results.flatMap((one) => one.wrongs) };
}

type VersionsOf = (sheet: Sheet, owner: string) => { base: readonly Row[]; mine: readonly Row[] };

function planEntry(entry: Entry, versionsOf: VersionsOf, reason: string): EntryPlan {
  let after = entry.facts;
  const parts = everySheet.filter(({ of }) => of.includes(entry.kind)).map((sheet) => {
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

/** A procedure whose row on the first sheet was taken out is left alone; what was edited of it elsewhere would be lost. */
function strayEdits(owner: string, { tables, versionsOf }: { tables: ReadSheets["tables"]; versionsOf: VersionsOf }): Wrong[] {
  return [...tables.values()].flatMap(({ sheet, title, at }: Table) => {
    const { base, mine } = versionsOf(sheet, owner);
    const { changes } = mergeRows(sheet, { base, mine, theirs: base });
    const edited = changes.find(({ kind }) => kind !== "removed");
    const line = edited && (edited.row as ReadRow).line;
    return line === undefined ? [] : [{ sheet: title, cell: at(line, "code"), fault: { say: "wrong.left-out", with: { code: owner } } }];
  });
}
