import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tellProblems } from "../../wording/tell-problems.ts";
import type { Command, Desk } from "../desk.ts";
import { readShelf, type Shelf } from "../workbook/content-shelf.ts";
import { everySheet } from "../workbook/sheets/every-sheet.ts";
import type { Entry, Row, SheetName } from "../workbook/sheets/sheet.ts";
import { longestCell, writeWorkbook } from "../workbook/write-workbook.ts";

/** Writes the content into a workbook for Excel, whole or some fields and codes of it; never over a file that is there. */
export const exportContent: Command = {
  takes: "[--to <file.xlsx>] [<field or code> …]",
  run: async (words, desk) => {
    const { values, positionals } = parseArgs({ args: words, options: { to: { type: "string" } }, allowPositionals: true, strict: false });
    const to = typeof values.to === "string" ? values.to : `noi-dung-${new Date().toISOString().slice(0, 10)}.xlsx`;
    if (!to.endsWith(".xlsx")) return undefined;
    return await exportTo(to, positionals, desk);
  },
};

async function exportTo(to: string, wanted: readonly string[], desk: Desk): Promise<number> {
  const { folder, language, say, print, complain } = desk;
  if (existsSync(to)) {
    complain(say("export.exists", { file: to }));
    return 1;
  }
  const read = readShelf(folder, desk.today);
  if ("problems" in read) {
    for (const lines of tellProblems(say, folder, read.problems)) complain(lines);
    complain(say("export.mend-first"));
    return 1;
  }
  const unknown = wanted.filter((word) => !entriesFor(read.shelf, [word]).length);
  if (unknown.length > 0) {
    complain(say("export.unknown", { words: unknown.join(", "), fields: fieldsOf(read.shelf).join(", ") }));
    return 1;
  }
  const rows = rowsOf(entriesFor(read.shelf, wanted));
  const long = [...rows.values()].flat().find(({ cells }) => Object.values(cells).some((cell) => cell.length > longestCell));
  if (long) {
    complain(say("export.too-long", { owner: long.owner, signs: longestCell }));
    return 1;
  }
  writeFileSync(to, await writeWorkbook({ language, rows }, say), { flag: "wx" });
  print(say("export.done", { file: to, procedures: rows.get("procedures")?.length ?? 0, rows: [...rows.values()].flat().length }));
  return 0;
}

function rowsOf(entries: readonly Entry[]): Map<SheetName, Row[]> {
  const rows = (sheet: (typeof everySheet)[number]): Row[] => entries.filter(({ kind }) => sheet.of.includes(kind)).flatMap(sheet.toRows);
  return new Map(everySheet.map((sheet) => [sheet.name, rows(sheet)]));
}

/** The entries that a field (the name of a folder or file of content), a code or the id of a province means; all for no word. */
function entriesFor({ entries, ownerOf }: Shelf, wanted: readonly string[]): Entry[] {
  const guidedFirst = [...entries.values()].toSorted((a, b) => Number(a.kind !== "guided") - Number(b.kind !== "guided"));
  if (wanted.length === 0) return guidedFirst;
  return guidedFirst.filter((entry) => wanted.some((word) => fieldOf(entry) === word || entry.owner === (ownerOf(word) ?? word)));
}

/** "procedures/cu-tru/…" → cu-tru, "everyday-names/bo-cong-an.yaml" → bo-cong-an. */
function fieldOf({ file }: Entry): string {
  return (file.split("/")[1] ?? "").replace(/\.yaml$/, "");
}

function fieldsOf({ entries }: Shelf): string[] {
  return [...new Set([...entries.values()].map(fieldOf))];
}
