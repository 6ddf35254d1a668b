import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** Where a code stands in the content folder: the file below it, with forward slashes, and the line, from 1. */
type CodePlace = { file: string; line: number };

/** Where each code stands: in the guided file that serves it, or in its row of the index. Files need not be in order, so that a broken one keeps its codes too. */
export type CodePlaces = { guided: ReadonlyMap<string, CodePlace>; known: ReadonlyMap<string, CodePlace> };

/** Looks through the files of the content folder for the codes they serve. */
export function whereCodesStand(folder: string): CodePlaces {
  return {
    guided: placesIn(folder, "procedures", { ending: ".yaml", code: /\bcode:\s*["']?(\d\.\d{6})\b/g }),
    known: placesIn(folder, "index", { ending: ".csv", code: /^\s*"?(\d\.\d{6})"?\s*[,;]/g }),
  };
}

function placesIn(folder: string, under: string, { ending, code }: { ending: string; code: RegExp }): Map<string, CodePlace> {
  const files = readdirSync(join(folder, under), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(ending));
  const places = files.sort().flatMap((path) => {
    const lines = readFileSync(join(folder, under, path), "utf8")
      .replace(/^\uFEFF/, "")
      .split("\n");
    const file = `${under}/${path.replaceAll(sep, "/")}`;
    return lines.flatMap((line, at) => codesOf(line, code).map((found): [string, CodePlace] => [found, { file, line: at + 1 }]));
  });
  return new Map(places.reverse()); // of a code served twice, the first file
}

function codesOf(line: string, code: RegExp): string[] {
  return /^\s*#/.test(line) ? [] : [...line.matchAll(code)].map(([, found = ""]) => found);
}
