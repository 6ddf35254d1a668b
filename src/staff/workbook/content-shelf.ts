import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { nameOf, procedureOf } from "../../catalog/catalog.ts";
import { parseIndex } from "../../catalog/parse-index.ts";
import type { Problem } from "../../catalog/problem.ts";
import { readContent } from "../../catalog/read-content.ts";
import { isServed } from "../../catalog/served.ts";
import { editYaml } from "./edit-yaml.ts";
import { type Facts, listAt, valueAt, withValueAt } from "./facts.ts";
import type { Entry } from "./sheets/sheet.ts";
import { isMapping } from "./write-yaml.ts";

/** The content folder as the workbook sees it: every entry that has rows, every file as it was read, and the name of every code that is known. */
export type Shelf = {
  folder: string;
  entries: ReadonlyMap<string, Entry>;
  files: ReadonlyMap<string, { text: string; value: Facts }>;
  /** The official name of a procedure by any of its codes; undefined for a code that no content has. */
  nameOf: (code: string) => string | undefined;
  /** The code under which a procedure stands, by any of its codes. */
  ownerOf: (code: string) => string | undefined;
};

/** A file of the content with its text before and after. */
export type EditedFile = { path: string; before: string; after: string };

/** Reads the content folder; its problems when it is not in order, since only content in order can go out and come back. `day`: of several files for one code the one of this day is read. */
export function readShelf(folder: string, day: string): { shelf: Shelf } | { problems: Problem[] } {
  const { catalog, guided, fileOf, problems } = readContent(folder, undefined, day);
  if (!catalog) return { problems };
  const officialName = (code: string): string | undefined => {
    const procedure = procedureOf(catalog, code);
    return procedure && nameOf(procedure).vi;
  };
  /** The names of a code that a guided file answers for stand in that file; others are not read. */
  const isRead = ({ kind, owner }: Entry): boolean => kind !== "names" || catalog.procedures.get(owner)?.kind === "known";
  const understood = new Set(fileOf.values());
  const isReady = (path: string): boolean => !path.startsWith("procedures/") || understood.has(path);
  const files = new Map(["procedures", "everyday-names", "provinces"].flatMap((under) => filesUnder(folder, under, isReady)));
  const waiting = new Set(guided.flatMap((each) => (isServed(each, day) ? [] : [fileOf.get(each)])));
  /** Of files that serve one code on different days, the one that is served comes last and counts. */
  const waits = ({ file }: Entry): boolean => waiting.has(file);
  const asWritten = [...files].flatMap(([file, { value }]) => entriesOf(file, value, officialName)).filter(isRead);
  const entries = [...asWritten.filter(waits), ...asWritten.filter((entry) => !waits(entry))];
  const byOwner = new Map(entries.map((entry) => [entry.owner, entry]));
  return { shelf: { folder, files, entries: byOwner, nameOf: officialName, ownerOf: (code) => procedureOf(catalog, code)?.code } };
}

/** The entry of a procedure known by its facts only that has no everyday names yet; they go to the file beside its index file. */
export function entryWithoutNames(shelf: Shelf, code: string): Entry | undefined {
  const title = shelf.nameOf(code);
  const index = join(shelf.folder, "index");
  const holder = readdirSync(index)
    .filter((file) => file.endsWith(".csv"))
    .find((file) => parseIndex(file, readFileSync(join(index, file), "utf8")).parsed?.value.some((row) => row.code === code));
  if (title === undefined || holder === undefined) return undefined;
  return { owner: code, title, kind: "names", file: `everyday-names/${basename(holder, ".csv")}.yaml`, facts: {} };
}

/** The files that change when entries do; "undefined" in place of a text that cannot be edited without a person. */
export function editFiles(shelf: Shelf, changed: readonly Entry[]): { edited: EditedFile[]; byHand: string[] } {
  const byFile = Map.groupBy(changed, ({ file }) => file);
  const results = [...byFile].map(([path, entries]) => {
    const { text = "", value = {} } = shelf.files.get(path) ?? {};
    return { path, before: text, after: editYaml(text, entries.reduce(withEntry, value)) };
  });
  return {
    edited: results.flatMap(({ path, before, after }) => (after === undefined || after === before ? [] : [{ path, before, after }])),
    byHand: results.flatMap(({ path, after }) => (after === undefined ? [path] : [])),
  };
}

/** The value of a file with an entry in it; everyday names stand in the order of their codes. */
function withEntry(value: Facts, { kind, owner, facts }: Entry): Facts {
  if (kind !== "names") return facts;
  const names = valueAt(facts, ["aliases"]);
  if (names === undefined || Object.hasOwn(value, owner)) return withValueAt(value, [owner], names);
  const pairs = Object.entries(value);
  const next = pairs.findIndex(([code]) => code > owner);
  return Object.fromEntries(pairs.toSpliced(next === -1 ? pairs.length : next, 0, [owner, names]));
}

function filesUnder(folder: string, under: string, isReady: (path: string) => boolean): [string, { text: string; value: Facts }][] {
  if (!existsSync(join(folder, under))) return [];
  const entries = readdirSync(join(folder, under), { recursive: true, encoding: "utf8" });
  const paths = entries.filter((path) => path.endsWith(".yaml")).map((path) => `${under}/${path.replaceAll("\\", "/")}`);
  return paths
    .filter(isReady)
    .sort()
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      const value: unknown = parse(text);
      return isMapping(value) ? [[path, { text, value }] as [string, { text: string; value: Facts }]] : [];
    });
}

function entriesOf(file: string, value: Facts, officialName: Shelf["nameOf"]): Entry[] {
  const title = String(valueAt(value, ["name", "vi"]) ?? "");
  const room = dirname(file).split("/")[0];
  if (room === "procedures") return [{ owner: String(listAt(value, ["codes"])[0]?.["code"]), title, kind: "guided", file, facts: value }];
  if (room === "provinces") return [{ owner: String(value["id"]), title, kind: "office", file, facts: value }];
  return Object.entries(value).map(([owner, names]) => ({
    owner,
    title: officialName(owner) ?? "",
    kind: "names",
    file,
    facts: { aliases: names },
  }));
}
