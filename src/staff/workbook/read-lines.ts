import { getCellAddress } from "write-excel-file/utility";
import type { StaffSay, StaffSentence } from "../../wording/staff-words.ts";
import type { Fault } from "./condition.ts";
import type { Opened, SavedSheet } from "./open-workbook.ts";
import { type Reader, readCell, type Seen } from "./read-cell.ts";
import { everySheet } from "./sheets/every-sheet.ts";
import type { Cells, Sheet, SheetName } from "./sheets/sheet.ts";
import { tidy } from "./tidy.ts";

/** Something to mend in the workbook: the title of the sheet, the cell or range where one is to blame, and what is wrong. */
export type Wrong = { sheet: string; cell: string | undefined; fault: Fault };
/** A line of a sheet with something in it; `row` counts as Excel does. */
type Line = { row: number; cells: Cells };
/** A sheet of ours as it was read: its lines, and the address of a cell by its row and the name of its column. */
export type Table = { sheet: Sheet; title: string; lines: Line[]; at: (row: number, column: string) => string };
/** What reading the sheets gave: everything wrong at once, and what was passed over. */
export type ReadSheets = { tables: ReadonlyMap<SheetName, Table>; wrongs: Wrong[]; passed: Wrong[] };

/** Reads every sheet of ours by the titles and headings it went out with, whatever the order of sheets and columns is now. */
export function readSheets({ sheets }: Opened, reader: Reader): ReadSheets {
  const wrongs: Wrong[] = [];
  const passed: Wrong[] = [];
  const tables = everySheet.flatMap((sheet): [SheetName, Table][] => {
    const title = reader.say(`sheet.${sheet.name}`);
    const saved = sheets.find((one) => tidy(one.title).toLowerCase() === title.toLowerCase());
    const all = everySheet.map(({ name }) => reader.say(`sheet.${name}`)).join(", ");
    if (!saved) wrongs.push({ sheet: title, cell: undefined, fault: { say: "wrong.no-sheet", with: { all } } });
    return saved ? [[sheet.name, readTable(sheet, saved, { reader, wrongs, passed })]] : [];
  });
  const ours = new Set([...tables.map(([, { title }]) => title.toLowerCase()), reader.say("sheet.guide").toLowerCase(), "motcua"]);
  for (const { title, cells } of sheets) {
    const extra = !ours.has(tidy(title).toLowerCase()) && cells.length > 0;
    if (extra) passed.push({ sheet: title, cell: undefined, fault: { say: "passed.sheet" } });
  }
  return { tables: new Map(tables), wrongs, passed };
}

type Reading = { reader: Reader; wrongs: Wrong[]; passed: Wrong[] };

function readTable(sheet: Sheet, saved: SavedSheet, { reader, wrongs, passed }: Reading): Table {
  const title = saved.title;
  const blame = (cell: string | undefined, say: StaffSentence, more: Fault["with"] = {}): unknown =>
    wrongs.push({ sheet: title, cell, fault: { say, with: more } });
  for (const range of saved.merged) blame(range, "wrong.merged");
  for (const cell of saved.hollow) blame(cell, "wrong.formula");
  for (const cell of saved.broken) blame(cell, "wrong.error");
  if (saved.hidden) passed.push({ sheet: title, cell: undefined, fault: { say: "passed.hidden" } });
  const places = findColumns(sheet, saved, { reader, wrongs, passed });
  const at = (row: number, column: string): string => getCellAddress(row - 1, places.get(column) ?? 0);
  const lines = saved.cells.slice(1).flatMap((cells, place): Line[] => {
    const row = place + 2;
    const read = sheet.columns.map((column) => {
      const seen: Seen = cells[places.get(column.name) ?? -1] ?? null;
      const result = readCell(column, seen, reader);
      if ("fault" in result) wrongs.push({ sheet: title, cell: at(row, column.name), fault: result.fault });
      return { column, text: "text" in result ? result.text : "" };
    });
    const empty = read.every(({ column, text }) => text === "" || column.kind.is === "shown" || column.kind.is === "order");
    return empty ? [] : [{ row, cells: Object.fromEntries(read.map(({ column, text }) => [column.name, text])) }];
  });
  return { sheet, title, lines, at };
}

/** Where each column of ours stands, by its heading. */
function findColumns(sheet: Sheet, { title, cells: [head = []] }: SavedSheet, { reader, wrongs, passed }: Reading): Map<string, number> {
  const headings = head.map((cell) => (typeof cell === "string" ? tidy(cell).toLowerCase() : ""));
  const blame = (place: number | undefined, say: StaffSentence, heading: string): unknown =>
    wrongs.push({ sheet: title, cell: place === undefined ? undefined : getCellAddress(0, place), fault: { say, with: { heading } } });
  const named = sheet.columns.map(({ name }) => ({ name, heading: headingOf(name, reader.say) }));
  const places = named.flatMap(({ name, heading }): [string, number][] => {
    const place = headings.indexOf(heading.toLowerCase());
    const twice = headings.indexOf(heading.toLowerCase(), place + 1);
    if (place === -1) blame(undefined, "wrong.no-heading", heading);
    else if (twice !== -1) blame(twice, "wrong.heading-twice", heading);
    return place === -1 ? [] : [[name, place]];
  });
  const taken = new Set(places.map(([, place]) => place));
  for (const [place, heading] of headings.entries()) {
    const known = taken.has(place) || named.some((one) => one.heading.toLowerCase() === heading);
    if (heading && !known)
      passed.push({ sheet: title, cell: getCellAddress(0, place), fault: { say: "passed.column", with: { heading } } });
  }
  return new Map(places);
}

function headingOf(name: Sheet["columns"][number]["name"], say: StaffSay): string {
  return tidy(say(`column.${name}`));
}
