import { CsvError, parse } from "csv-parse/sync";
import { cellPlaces } from "./cell-places.ts";
import { type Known, knownColumns, knownSchema } from "./known.ts";
import type { Mistaken } from "./mistakes.ts";
import { nameIssue } from "./name-issue.ts";
import type { ParsedFile } from "./parse-file.ts";
import { type Path, type Place, type Places, root, step } from "./places.ts";
import type { Problem } from "./problem.ts";

/** A row of the file: its cells by column, and where it and they begin. */
type Row = { cells: string[]; record: Record<string, string>; places: Place[] };
type Table = { columns: string[]; rows: Row[] };

const start: Place = { line: 1, column: 1 };

/** Reads one index file as Excel writes it: BOM, CRLF, commas or semicolons. Every wrong cell is a problem with its place; the value holds the rows without one. */
export function parseIndex(file: string, text: string): ParsedFile<Known[]> {
  const problem = (place: Place, mistaken: Mistaken): Problem => ({ file, ...place, ...mistaken });
  const table = readTable(text);
  if ("mistake" in table) return { problems: [problem(table.place, table.mistake)] };
  const missing = knownColumns.filter((column) => !table.columns.includes(column));
  if (missing.length > 0) return { problems: [problem(start, { mistake: "columns-missing", values: { columns: missing.join(", ") } })] };
  const read = table.rows.map((row) => ({ row, ...readRow(file, row, table.columns) }));
  const good = read.flatMap(({ row, value }) => (value ? [{ row, value }] : []));
  const places = placesOf(
    good.map(({ row }) => row),
    table.columns,
  );
  const problems = read.flatMap(({ wrong = [] }) => wrong.map(({ place, mistaken }) => problem(place, mistaken)));
  return { parsed: { file, value: good.map(({ value }) => value), places }, problems };
}

type Wrong = { place: Place; mistaken: Mistaken };

/** The procedure of a row, or what is wrong with it. Cells too many or too few push the others out of their columns, so it is said alone. */
function readRow(file: string, { cells, record, places }: Row, columns: readonly string[]): { value?: Known; wrong?: Wrong[] } {
  const first = places[0] ?? start;
  if (cells.length !== columns.length)
    return {
      wrong: [
        {
          place: places[columns.length] ?? first,
          mistaken: { mistake: "row-width", values: { cells: cells.length, columns: columns.length } },
        },
      ],
    };
  const result = knownSchema.safeParse(record);
  if (result.success) return { value: result.data };
  const named = result.error.issues.flatMap((issue) => nameIssue(issue, { file, value: asLists(record, issue.path), schema: knownSchema }));
  return { wrong: named.map(({ path, mistaken }) => ({ place: places[columns.indexOf(String(path[0]))] ?? first, mistaken })) };
}

/** A record in which the cell that a path goes into is the list it stands for. */
function asLists(record: Record<string, string>, [column, ...rest]: Path): Record<string, string | string[]> {
  const cell = record[String(column)];
  const parts = cell?.split("|").map((part) => part.trim()) ?? [];
  return rest.length === 0 ? record : { ...record, [String(column)]: parts.filter(Boolean) };
}

function readTable(text: string): Table | { mistake: Mistaken; place: Place } {
  const header = text.slice(0, text.indexOf("\n"));
  const delimiter = [";", "\t"].find((sign) => header.includes(sign)) ?? ",";
  try {
    const lines: string[][] = parse(text, { bom: true, delimiter, trim: true, skip_empty_lines: true, relax_column_count: true });
    const places = cellPlaces(text, delimiter);
    const columns = lines[0];
    if (!columns) return { mistake: { mistake: "empty-file", values: {} }, place: start };
    const rows = lines.slice(1).map((cells, at) => ({
      cells,
      record: Object.fromEntries(columns.map((column, position) => [column, cells[position] ?? ""])),
      places: places[at + 1] ?? [],
    }));
    return { columns, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const open = error.code === "CSV_QUOTE_NOT_CLOSED";
    return {
      mistake: open ? { mistake: "quote-open", values: { sign: '"' } } : { mistake: "table-unclear", values: {} },
      place: { line: Number(error["lines"] ?? 1), column: 1 },
    };
  }
}

function placesOf(rows: readonly Row[], columns: readonly string[]): Places {
  const noted = rows.flatMap(({ places }, at) => {
    const row = step(root, at);
    const cells = columns.flatMap((column, position) => {
      const { line, column: from } = places[position] ?? start;
      return [step(row, column), line, from];
    });
    return [row, places[0]?.line ?? 1, 1, ...cells];
  });
  return Uint32Array.from(noted);
}
