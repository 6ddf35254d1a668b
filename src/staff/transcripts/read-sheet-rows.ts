import readWorkbook, { type Sheet as ReadSheet } from "read-excel-file/node";
import type { StaffSentence } from "../../wording/staff-words.ts";
import { readSheetMarks, type SheetMarks } from "./sheet-marks.ts";
import { type Column, columnNames, columns, type Terms } from "./terms.ts";
import type { Read, Row, Setting, Trouble } from "./transcript.ts";
import { readZip } from "./zip.ts";

/** A cell's value as the reader of workbooks gives it. */
type Value = string | number | boolean | Date | null;

/** A sheet under way: its rows, the name said in messages where there are several, and how to say that something is wrong. */
type Sheet = {
  name: string;
  data: Value[][];
  terms: Terms;
  wrong(row: number, say: StaffSentence, values?: Trouble["with"]): void;
};

/** Reads an Excel workbook of conversations: every sheet with something in it has the heading row. What Excel turned into a number or a date is read as it was typed. */
export async function readSheetRows(file: string, bytes: Buffer, terms: Terms): Promise<Read<Row>> {
  const zip = readZip(bytes);
  const marks = zip && readSheetMarks(zip);
  if (!marks || marks.length === 0) return { found: [], troubles: [{ file, row: 1, say: "transcript.wrong.workbook" }] };
  const marked = marks.flatMap((sheet) => markTroubles(file, sheet, sheetName(sheet.sheet, marks.length)));
  if (marked.length > 0) return { found: [], troubles: marked }; // a formula may have no value to read at all
  const sheets = await openSheets(bytes);
  if (!sheets) return { found: [], troubles: [{ file, row: 1, say: "transcript.wrong.workbook" }] };
  const troubles: Trouble[] = [];
  const found = sheets.flatMap(({ sheet, data }) => {
    const name = sheetName(sheet, sheets.length);
    const wrong: Sheet["wrong"] = (row, say, values) => void troubles.push({ file, row, say, with: { sheet: name, ...values } });
    return readSheet({ name, data, terms, wrong });
  });
  return { found, troubles };
}

/** The sheets of a workbook with their values; undefined when it is broken. */
async function openSheets(bytes: Buffer): Promise<{ sheet: string; data: Value[][] }[] | undefined> {
  try {
    const sheets: ReadSheet[] = await readWorkbook(bytes);
    return sheets.map(({ sheet, data }) => ({ sheet, data: data as Value[][] })); // its types say `typeof Date` where a Date comes
  } catch (error) {
    if (error instanceof Error) return undefined; // the reader has errors of many names for a broken workbook
    throw error;
  }
}

/** Where a conversation can be added: the first sheet with headings, and the positions (from 0) of the columns for what she says and what must be shown; undefined when no sheet has them. */
export async function placeToAdd(bytes: Buffer, terms: Terms): Promise<{ sheet: string; says: number; shows: number } | undefined> {
  for (const { sheet, data } of (await openSheets(bytes)) ?? []) {
    const named = (data.find((row) => !isEmpty(row)) ?? []).map((value) => terms.column(String(value ?? "")));
    const [says, shows] = [named.indexOf("says"), named.indexOf("shows")];
    if (says >= 0 && shows >= 0) return { sheet, says, shows };
  }
  return undefined;
}

function sheetName(sheet: string, of: number): string {
  return of > 1 ? `[${sheet}] ` : "";
}

function markTroubles(file: string, { merged, formulas }: SheetMarks, sheet: string): Trouble[] {
  const rowOf = (cell: string): number => Number(/\d+/.exec(cell)?.[0] ?? 1);
  return [
    ...merged.map((cells): Trouble => ({ file, row: rowOf(cells), say: "transcript.wrong.merged", with: { sheet, cells } })),
    ...formulas.map((cell): Trouble => ({ file, row: rowOf(cell), say: "transcript.wrong.formula", with: { sheet, cell } })),
  ].sort((one, other) => one.row - other.row);
}

