import { hash } from "node:crypto";
import type { z } from "zod";
import { buildCatalog, type Catalog, procedureOf } from "./catalog.ts";
import { checkGuided } from "./check-guided.ts";
import { checkNames } from "./check-names.ts";
import { checkReview } from "./check-review.ts";
import { checkTexts } from "./check-texts.ts";
import { checkTogether, type Files } from "./check-together.ts";
import { dayInVietnam } from "./day.ts";
import { decodeText } from "./decode-text.ts";
import { type EverydayNames, everydayNamesSchema } from "./everyday-names.ts";
import { lifeEventsSchema } from "./life-event.ts";
import { isGrave, type Mistaken } from "./mistakes.ts";
import { type Parsed, type ParsedFile, parseFile, problemAt } from "./parse-file.ts";
import { parseIndex } from "./parse-index.ts";
import type { Problem } from "./problem.ts";
import { type Guided, guidedSchema } from "./procedure.ts";
import { provinceSchema } from "./province.ts";
import { listFiles, readBytes } from "./read-files.ts";
import { codesOfDraft, isServed, withDraftOf } from "./served.ts";
import { wordsSchema } from "./words.ts";

/**
 * What was made of each file, by its path, with a fingerprint of its bytes: handed in again, only files that changed since are parsed
 * and checked anew. Plain data (strings, numbers, maps, typed arrays), so it can be kept on disk or handed to another thread. Read it, never change it.
 */
export type Memory = ReadonlyMap<string, Remembered>;
type Remembered = { hash: string; result: ParsedFile<unknown> };

/** What reading a content folder gives. */
export type ReadContent = {
  /** There when nothing is grave. */
  catalog?: Catalog;
  /** The guided files that could be understood, also drafts and those that are for other days. */
  guided: Guided[];
  /** The path of each of them. */
  fileOf: ReadonlyMap<Guided, string>;
  /** Every mistake of every file at once for which the content is not taken. */
  problems: Problem[];
  /** What staff should look at all the same, and whatever is wrong in a draft. */
  remarks: Problem[];
  /** To be handed in at the next reading. The one that was handed in, when nothing changed. */
  memory: Memory;
  /**
   * A short fingerprint of all content files: the same bytes under the same names have the same one, in every process and on every machine. Where files
   * are for certain days only, it also tells which are served.
   */
  version: string;
};

/** How the files of one kind are read. */
type Reading<T> = (file: string, text: string) => ParsedFile<T>;

const checked =
  <S extends z.ZodType>(schema: S, check: (parsed: Parsed<z.output<S>>) => Problem[] = checkTexts): Reading<z.output<S>> =>
  (file, text) => {
    const { parsed, problems } = parseFile(file, text, schema);
    return parsed ? { parsed, problems: check(parsed) } : { problems };
  };

const readings = {
  procedures: (file: string, text: string): ParsedFile<Guided> => {
    const read = checked(guidedSchema, checkGuided)(file, text);
    const draft = codesOfDraft(read, text);
    return draft ? { ...read, draft } : read;
  },
  provinces: checked(provinceSchema),
  "everyday-names": checked(everydayNamesSchema),
  "life-events.yaml": checked(lifeEventsSchema),
  "words.yaml": checked(wordsSchema),
  index: parseIndex,
};

/**
 * Reads a content folder whole. A missing or unreadable file is a problem, not an exception. `memory`: what an earlier reading of this
 * program brought; `today`: the day the catalog is for (what is not served on it is left out), in Vietnam by default; `preview`: a code whose
 * drafts are served and judged as if they were published.
 */
export function readContent(folder: string, memory: Memory = new Map(), today = dayInVietnam(Date.now()), preview?: string): ReadContent {
  const shelf = openShelf(folder, memory);
  const guided = shelf.all("procedures", readings.procedures);
  const files: Files = {
    guided: preview === undefined ? guided : withDraftOf(guided, preview, today),
    provinces: shelf.all("provinces", readings.provinces),
    lifeEvents: shelf.one("life-events.yaml", readings["life-events.yaml"]),
    words: shelf.one("words.yaml", readings["words.yaml"]),
    everyday: shelf.all("everyday-names", readings["everyday-names"]),
    index: shelf.all("index", readings.index, ".csv"),
    whole: !shelf.problems.some(({ mistake }) => isGrave(mistake)),
  };
  const found = [...shelf.problems, ...checkTogether(files), ...checkNames(files), ...checkReview(files.guided, today)];
  const harmless = ({ mistake, file }: Problem): boolean => !isGrave(mistake) || isDraft(shelf.drafts.get(file), preview);
  const problems = found.filter((problem) => !harmless(problem));
  const served = files.guided.filter(({ value }) => isServed(value, today));
  const dated = files.guided.some(({ value }) => value.effective);
  const read = {
    guided: values(files.guided),
    fileOf: new Map(files.guided.map(({ file, value }) => [value, file])),
    problems,
    remarks: found.filter(harmless),
    ...shelf.close(dated ? served.map(({ file }) => file) : []),
  };
  const catalog = problems.length === 0 ? catalogOf({ ...files, guided: served }) : undefined;
  return catalog ? { catalog, ...read } : read;
}

