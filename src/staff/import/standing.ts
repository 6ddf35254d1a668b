import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFile } from "../../catalog/parse-file.ts";
import type { Problem } from "../../catalog/problem.ts";
import { guidedSchema } from "../../catalog/procedure.ts";
import { readIndexFile } from "./index-files.ts";
import { isUntouched } from "./make-guided.ts";
import type { GuidedFile, Standing } from "./plan.ts";

/** What a content folder already has; nothing where there is no folder. Files a person wrote are read with their schema, and what is wrong in them comes back. */
export function readStanding(folder: string): { standing: Standing; problems: Problem[] } {
  const problems: Problem[] = [];
  const guided = filesIn(folder, "procedures", ".yaml").flatMap((path): GuidedFile[] => {
    const text = readFileSync(join(folder, path), "utf8");
    if (isUntouched(text)) return [{ path, text, codes: codesIn(text), untouched: true }];
    const read = parseFile(path, text, guidedSchema);
    problems.push(...read.problems);
    const value = read.parsed?.value;
    return value ? [{ path, text, codes: value.codes.map(({ code }) => code), untouched: false, guided: value }] : [];
  });
  const index = filesIn(folder, "index", ".csv").flatMap((path) => readIndexFile(path, readFileSync(join(folder, path), "utf8")) ?? []);
  return { standing: { guided, index }, problems };
}

/** The codes of a file that an import wrote: it begins with them. */
function codesIn(text: string): string[] {
  return [...text.matchAll(/^ {2}- code: "(\d\.\d{6})"$/gm)].map(([, code = ""]) => code);
}

function filesIn(folder: string, under: string, ending: string): string[] {
  if (!existsSync(join(folder, under))) return [];
  const entries = readdirSync(join(folder, under), { recursive: true, encoding: "utf8" });
  return entries
    .filter((path) => path.endsWith(ending))
    .map((path) => join(under, path))
    .sort();
}
