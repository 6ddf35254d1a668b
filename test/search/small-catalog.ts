import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { buildCatalog, type Catalog } from "../../src/catalog/catalog.ts";
import type { Known } from "../../src/catalog/known.ts";
import { type Guided, guidedSchema } from "../../src/catalog/procedure.ts";
import { wordsSchema } from "../../src/catalog/words.ts";

const content = (path: string): unknown => parse(readFileSync(new URL(`../../content/${path}`, import.meta.url), "utf8"));

/** The words of this repository, and one of its guided procedures as a pattern. */
const words = wordsSchema.parse(content("words.yaml"));
const pattern = guidedSchema.parse(content("procedures/cu-tru/1.004194-dang-ky-tam-tru.yaml"));

/** A row of an index with only what a test says. */
export function known(code: string, name: string, facts: Partial<Known> = {}): Known {
  const empty = { field: undefined, agency: undefined, levels: [], audience: [], online: undefined, result: [], law: [] };
  return { code, name, ...empty, url: undefined, filings: undefined, source: "a test", month: "2026-07", ...facts };
}

/** A guided procedure with the names a test gives it. */
export function guided(codes: string[], name: string, aliases: string[]): Guided {
  return {
    ...pattern,
    codes: codes.map((code) => ({ code, levels: ["commune"] })),
    name: { vi: name, en: name },
    everyday: { vi: aliases[0] ?? name, en: name },
    aliases: { vi: aliases, en: [name] },
    papers: [{ id: "form", name: { vi: "Tờ khai", en: "A form" }, way: "hand-in" }],
  };
}

/** A catalog of these procedures with the words of this repository. */
export function catalogOf(parts: Partial<Parameters<typeof buildCatalog>[0]>): Catalog {
  return buildCatalog({ guided: [], known: [], provinces: [], lifeEvents: [], words, everydayNames: {}, ...parts });
}
