import { createHash } from "node:crypto";
import { type Language, languages } from "../../catalog/text.ts";
import { everySheet } from "./sheets/every-sheet.ts";
import type { Row, SheetName } from "./sheets/sheet.ts";
import { tidy } from "./tidy.ts";

/** The name of the hidden sheet: every row as it went out, so that an import knows what was edited, here and in the content. */
export const baseTitle = "motcua";

/** What the hidden sheet says. */
export type Base = { language: Language; rows: ReadonlyMap<SheetName, Row[]> };

const format = "motcua 1";

/** The hidden sheet: a head with the language and a checksum, then one row a row: sheet, owner, key, cells. */
export function writeBase({ language, rows }: Base): string[][] {
  const lines = everySheet.flatMap(({ name, columns }) =>
    (rows.get(name) ?? []).map(({ owner, key, cells }) => [name, owner, key, ...columns.map((column) => cells[column.name] ?? "")]),
  );
  return [[format, language, checksum(lines)], ...lines];
}

/** Reads the hidden sheet; undefined when it is not ours or somebody changed it. */
export function readBase(data: readonly (readonly unknown[])[]): Base | undefined {
  const [head = [], ...rest] = data.map((row) => row.map((cell) => (typeof cell === "string" ? cell : "")));
  const language = languages.find((one) => one === head[1]);
  if (head[0] !== format || !language || head[2] !== checksum(rest)) return undefined;
  const rows = new Map<SheetName, Row[]>(everySheet.map(({ name }) => [name, []]));
  for (const [sheetName, owner = "", key = "", ...cells] of rest) {
    const sheet = everySheet.find(({ name }) => name === sheetName);
    const named = sheet?.columns.map((column, place) => [column.name, cells[place] ?? ""]) ?? [];
    if (sheet) rows.get(sheet.name)?.push({ owner, key, cells: Object.fromEntries(named) });
  }
  return { language, rows };
}

/** White space does not count: other programs than Excel trim it when they save. */
function checksum(lines: readonly (readonly string[])[]): string {
  const full = (line: readonly string[]): readonly string[] => line.slice(0, line.findLastIndex((cell) => cell !== "") + 1);
  const text = JSON.stringify(lines.map((line) => full(line.map(tidy))));
  return createHash("sha256").update(text).digest("hex");
}