function readSheet(sheet: Sheet): Row[] {
  const heading = sheet.data.findIndex((row) => !isEmpty(row));
  if (heading < 0) return [];
  const places = readHeadings(sheet, heading);
  if (!places) return [];
  const rows = sheet.data.slice(heading + 1).flatMap((cells, index) => {
    const row = heading + index + 2;
    if (isEmpty(cells)) return [];
    const outside = cells.findIndex((value, at) => value !== null && !places.includes(at));
    if (outside >= 0) sheet.wrong(row, "transcript.wrong.outside", { cell: `${columnLetter(outside)}${row}`, note: noteName(sheet) });
    return [readRow(sheet, cells, { row, places })];
  });
  const begun = sheet.name === "" || rows[0]?.is !== "step"; // else it would go on with the conversation of the sheet before
  return begun ? rows : [{ is: "heading", row: heading + 1, name: sheet.name.trim(), settings: [] }, ...rows];
}

/** Where each column stands, in the order of `columns`, -1 for a missing note; undefined when the headings are not in order. */
function readHeadings({ data, terms, wrong }: Sheet, at: number): number[] | undefined {
  const named = (data[at] ?? []).map((value) => (value === null ? undefined : (terms.column(String(value)) ?? String(value))));
  const missing = columns.filter((column) => column !== "note" && !named.includes(column));
  const unknown = named.find((name) => name !== undefined && !columns.some((column) => column === name));
  const twice = columns.find((column) => named.indexOf(column) !== named.lastIndexOf(column));
  const say = terms.write;
  if (missing.length > 0)
    wrong(at + 1, "transcript.wrong.headings", { columns: columnNames(say), missing: columnNames(say, missing satisfies Column[]) });
  else if (unknown !== undefined) wrong(at + 1, "transcript.wrong.column", { column: unknown, columns: columnNames(say, columns) });
  else if (twice) wrong(at + 1, "transcript.wrong.twice", { column: say(`transcript.${twice}`) });
  else return columns.map((column) => named.indexOf(column));
  return undefined;
}

function readRow({ terms, wrong }: Sheet, cells: Value[], { row, places }: { row: number; places: number[] }): Row {
  const [says, shows, hides] = places.map((at) => (at < 0 ? null : (cells[at] ?? null)));
  const said = textOf(says ?? null, false);
  const [first = "", ...rest] = said.split(":");
  if (rest.length === 0 || !terms.beginsConversation(first))
    return { is: "step", row, says: said, shows: [textOf(shows ?? null, true)], hides: [textOf(hides ?? null, true)] };
  if (hides !== null && hides !== undefined) wrong(row, "transcript.wrong.heading-row", { column: columnNames(terms.write, ["hides"]) });
  return { is: "heading", row, name: rest.join(":").trim(), settings: settingsIn(textOf(shows ?? null, true)) };
}

/** "Tỉnh: Lạng Sơn; Ngày: 22/11/2026" */
function settingsIn(text: string): Setting[] {
  const parts = text.split(";").filter((part) => part.trim() !== "");
  return parts.map((part) => {
    const [name = "", ...value] = part.split(":");
    return { name: name.trim(), value: value.join(":").trim() };
  });
}

/** A value as it was typed. Excel takes 1.001190 for a number and drops its last zero, 7.000 for seven thousand, 22/11/2026 for a date. */
function textOf(value: Value, shown: boolean): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10).split("-").reverse().join("/");
  if (typeof value !== "number") return String(value).trim();
  if (!shown) return String(value);
  return Number.isInteger(value) ? value.toLocaleString("vi-VN") : asCode(value);
}

/** A code has six digits behind the point; another number is written as it is in Viet Nam. */
function asCode(value: number): string {
  const code = value.toFixed(6);
  return value > 0 && value < 10 && Number(code) === value && String(value).length > 5 ? code : String(value).replace(".", ",");
}

function isEmpty(cells: Value[]): boolean {
  return cells.every((value) => value === null || String(value).trim() === "");
}

/** The letters of a column, from its position (from 0): A, Z, AA. */
export function columnLetter(at: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + (at % 26));
  return at < 26 ? last : columnLetter(Math.floor(at / 26) - 1) + last;
}

function noteName({ terms }: Sheet): string {
  return terms.write("transcript.note");
}
