import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { knownColumns } from "../../catalog/known.ts";
import type { IndexRow } from "../index-row.ts";
import { fingerprint } from "./words-of.ts";

/** An index file as it stands: its header, its delimiter and its rows, each with the text it has in the file. */
export type IndexFile = { path: string; header: string; delimiter: string; columns: string[]; rows: StandingRow[] };
type StandingRow = { code: string; cells: Record<string, string>; raw: string };

/** The columns that an import writes: those of the index, and the fingerprint of the row as it wrote it. */
const importedColumns = [...knownColumns, "imported"] as const;

/** What becomes of the rows: the files to write, and how many rows were added, updated, or kept as people wrote them. */
export type IndexPlan = { files: Map<string, string>; added: number; updated: number; differing: { ours: IndexRow; records: IndexRow }[] };

/** A row to bring in, and the file it belongs to when no file has it. */
export type NewRow = { row: IndexRow; file: string };

/** Reads an index file so that what stays can be written back as it stands. Undefined when it is no table with a column "code". */
export function readIndexFile(path: string, text: string): IndexFile | undefined {
  const [first = ""] = text.split(/(?<=\n)/);
  const delimiter = first.includes(";") ? ";" : ",";
  const found = parse(text, { bom: true, delimiter, raw: true, relax_column_count: true }) as unknown as {
    record: string[];
    raw: string;
  }[];
  const columns = (found[0]?.record ?? []).map((name) => name.trim());
  if (!columns.includes("code")) return undefined;
  const rows = found.slice(1).map(({ record, raw }): StandingRow => {
    const cells = Object.fromEntries(columns.map((name, at) => [name, (record[at] ?? "").trim()]));
    return { code: cells["code"] ?? "", cells, raw };
  });
  return { path, header: first, delimiter, columns, rows };
}

/** Brings rows in: an untouched imported row is written anew where it differs, a row that a person wrote stays, the rest is added. */
export function planIndex(standing: readonly IndexFile[], rows: readonly NewRow[]): IndexPlan {
  const plan: IndexPlan = { files: new Map(), added: 0, updated: 0, differing: [] };
  const found = new Map(standing.flatMap((file) => file.rows.map((row) => [row.code, { file, row }] as const)));
  const updates = new Map<StandingRow, IndexRow>();
  const additions: NewRow[] = [];
  for (const { row, file } of rows) {
    const old = found.get(row.code);
    if (!old) additions.push({ row, file });
    else if (sameCells(old.row.cells, row)) continue;
    else if (isUntouched(old.row.cells)) updates.set(old.row, row);
    else plan.differing.push({ ours: cellsOf(old.row.cells), records: row });
  }
  plan.updated = updates.size;
  plan.added = additions.length;
  const byFile = Map.groupBy(additions, ({ file }) => openFile(standing, file));
  for (const file of standing) {
    const added = byFile.get(file.path) ?? [];
    if (added.length === 0 && !file.rows.some((row) => updates.has(row))) continue;
    const old = file.rows.map((row) => rowText(file, updates.get(row), row.raw));
    plan.files.set(file.path, textOf(file.header, [...old, ...sortedRows(added).map((row) => rowText(file, row, ""))]));
  }
  for (const [path, added] of byFile) {
    if (standing.some((file) => file.path === path)) continue;
    plan.files.set(path, stringify(sortedRows(added).map(withPrint), { header: true, columns: [...importedColumns] }));
  }
  return plan;
}

/** The file that takes new rows of a ministry: the ministry's own, or one beside it where that has other columns than an import writes. */
function openFile(standing: readonly IndexFile[], file: string): string {
  const old = standing.find(({ path }) => path === file);
  return !old || old.columns.join() === importedColumns.join() ? file : openFile(standing, file.replace(/\.csv$/, "-2.csv"));
}

function sortedRows(rows: readonly NewRow[]): IndexRow[] {
  return rows.map(({ row }) => row).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function textOf(header: string, rows: readonly string[]): string {
  return [header, ...rows].map((line) => line.replace(/[\r\n]+$/, "") + endOf(header)).join("");
}

/** How the lines of a file end. */
function endOf(header: string): "\r\n" | "\n" {
  return header.endsWith("\r\n") ? "\r\n" : "\n";
}

function rowText({ delimiter, columns }: IndexFile, row: IndexRow | undefined, raw: string): string {
  return row ? stringify([withPrint(row)], { columns, delimiter }) : raw;
}

function withPrint(row: IndexRow): Record<string, string> {
  return { ...row, imported: printOf(row) };
}

/** Begins with a letter, so that Excel does not take it for a number. */
function printOf(row: IndexRow): string {
  return `i${fingerprint(knownColumns.map((column) => row[column]).join("\n"), 12)}`;
}

function cellsOf(cells: Record<string, string>): IndexRow {
  return Object.fromEntries(knownColumns.map((column) => [column, cells[column] ?? ""])) as IndexRow;
}

function sameCells(cells: Record<string, string>, row: IndexRow): boolean {
  return knownColumns.every((column) => (cells[column] ?? "") === row[column].trim());
}

function isUntouched(cells: Record<string, string>): boolean {
  return cells["imported"] === printOf(cellsOf(cells));
}
