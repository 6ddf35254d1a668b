import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { CsvError, type Info, parse } from "csv-parse/sync";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type Known, knownSchema } from "../../catalog/known.ts";

/** Keys and positions that lead to a value of a file. */
export type Path = readonly (string | number)[];

/** A file that was understood: its value, and the line (from 1) at which a path of it stands. */
export type OpenFile<T> = { file: string; value: T; lineAt: (path: Path) => number };

/** One row of an index file, and its line. */
export type IndexRow = { file: string; line: number; known: Known };

/** The files under a folder of the content that end so, sorted, or the one file of that name; none where it is missing. */
export function filesUnder(folder: string, under: string, ending: string): string[] {
  try {
    if (statSync(join(folder, under)).isFile()) return [under];
    const entries = readdirSync(join(folder, under), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
    return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Opens a YAML file; undefined when it is missing or `content check` would complain of it. */
export function openYaml<S extends z.ZodType>(folder: string, file: string, schema: S): OpenFile<z.output<S>> | undefined {
  const text = textOf(folder, file);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const result = schema.safeParse(document.errors.length > 0 ? undefined : plainValue(document));
  if (!result.success) return undefined;
  const lineAt = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range))
        return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { file, value: result.data, lineAt };
}

/** The rows of an index file that are in order; undefined when the file cannot be read as a table. */
export function openIndex(folder: string, file: string): IndexRow[] | undefined {
  const text = textOf(folder, file);
  if (text === undefined) return undefined;
  const delimiter = text.slice(0, text.indexOf("\n")).includes(";") ? ";" : ",";
  try {
    const rows = parse(text, { bom: true, columns: true, delimiter, info: true, trim: true, skip_empty_lines: true }) as unknown;
    return (rows as { record: unknown; info: Info }[]).flatMap(({ record, info }) => {
      const { data } = knownSchema.safeParse(record);
      return data ? [{ file, line: info.lines, known: data }] : [];
    });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** An alias in the YAML is refused, as the check does: a bomb is made of them. */
function plainValue(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function textOf(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
