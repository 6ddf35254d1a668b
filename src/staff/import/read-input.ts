import { readFileSync } from "node:fs";
import { extname } from "node:path";
import readExcel from "read-excel-file/node";
import type { z } from "zod";
import type { StaffSentence } from "../../wording/staff-words.ts";
import { type FullRecord, fullRecordSchema } from "../national-record.ts";

/** Where a record stands in its file: the sentence that names the place, and its number. */
type At = { place: "records.line" | "records.item" | "records.row"; at: number };
/** A place that holds no record, and why: one of our sentences with its blanks; `first` is where a code stood before. */
export type Broken = At & { why: Extract<StaffSentence, `records.broken.${string}`>; values: Record<string, string>; first?: At };
/** The records of a file; or why it is no file of records at all. */
export type Input =
  | { records: FullRecord[]; broken: Broken[]; refused?: undefined }
  | { refused: Extract<StaffSentence, `records.${"no" | "not"}-${string}`>; why?: string };

type Found = At & ({ value: unknown } | { broken: Broken["why"]; key?: string });

/** Reads records from JSONL (one a line), a JSON array, or an Excel sheet with the same keys as column headings. Every broken place is told, with its number. */
export async function readInput(path: string): Promise<Input> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { refused: "records.no-file", why: error instanceof Error && "code" in error ? String(error.code) : String(error) };
  }
  const found = extname(path).toLowerCase() === ".xlsx" ? await inSheet(bytes) : inText(bytes);
  if (typeof found === "string") return { refused: found };
  if (found.length === 0) return { refused: "records.no-records" };
  if (found.every((one) => "broken" in one && one.broken === "records.broken.json")) return { refused: "records.not-json" };
  return sorted(found);
}

type Refused = Extract<Input, { refused: string }>["refused"];

function inText(bytes: Buffer): Found[] | Refused {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return "records.not-text";
    throw error;
  }
  if (text.trimStart().startsWith("[")) {
    const list = parsed(text);
    return Array.isArray(list)
      ? list.map((value: unknown, at): Found => ({ place: "records.item", at: at + 1, value }))
      : "records.not-json";
  }
  return text.split("\n").flatMap((line, index): Found[] => {
    if (line.trim() === "") return [];
    const value = parsed(line);
    const at: At = { place: "records.line", at: index + 1 };
    return [value === undefined ? { ...at, broken: "records.broken.json" } : { ...at, value }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function inSheet(bytes: Buffer): Promise<Found[] | Refused> {
  const sheets = await readExcel(bytes).catch(() => undefined); // whatever is wrong in the file, it is no workbook to us
  const rows = sheets?.[0]?.data;
  if (!rows) return "records.not-excel";
  const keys = (rows[0] ?? []).map((cell) => String(cell ?? "").trim());
  if (!keys.includes("code") || !keys.includes("title")) return "records.no-columns";
  return rows.slice(1).flatMap((cells, index): Found[] => {
    const at: At = { place: "records.row", at: index + 2 };
    if (cells.every((cell) => cell === null || cell === "")) return [];
    const values = keys.map((key, column): [string, unknown] => [key, cellValue(key, cells[column] ?? null)]);
    const lost = values.find(([, value]) => value === unreadable);
    if (lost) return [{ ...at, broken: "records.broken.cell", key: lost[0] }];
    return [{ ...at, value: Object.fromEntries(values.filter(([, value]) => value !== undefined)) }];
  });
}

const unreadable = Symbol("a list that cannot be read");
const lists = new Set([
  "otherTitles",
  "level",
  "levelInferred",
  "audience",
  "subjects",
  "result",
  "legalBasis",
  "submissionMethods",
  "documents",
]);

/** A cell as the record has it: lists are JSON, or words with "|" between them; a code that Excel took for a number has six decimals. */
function cellValue(key: string, cell: unknown): unknown {
  if (cell === null || cell === "" || !Object.hasOwn(fullRecordSchema.shape, key)) return undefined;
  if (key === "popularity") return Number(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (key === "code" && typeof cell === "number") return cell.toFixed(6);
  const text = String(cell).trim();
  if (!lists.has(key)) return text;
  if (/^[[{]/.test(text)) return parsed(text) ?? unreadable;
  return text.split("|").map((part) => part.trim());
}

/** Records and broken places apart; of two with one code the first is a record. */
function sorted(found: readonly Found[]): Input {
  const records = new Map<string, { record: FullRecord; at: At }>();
  const broken: Broken[] = [];
  for (const one of found) {
    const { place, at } = one;
    if ("broken" in one) {
      broken.push({ place, at, why: one.broken, values: { key: one.key ?? "" } });
      continue;
    }
    const read = fullRecordSchema.safeParse(one.value);
    if (!read.success) broken.push({ place, at, ...whyNot(one.value, read.error.issues[0]) });
    else {
      const before = records.get(read.data.code);
      if (before) broken.push({ place, at, why: "records.broken.twice", values: { code: read.data.code }, first: before.at });
      else records.set(read.data.code, { record: read.data, at: { place, at } });
    }
  }
  return { records: [...records.values()].map(({ record }) => record), broken };
}

function whyNot(value: unknown, issue: z.core.$ZodIssue | undefined): Pick<Broken, "why" | "values"> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { why: "records.broken.object", values: {} };
  if (!("code" in value) || value.code === "") return { why: "records.broken.no-code", values: {} };
  if (issue?.path[0] === "code") return { why: "records.broken.code", values: { code: String(value.code) } };
  return { why: "records.broken.key", values: { key: (issue?.path ?? []).map(String).join(".") } };
}
