import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseDocument } from "yaml";
import { type Catalog, procedureOf } from "../../catalog/catalog.ts";
import type { Change } from "./save-together.ts";
import { withListItem, withNewCode } from "./write-alias.ts";

/**
 * Adds a name to the file that has the names of a procedure: its guided file, else the everyday names of its ministry. Undefined
 * when the file is not found or is written in a way that a person must edit.
 */
export function aliasChange(folder: string, catalog: Catalog, { code, alias }: { code: string; alias: string }): Change | undefined {
  const procedure = procedureOf(catalog, code);
  if (!procedure) return undefined;
  return procedure.kind === "guided" ? inGuided(folder, procedure.code, alias) : inEverydayNames(folder, procedure.code, alias);
}

function inGuided(folder: string, code: string, alias: string): Change | undefined {
  const found = filesUnder(folder, "procedures", ".yaml").find(({ text }) => text.includes(code) && servesFirst(text, code));
  return found && change(found, withListItem(found.text, ["aliases", "vi"], alias));
}

function servesFirst(text: string, code: string): boolean {
  return parseDocument(text).getIn(["codes", 0, "code"]) === code;
}

function inEverydayNames(folder: string, code: string, alias: string): Change | undefined {
  const names = filesUnder(folder, "everyday-names", ".yaml");
  const found = names.find(({ text }) => text.includes(code) && parseDocument(text).has(code));
  if (found) return change(found, withListItem(found.text, [code, "vi"], alias));
  const row = new RegExp(`(^\\uFEFF?|[,;])"?${code.replace(".", "\\.")}"?([,;]|\\r?$)`, "m");
  const index = filesUnder(folder, "index", ".csv").find(({ text }) => row.test(text));
  if (!index) return undefined;
  const path = join(folder, "everyday-names", index.name.replace(/\.csv$/, ".yaml"));
  const own = names.find((file) => file.path === path) ?? { path, text: "" };
  return change(own, withNewCode(own.text, code, alias));
}

function change({ path, text }: { path: string; text: string }, after: string | undefined): Change | undefined {
  return after === undefined ? undefined : { path, before: text, after };
}

type File = { path: string; name: string; text: string };

function filesUnder(folder: string, under: string, ending: string): File[] {
  if (!existsSync(join(folder, under))) return [];
  const entries = readdirSync(join(folder, under), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, name: basename(path), text: readFileSync(path, "utf8") }));
}
