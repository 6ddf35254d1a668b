import type { Mistaken } from "./mistakes.ts";
import type { Path } from "./places.ts";
import type { Guided } from "./procedure.ts";

/** What a file written by a person must have, although an imported one may lack it: its record does not say it. */
const owed = ["everyday", "aliases", "field", "online"] as const;

type Found = { path: Path; mistaken: Mistaken };

/** What is missing in a guided file that a person wrote: facts, and the English of any sentence. Nothing is, in an imported one. */
export function missingFacts(value: Guided): Found[] {
  if (value.source.imported !== undefined) return [];
  const missing = owed.filter((key) => value[key] === undefined);
  const empty: Path[] = [
    ...(value.audience.length === 0 ? [["audience"]] : []),
    ...value.codes.flatMap(({ levels }, at) => (levels.length === 0 ? [["codes", at, "levels"]] : [])),
  ];
  return [
    ...missing.map((key): Found => ({ path: [key], mistaken: { mistake: "missing-key", values: { key } } })),
    ...empty.map((path): Found => ({ path, mistaken: { mistake: "too-few", values: { key: String(path.at(-1)), least: 1 } } })),
    ...textsWithoutEnglish(value, []).map(
      (path): Found => ({
        path,
        mistaken: {
          mistake: "missing-translation",
          values: { key: `${String(path.findLast((key) => typeof key === "string"))}.en`, language: "en" },
        },
      }),
    ),
  ];
}

/** Where a sentence has `vi` but no `en`. */
function textsWithoutEnglish(value: unknown, path: Path): Path[] {
  if (typeof value !== "object" || value === null) return [];
  if ("vi" in value && typeof value.vi === "string") return "en" in value && value.en !== undefined ? [] : [path];
  const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => textsWithoutEnglish(inner, [...path, key]));
}
