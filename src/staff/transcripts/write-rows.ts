import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { stringify } from "yaml";
import type { Recorded } from "./listen.ts";
import { columnLetter, placeToAdd } from "./read-sheet-rows.ts";
import { readSheetMarks } from "./sheet-marks.ts";
import { columns, type Terms } from "./terms.ts";
import { readZip, textIn, writeZip } from "./zip.ts";

/** A conversation to be written: its name, its day (2026-11-22), its language as the file says it, and its steps. */
export type Recording = { name: string; date: string; language: string; steps: readonly Recorded[] };

/** A YAML file with the conversation at its end; what stands in it already is kept as it is. */
export function appendYaml(existing: string, { name, date, language, steps }: Recording, { write }: Terms): string {
  const column = { says: write("transcript.says"), shows: write("transcript.shows") };
  const heading = {
    [write("transcript.conversation")]: name,
    [write("transcript.language")]: language,
    [write("transcript.date")]: date,
  };
  const rows = [heading, ...steps.map(({ says, shows }) => ({ [column.says]: says, [column.shows]: shows }))];
  const end = existing.includes("\r\n") ? "\r\n" : "\n";
  const before = existing.trim() === "" ? existing.trim() : `${existing.trimEnd()}${end}${end}`;
  return before + stringify(rows, { lineWidth: 0 }).replaceAll("\n", end);
}

/** A new workbook with the conversation: frozen bold headings, wide columns. */
export async function newWorkbook(recording: Recording, terms: Terms): Promise<Buffer> {
  const headings = columns.map((column) => ({ value: terms.write(`transcript.${column}`), fontWeight: "bold" as const }));
  const cells = rowsOf(recording, terms).map((row) =>
    row.map((value) => ({ value, type: String, wrap: true, alignVertical: "top" as const })),
  );
  const data: SheetData = [headings, ...cells];
  const widths = [50, 70, 40, 30].map((width) => ({ width }));
  return writeWorkbook(data, { sheet: terms.write("transcript.conversation"), columns: widths, stickyRowsCount: 1 }).toBuffer();
}

/** A workbook with the conversation below the last row of its sheet of conversations; nothing else in it changes. Undefined when it has no such sheet. */
export async function appendToWorkbook(bytes: Buffer, recording: Recording, terms: Terms): Promise<Buffer | undefined> {
  const place = await placeToAdd(bytes, terms);
  const zip = place && readZip(bytes);
  const path = zip && readSheetMarks(zip)?.find(({ sheet }) => sheet === place.sheet)?.path;
  const xml = zip && path !== undefined ? textIn(zip, path) : undefined;
  if (!place || !zip || path === undefined || xml === undefined) return undefined;
  const last = Math.max(0, ...[...xml.matchAll(/<row\s[^>]*\br="(\d+)"/g)].map(([, row]) => Number(row)));
  const rows = rowsOf(recording, terms).map(([says, shows], index) => {
    const cells = [
      { at: place.says, text: says },
      { at: place.shows, text: shows },
    ];
    return rowXml(cells, last + index + 1);
  });
  const open = xml.replace(/<dimension\s[^>]*\/>/, ""); // it would leave the new rows out
  return writeZip(zip, { name: path, text: open.replace("</sheetData>", () => `${rows.join("")}</sheetData>`) });
}

/** The rows of the columns "says" and "shows". */
function rowsOf({ name, date, language, steps }: Recording, { write }: Terms): [string, string][] {
  const settings = `${write("transcript.language")}: ${language}; ${write("transcript.date")}: ${date}`;
  return [[`${write("transcript.conversation")}: ${name}`, settings], ...steps.map(({ says, shows }): [string, string] => [says, shows])];
}

/** A row of a sheet; its cells from left to right, as Excel wants them. */
function rowXml(cells: { at: number; text: string }[], row: number): string {
  const drawn = cells
    .sort((one, other) => one.at - other.at)
    .map(({ at, text }) => `<c r="${columnLetter(at)}${row}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`);
  return `<row r="${row}">${drawn.join("")}</row>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/\p{Cc}/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
