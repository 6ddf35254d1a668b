import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Language, languages } from "../catalog/text.ts";

const localeSchema = z.record(z.string(), z.string().min(1));

/** Our own sentences by name, one language each. */
export type Locales = Record<Language, Record<string, string>>;

/** Reads locales/, the only place of the wording that touches the disk. Throws when a file is missing or is no JSON of names and sentences: that is our own mistake. */
export function readLocales(folder: URL): Locales {
  const read = (language: Language) => localeSchema.parse(JSON.parse(readFileSync(new URL(`${language}.json`, folder), "utf8")));
  return Object.fromEntries(languages.map((language) => [language, read(language)])) as Locales;
}
