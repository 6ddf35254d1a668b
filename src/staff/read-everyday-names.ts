import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type EverydayNames, everydayNamesSchema } from "../catalog/everyday-names.ts";

/** What people call the procedures of the index, each language by itself (the catalog keeps them in one list). For a content folder that is in order. */
export function readEverydayNames(folder: string): EverydayNames {
  const under = join(folder, "everyday-names");
  const files = readdirSync(under, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  return Object.assign({}, ...files.map((path) => everydayNamesSchema.parse(parse(readFileSync(join(under, path), "utf8")))));
}
