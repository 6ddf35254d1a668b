import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from "fflate";
import readExcelFile from "read-excel-file/node";

/** A workbook as somebody saved it, open for editing as Excel and others do: by its parts and cells. */
export type Book = { path: string; parts: Unzipped };
/** What somebody types into a cell: text, a number as the file has its digits, a formula with or without its result, nothing. */
export type Typed = string | number | { formula: string; result?: string } | { digits: string; style?: string } | undefined;

export const openBook = (path: string): Book => ({ path, parts: unzipSync(readFileSync(path)) });

/** Saves the book beside its old self and gives the new path. */
export function saveBook({ path, parts }: Book): string {
  const place = path.replace(/\.xlsx$/, `-edited.xlsx`);
  writeFileSync(place, zipSync(parts, { level: 1 }));
  return place;
}

/** Changes the text of one part. */
export function editPart(book: Book, part: string, change: (xml: string) => string): void {
  const before = strFromU8(book.parts[part] ?? new Uint8Array());
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${part}`);
  book.parts[part] = strToU8(after);
}

/** The part of a sheet by its title. */
export function partOf({ parts }: Book, title: string): string {
  const workbook = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  const id = new RegExp(`<sheet [^>]*r:id="rId(\\d+)"[^>]*name="${title}"`).exec(workbook)?.[1];
  return `xl/worksheets/sheet${id}.xml`;
}

/** The values of a sheet, heading row first. */
export async function valuesOf({ parts }: Book, title: string): Promise<string[][]> {
  const sheets = await readExcelFile(Buffer.from(zipSync(parts, { level: 0 })));
  const { data = [] } = sheets.find(({ sheet }) => sheet === title) ?? {};
  return data.map((row) => row.map((cell) => (cell === null ? "" : String(cell))));
}

/** The letters of a column by its heading. */
export async function columnOf(book: Book, title: string, heading: string): Promise<string> {
  const place = (await valuesOf(book, title))[0]?.indexOf(heading) ?? -1;
  if (place === -1) throw new Error(`${title} has no column ${heading}`);
  return place < 26 ? String.fromCharCode(65 + place) : `A${String.fromCharCode(65 + place - 26)}`;
}

/** The first row (as Excel counts) that has all of these texts in it. */
export async function rowOf(book: Book, title: string, ...texts: string[]): Promise<number> {
  const place = (await valuesOf(book, title)).findIndex((row) => texts.every((text) => row.includes(text)));
  if (place === -1) throw new Error(`${title} has no row with ${texts.join(", ")}`);
  return place + 1;
}

/** Types into a cell; its format stays. */
export function type(book: Book, title: string, at: string, typed: Typed): void {
  const part = partOf(book, title);
  const xml = strFromU8(book.parts[part] ?? new Uint8Array());
  const cell = new RegExp(`<c r="${at}"([^>]*?)(?:/>|>.*?</c>)`, "s");
  const style = /s="\d+"/.exec(cell.exec(xml)?.[1] ?? "")?.[0] ?? "";
  const written = cellXml(at, typed, style);
  if (cell.test(xml)) book.parts[part] = strToU8(xml.replace(cell, () => written));
  else
    book.parts[part] = strToU8(
      xml.replace(new RegExp(`(<row r="${at.replace(/\D/g, "")}"[^>]*>.*?)(</row>)`, "s"), (_, row, end) => row + written + end),
    );
}

/** Types into the cell of a row and a heading. */
export async function typeUnder(
  book: Book,
  title: string,
  { row, heading }: { row: number; heading: string },
  typed: Typed,
): Promise<string> {
  const at = `${await columnOf(book, title, heading)}${row}`;
  type(book, title, at, typed);
  return at;
}

/** Writes a new row at the end, by heading; gives its number. */
export async function addRow(book: Book, title: string, cells: Record<string, Typed>): Promise<number> {
  const values = await valuesOf(book, title);
  const row = values.length + 1;
  const written = (values[0] ?? []).map((heading, place) => {
    const letters = place < 26 ? String.fromCharCode(65 + place) : `A${String.fromCharCode(65 + place - 26)}`;
    return heading in cells ? cellXml(`${letters}${row}`, cells[heading], "") : "";
  });
  editPart(book, partOf(book, title), (xml) => xml.replace("</sheetData>", () => `<row r="${row}">${written.join("")}</row></sheetData>`));
  return row;
}

/** Deletes rows as Excel does: those below move up. */
export function deleteRows(book: Book, title: string, ...rows: number[]): void {
  arrangeRows(book, title, (all) => all.filter((_, place) => !rows.includes(place + 1)));
}

/** Sets the rows of a sheet in another order, or leaves some out; the heading is the first of them. */
export function arrangeRows(book: Book, title: string, arrange: (rows: string[]) => string[]): void {
  const part = partOf(book, title);
  const xml = strFromU8(book.parts[part] ?? new Uint8Array());
  const rows = xml.match(/<row .*?<\/row>/gs) ?? [];
  const arranged = arrange(rows).map((row, place) => row.replace(/(<row r="|<c r="[A-Z]+)\d+"/g, `$1${place + 1}"`));
  book.parts[part] = strToU8(xml.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${arranged.join("")}</sheetData>`));
}

function cellXml(at: string, typed: Typed, style: string): string {
  const safe = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\r", "&#13;");
  if (typed === undefined) return `<c r="${at}" ${style}/>`;
  if (typeof typed === "number") return `<c r="${at}" ${style}><v>${typed}</v></c>`;
  if (typeof typed === "string") return `<c r="${at}" ${style} t="inlineStr"><is><t xml:space="preserve">${safe(typed)}</t></is></c>`;
  if ("digits" in typed) return `<c r="${at}" ${typed.style ?? ""}><v>${typed.digits}</v></c>`;
  return `<c r="${at}" ${style} t="str"><f>${safe(typed.formula)}</f>${typed.result === undefined ? "" : `<v>${safe(typed.result)}</v>`}</c>`;
}
