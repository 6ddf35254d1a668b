import { CsvError, parse } from "csv-parse/sync";
import { cellPlaces } from "./cell-places.ts";
import { type Known, knownColumns, knownSchema } from "./known.ts";
import type { Mistaken } from "./mistakes.ts";
import { nameIssue } from "./name-issue.ts";
import type { ParsedFile } from "./parse-file.ts";
import { type Place, type Places, root, step } from "./places.ts";
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
  const good: { value: Known; row: Row }[] = [];
  const problems: Problem[] = [];
  for (const row of table.rows) {
    const result = knownSchema.safeParse(row.record);
    const width = row.cells.length === table.columns.length ? [] : [widthProblem(row, table.columns)];
    if (result.success && width.length === 0) good.push({ value: result.data, row });
    const named =
      width.length > 0
        ? []
        : (result.error?.issues.flatMap((issue) => nameIssue(issue, { file, value: row.record, schema: knownSchema })) ?? []);
    const cells = named.map(({ path, mistaken }) => ({ place: row.places[table.columns.indexOf(String(path[0]))] ?? start, mistaken }));
    problems.push(...[...width, ...cells].map(({ place, mistaken }) => problem(place, mistaken)));
  }
  const places = placesOf(
    good.map(({ row }) => row),
    table.columns,
  );
  return { parsed: { file, value: good.map(({ value }) => value), places }, problems };
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

function widthProblem({ cells, places }: Row, columns: string[]): { place: Place; mistaken: Mistaken } {
  const mistaken = { mistake: "row-width", values: { cells: cells.length, columns: columns.length } } as const;
  return { place: places[columns.length] ?? places[0] ?? start, mistaken };
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
