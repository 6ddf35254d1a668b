import type { z } from "zod";
import type { Mistaken } from "./mistakes.ts";
import { nameIssue } from "./name-issue.ts";
import { type Path, type Places, placeOf } from "./places.ts";
import type { Problem } from "./problem.ts";
import { readYaml } from "./yaml-file.ts";

/** A file that was understood: its value, and where each path of it stands. Plain data. */
export type Parsed<T> = { file: string; value: T; places: Places };

/** What became of a file: its value where it was understood, and every mistake found in it. */
export type ParsedFile<T> = {
  parsed?: Parsed<T>;
  problems: Problem[];
  /** There in a draft: the codes it is to serve. */
  draft?: readonly string[];
};

/** A mistake at a path of a file. */
export function problemAt({ file, places }: Omit<Parsed<unknown>, "value">, path: Path, mistaken: Mistaken): Problem {
  return { file, ...placeOf(places, path), ...mistaken };
}

/** Parses one YAML file with its schema. Every mistake comes back at once, with line and column; the value only when there is none. */
export function parseFile<S extends z.ZodType>(file: string, text: string, schema: S): ParsedFile<z.output<S>> {
  const yaml = readYaml(file, text);
  if (Array.isArray(yaml)) return { problems: yaml };
  const { value, places, keyPlace, written, inBraces } = yaml;
  const result = schema.safeParse(value);
  if (result.success) return { parsed: { file, value: result.data, places }, problems: [] };
  const named = result.error.issues.flatMap((issue) => nameIssue(issue, { file, value, schema, written, inBraces }));
  const problems = named.map(({ path, key, mistaken }) => ({
    ...problemAt({ file, places }, path, mistaken),
    ...(key && keyPlace(path)),
  }));
  return { problems };
}
