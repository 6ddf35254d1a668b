import type { Path } from "./parse-file.ts";
import type { Guided } from "./procedure.ts";

/** What a file written by a person must have, although an imported one may lack it: its record does not say it. */
const owed = ["everyday", "aliases", "field", "online"] as const;
const neverEmpty = ["audience"] as const;

/** What is missing in a guided file that a person wrote: facts, and the English of any sentence. Nothing is, in an imported one. */
export function missingFacts(value: Guided): { path: Path; what: string }[] {
  if (value.source.imported !== undefined) return [];
  return [
    ...owed.flatMap((key) => (value[key] === undefined ? [{ path: [key], what: `${key} is missing` }] : [])),
    ...neverEmpty.flatMap((key) => (value[key].length === 0 ? [{ path: [key], what: `${key} is empty` }] : [])),
    ...value.codes.flatMap(({ levels }, at) => (levels.length === 0 ? [{ path: ["codes", at, "levels"], what: "levels is empty" }] : [])),
    ...textsWithoutEnglish(value, []).map((path) => ({ path, what: `${path.map(String).join(".")}: the English (en) is missing` })),
  ];
}

/** Where a sentence has `vi` but no `en`. */
function textsWithoutEnglish(value: unknown, path: Path): Path[] {
  if (typeof value !== "object" || value === null) return [];
  if ("vi" in value && typeof value.vi === "string") return "en" in value && value.en !== undefined ? [] : [path];
  const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => textsWithoutEnglish(inner, [...path, key]));
}
