import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { z } from "zod";
import { buildCatalog, type Catalog } from "./catalog.ts";
import { checkGuided } from "./check-guided.ts";
import { checkTogether } from "./check-together.ts";
import { type EverydayNames, everydayNamesSchema } from "./everyday-names.ts";
import { lifeEventsSchema } from "./life-event.ts";
import { type Parsed, parseFile } from "./parse-file.ts";
import { parseIndex } from "./parse-index.ts";
import type { Problem } from "./problem.ts";
import { type Guided, guidedSchema } from "./procedure.ts";
import { provinceSchema } from "./province.ts";
import { wordsSchema } from "./words.ts";

/** What reading a content folder gives: the catalog when nothing is wrong, else every problem of every file at once; and the guided files that could be understood. */
export type ReadContent = { catalog?: Catalog; guided: Guided[]; problems: Problem[] };

/** Reads content/ whole. The only place of the catalog that touches the disk; a missing or unreadable file is a problem, not an exception. */
export function readContent(folder: string): ReadContent {
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(path: string, schema: S): Parsed<z.output<S>> | undefined => {
    const text = readText(folder, path, problems);
    if (text === undefined) return undefined;
    const result = parseFile(path, text, schema);
    problems.push(...result.problems);
    return result.parsed;
  };
  const all = <S extends z.ZodType>(under: string, schema: S): Parsed<z.output<S>>[] =>
    filesUnder(folder, under, ".yaml", problems).flatMap((path) => read(path, schema) ?? []);

  const guided = all("procedures", guidedSchema);
  const provinces = all("provinces", provinceSchema);
  const lifeEvents = read("life-events.yaml", lifeEventsSchema);
  const words = read("words.yaml", wordsSchema);
  const everyday = all("everyday-names", everydayNamesSchema);
  const index = filesUnder(folder, "index", ".csv", problems).map((path) => parseIndex(path, readText(folder, path, problems) ?? ""));
  problems.push(...guided.flatMap(checkGuided), ...index.flatMap((file) => file.problems));
  const values = <T>(files: Parsed<T>[]): T[] => files.map(({ value }) => value);
  if (problems.length > 0 || !lifeEvents || !words) return { guided: values(guided), problems };
  const known = index.flatMap((file) => file.rows);
  problems.push(...checkTogether({ guided, lifeEvents, known, everyday }));
  if (problems.length > 0) return { guided: values(guided), problems };
  const catalog = buildCatalog({
    guided: values(guided),
    known,
    provinces: values(provinces),
    lifeEvents: lifeEvents.value,
    words: words.value,
    everydayNames: Object.assign({}, ...values(everyday)),
  });
  return { catalog, guided: values(guided), problems };
}

/**
 * What people call the procedures that no index of the content has (content/nation/everyday-names): a ministry's own, and older ones.
 * It is read only where other records than the content's are searched.
 */
export function readNationNames(folder: string): { names: EverydayNames; problems: Problem[] } {
  const problems: Problem[] = [];
  const files = filesUnder(folder, join("nation", "everyday-names"), ".yaml", problems).flatMap((path) => {
    const result = parseFile(path, readText(folder, path, problems) ?? "{}", everydayNamesSchema);
    problems.push(...result.problems);
    return result.parsed ?? [];
  });
  return { names: Object.assign({}, ...files.map(({ value }) => value)), problems };
}

function filesUnder(folder: string, under: string, ending: string, problems: Problem[]): string[] {
  try {
    const entries = readdirSync(join(folder, under), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(ending));
    return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  } catch (error) {
    problems.push({ file: under, line: 1, column: 1, what: `this folder cannot be read (${reason(error)})` });
    return [];
  }
}

function readText(folder: string, path: string, problems: Problem[]): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(join(folder, path)));
  } catch (error) {
    problems.push({ file: path, line: 1, column: 1, what: `this file cannot be read as UTF-8 text (${reason(error)})` });
    return undefined;
  }
}

function reason(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
