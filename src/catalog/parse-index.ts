import { CsvError, type Info, parse } from "csv-parse/sync";
import { type Known, knownColumns, knownSchema } from "./known.ts";
import type { Problem } from "./problem.ts";

type Row = { record: Record<string, string>; info: Info };

/** Reads one index file as Excel writes it: BOM, CRLF, commas or semicolons. Every wrong row is a problem with its line. */
export function parseIndex(file: string, text: string): { rows: Known[]; problems: Problem[] } {
  const problem = (line: number, what: string): Problem => ({ file, line, column: 1, what });
  const header = text.slice(0, text.indexOf("\n"));
  const delimiter = header.includes(";") ? ";" : ",";
  try {
    const rows = parse(text, { bom: true, columns: true, delimiter, info: true, trim: true, skip_empty_lines: true }) as unknown as Row[];
    const missing = rows[0] ? knownColumns.filter((column) => !(column in (rows[0]?.record ?? {}))) : [];
    if (missing.length > 0) return { rows: [], problems: [problem(1, `these columns are missing: ${missing.join(", ")}`)] };
    return readRows(rows, problem);
  } catch (error) {
    if (error instanceof CsvError) return { rows: [], problems: [problem(Number(error["lines"] ?? 1), error.message)] };
    throw error;
  }
}

function readRows(rows: Row[], problem: (line: number, what: string) => Problem): { rows: Known[]; problems: Problem[] } {
  const read = rows.map(({ record, info }) => ({ line: info.lines, result: knownSchema.safeParse(record) }));
  return {
    rows: read.flatMap(({ result }) => (result.success ? [result.data] : [])),
    problems: read.flatMap(({ line, result }) =>
      (result.error?.issues ?? []).map((issue) => problem(line, `${issue.path.join(".")}: ${issue.message}`)),
    ),
  };
}
