import { type Unzipped, zipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { type Base, baseTitle, readBase } from "./base-sheet.ts";
import type { Fault } from "./condition.ts";
import { type Inside, lookInside } from "./look-inside.ts";
import type { Seen } from "./read-cell.ts";
import { unpackWorkbook } from "./unpack.ts";

/** A sheet as it was saved: what its cells hold, and what stands around them. */
export type SavedSheet = Inside & { cells: Seen[][] };
/** A workbook of ours as it came back. */
export type Opened = { base: Base; sheets: SavedSheet[] };

/** More rows or columns than a whole country's procedures need: something was typed far outside, and padding the rows would fill the memory. */
const [mostRows, mostColumns] = [400_000, 200];

/** Opens an .xlsx file: a workbook of ours, somebody else's, or why it cannot be read. */
export async function openWorkbook(bytes: Uint8Array): Promise<{ opened: Opened } | { fault: Fault } | "not ours"> {
  const unpacked = unpackWorkbook(bytes);
  if ("fault" in unpacked) return unpacked;
  const insides = lookInside(unpacked.parts);
  const wide = insides.find(({ rows, columns }) => rows > mostRows || columns > mostColumns);
  if (wide) return { fault: { say: "wrong.far-away", with: { sheet: wide.title } } };
  if (!insides.some(({ title }) => title === baseTitle)) return "not ours";
  const read = await readValues(unpacked.parts);
  if ("fault" in read) return read;
  const sheets = insides.map((inside) => ({ ...inside, cells: read.values.get(inside.title) ?? [] }));
  const base = readBase(sheets.find(({ title }) => title === baseTitle)?.cells ?? []);
  return base ? { opened: { base, sheets } } : { fault: { say: "wrong.base" } };
}

/** The values of every sheet by its title. Only the parts that were unpacked within their limits are handed on. */
async function readValues(parts: Unzipped): Promise<{ values: Map<string, Seen[][]> } | { fault: Fault }> {
  try {
    const bytes = Buffer.from(zipSync(parts, { level: 0 }));
    const sheets = await readExcelFile<{ digits: string }>(bytes, { parseNumber: (digits) => ({ digits }) });
    return { values: new Map(sheets.map(({ sheet, data }) => [sheet, data as unknown as Seen[][]])) };
  } catch (error) {
    return { fault: { say: "wrong.unreadable", with: { reason: error instanceof Error ? error.message : String(error) } } };
  }
}
