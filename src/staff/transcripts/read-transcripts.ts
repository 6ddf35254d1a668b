import { readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { type Catalog, procedureOf } from "../../catalog/catalog.ts";
import { readDay } from "../../catalog/day.ts";
import { bare } from "../../catalog/fold.ts";
import { languageNamed } from "../../dialogue/hear.ts";
import type { StaffSentence } from "../../wording/staff-words.ts";
import { readSheetRows } from "./read-sheet-rows.ts";
import { readYamlRows } from "./read-yaml-rows.ts";
import { columnNames, type Terms } from "./terms.ts";
import type { Read, Row, Step, Transcript, Trouble, Wish } from "./transcript.ts";
import { readWishes } from "./wish.ts";

/** What reading conversations needs: the words of their files, and the content whose codes and provinces they name. */
export type Reading = { terms: Terms; catalog: Catalog };

/** Larger than any file of conversations, in MB. */
const most = 5;

/** Is it a file that conversations are kept in, by its ending? */
export function isTranscriptFile(path: string): boolean {
  return [".yaml", ".yml", ".xlsx"].includes(extname(path).toLowerCase());
}

/** Reads one file of conversations. Every mistake comes back with its row; nothing is thrown, whatever the file holds. */
export async function readTranscripts(path: string, { terms, catalog }: Reading): Promise<Read<Transcript>> {
  const { found, troubles } = await readRows(path, terms);
  const grouped = groupRows(path, found);
  if (grouped.length === 0 && troubles.length === 0) troubles.push({ file: path, row: 1, say: "transcript.wrong.empty" });
  const read = grouped.map((group) => readGroup(path, group, { terms, catalog }));
  return {
    found: read.flatMap(({ transcript, troubles: wrong }) => (wrong.length === 0 ? [transcript] : [])),
    troubles: [...troubles, ...read.flatMap(({ troubles: wrong }) => wrong)],
  };
}

async function readRows(path: string, terms: Terms): Promise<Read<Row>> {
  const refused = (say: StaffSentence, values?: Trouble["with"]): Read<Row> => ({
    found: [],
    troubles: [{ file: path, row: 1, say, ...(values && { with: values }) }],
  });
  if (!isTranscriptFile(path)) return refused("transcript.wrong.kind");
  const bytes = readBytes(path);
  if (typeof bytes === "string") return refused("transcript.wrong.file", { reason: bytes });
  if (bytes === undefined) return refused("transcript.wrong.large", { most });
  if (path.toLowerCase().endsWith(".xlsx")) return readSheetRows(path, bytes, terms);
  const text = decode(bytes);
  return text === undefined ? refused("transcript.wrong.encoding") : readYamlRows(path, text, terms);
}

/** The bytes of a file; why it cannot be read, such as ENOENT; undefined when it is too large. */
function readBytes(path: string): Buffer | string | undefined {
  try {
    return statSync(path).size > most * 1024 * 1024 ? undefined : readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

/** UTF-8 text without a BOM; undefined for UTF-16, Windows-1258, or what is no text at all. */
function decode(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

type Heading = Extract<Row, { is: "heading" }>;
type Group = { heading: Heading; steps: Extract<Row, { is: "step" }>[] };

/** Rows before the first heading are a conversation too, named like the file. */
function groupRows(path: string, rows: readonly Row[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    if (row.is === "heading") groups.push({ heading: row, steps: [] });
    else if (groups.length > 0) groups.at(-1)?.steps.push(row);
    else groups.push({ heading: { is: "heading", row: row.row, name: basename(path, extname(path)), settings: [] }, steps: [row] });
  }
  return groups;
}

function readGroup(file: string, { heading, steps }: Group, reading: Reading): { transcript: Transcript; troubles: Trouble[] } {
  const troubles: Trouble[] = [];
  const wrong = (row: number, say: StaffSentence, values: Trouble["with"] = {}): void =>
    void troubles.push({ file, row, say, with: values });
  if (steps.length === 0) wrong(heading.row, "transcript.wrong.no-steps", { name: heading.name });
  const settings = readSettings(heading, reading, (say, values) => wrong(heading.row, say, values));
  const read: Step[] = [];
  for (const row of steps) {
    const wishes = wishesOf(row, reading, (code) => wrong(row.row, "transcript.wrong.code", { code }));
    if (row.says === "" && read.length > 0) read.at(-1)?.wishes.push(...wishes);
    else read.push({ row: row.row, says: row.says || undefined, wishes });
  }
  return { transcript: { file, row: heading.row, name: heading.name, ...settings, steps: read }, troubles };
}

/** Codes are checked here, and stand for the procedure that answers for them. */
function wishesOf(row: Group["steps"][number], { terms, catalog }: Reading, unknown: (code: string) => void): Wish[] {
  const wishes = [
    ...row.shows.flatMap((cell) => readWishes(cell, row.row, { wanted: true, terms })),
    ...row.hides.flatMap((cell) => readWishes(cell, row.row, { wanted: false, terms })),
  ];
  return wishes.map((wish) => {
    if (wish.is !== "code") return wish;
    const procedure = procedureOf(catalog, wish.code);
    if (!procedure) unknown(wish.code);
    return { ...wish, code: procedure?.code ?? wish.code };
  });
}

function readSettings(
  { settings }: Heading,
  { terms, catalog }: Reading,
  wrong: (say: StaffSentence, values: Record<string, string>) => void,
): Pick<Transcript, "language" | "province" | "date"> {
  const set: Pick<Transcript, "language" | "province" | "date"> = { language: "vi", province: undefined, date: undefined };
  for (const { name, value: words } of settings) {
    const setting = terms.setting(name);
    const language = setting === "language" ? languageNamed(`tiếng ${words}`) : undefined;
    const province = setting === "province" ? provinceOf(catalog, words) : undefined;
    const date = setting === "date" ? readDay(words) : undefined;
    if (language) set.language = language;
    else if (province !== undefined) set.province = province;
    else if (date) set.date = date;
    else if (setting === "province") wrong("transcript.wrong.province", { words, provinces: provinceNames(catalog) });
    else if (setting) wrong(`transcript.wrong.${setting}`, { words });
    else wrong("transcript.wrong.setting", { words: `${name}: ${words}`, columns: columnNames(terms.write) });
  }
  return set;
}

function provinceOf({ provinces }: Catalog, words: string): string | undefined {
  const said = bare(words).replace(/^tinh /, "");
  return provinces.find(({ id, name }) => id === words.trim() || bare(name.vi) === said || bare(name.en) === said)?.id;
}

function provinceNames({ provinces }: Catalog): string {
  return provinces.map(({ name }) => name.vi).join(", ");
}