/** Is a file with these codes a draft, and not the one that is previewed? */
function isDraft(codes: readonly string[] | undefined, preview: string | undefined): boolean {
  return codes !== undefined && !(preview !== undefined && codes.includes(preview));
}

function catalogOf({ guided, provinces, lifeEvents, words, everyday, index }: Files): Catalog | undefined {
  if (!lifeEvents || !words) return undefined;
  return buildCatalog({
    guided: values(guided),
    known: values(index).flat(),
    provinces: values(provinces),
    lifeEvents: lifeEvents.value,
    words: words.value,
    everydayNames: Object.assign({}, ...values(everyday)),
  });
}

/**
 * What people call the procedures that no index of the content has (content/nation/everyday-names, where there is one): a ministry's own,
 * and older ones. It is read only where other records than the content's are searched. `catalog`: names of what it has are a mistake there.
 */
export function readNationNames(folder: string, catalog?: Catalog): { names: EverydayNames; problems: Problem[] } {
  if (listFiles(folder, "nation", ".yaml").problems.length > 0) return { names: {}, problems: [] };
  const shelf = openShelf(folder, new Map());
  const files = shelf.all("nation/everyday-names", readings["everyday-names"]);
  const astray = files.flatMap((file) =>
    Object.keys(file.value)
      .filter((code) => catalog && procedureOf(catalog, code))
      .map((code) => problemAt(file, [code], { mistake: "names-of-index", values: { code } })),
  );
  return { names: Object.assign({}, ...values(files)), problems: [...shelf.problems, ...astray] };
}

function values<T>(files: readonly Parsed<T>[]): T[] {
  return files.map(({ value }) => value);
}

/** Takes file after file from the folder, out of memory where its bytes are the same, and notes what is wrong. */
function openShelf(folder: string, memory: Memory) {
  const problems: Problem[] = [];
  const drafts = new Map<string, readonly string[]>();
  const now = new Map<string, Remembered>();
  const one = <T>(file: string, reading: Reading<T>): Parsed<T> | undefined => {
    const bytes = readBytes(folder, file);
    const remembered = "mistake" in bytes ? { hash: bytes.mistake, result: broken(file, bytes) } : understand(file, bytes, reading);
    now.set(file, remembered);
    problems.push(...remembered.result.problems);
    if (remembered.result.draft) drafts.set(file, remembered.result.draft);
    return (remembered.result as ParsedFile<T>).parsed;
  };
  const understand = (file: string, bytes: Uint8Array, reading: Reading<unknown>): Remembered => {
    const fingerprint = hash("sha256", bytes, "base64url").slice(0, 22);
    const before = memory.get(file);
    if (before?.hash === fingerprint) return before;
    const text = decodeText(bytes);
    return { hash: fingerprint, result: typeof text === "string" ? reading(file, text) : broken(file, text) };
  };
  const all = <T>(under: string, reading: Reading<T>, ending: ".yaml" | ".csv" = ".yaml"): Parsed<T>[] => {
    const listed = listFiles(folder, under, ending);
    problems.push(...listed.problems);
    return listed.files.flatMap((file) => one(file, reading) ?? []);
  };
  const close = (served: readonly string[]): { memory: Memory; version: string } => {
    const same = now.size === memory.size && [...now].every(([file, { hash }]) => memory.get(file)?.hash === hash);
    return { memory: same ? memory : now, version: versionOf(now, served) };
  };
  return { problems, drafts, one, all, close };
}

function broken(file: string, mistaken: Mistaken): ParsedFile<unknown> {
  return { problems: [{ file, line: 1, column: 1, ...mistaken }] };
}

function versionOf(memory: Memory, served: readonly string[]): string {
  const lines = [...memory].map(([file, { hash }]) => `${file}\n${hash}\n`).sort();
  return hash("sha256", [...lines, ...served].join(""), "hex").slice(0, 12);
}
