import writeExcelFile, { type CellObject } from "write-excel-file/node";
import type { StaffSay, StaffSentence } from "../../wording/staff-words.ts";
import { type Base, baseTitle, writeBase } from "./base-sheet.ts";
import type { Column } from "./columns.ts";
import { dropDowns, type Help, type HelpedSheet } from "./drop-downs.ts";
import { everySheet } from "./sheets/every-sheet.ts";
import type { Row, Sheet } from "./sheets/sheet.ts";
import { escaped, writeCell } from "./write-cell.ts";

/** A cell holds no more signs than this; Excel would cut the rest off. */
export const longestCell = 32_767;

const guideWidth = 110;
const heading = { fontWeight: "bold", wrap: true, alignVertical: "center", backgroundColor: "#DCE9D5", height: 48 } as const;

/** The workbook of these rows, in the words of `say`: how to use it, the sheets, and a hidden sheet of how it went out. */
export async function writeWorkbook(base: Base, say: StaffSay): Promise<Buffer> {
  const guide = { data: guideRows(say), sheet: say("sheet.guide"), columns: [{ width: guideWidth }], showGridLines: false };
  const sheets = everySheet.map((sheet) => ({
    data: [headings(sheet, say), ...(base.rows.get(sheet.name) ?? []).map((row) => cells(sheet, row, say))],
    sheet: say(`sheet.${sheet.name}`),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: sheet.sticky,
  }));
  const hidden = { data: writeBase(base).map((line) => line.map((cell) => (cell === "" ? null : escaped(cell)))), sheet: baseTitle };
  const helped: HelpedSheet[] = [
    { columns: [], rows: 0, hidden: false },
    ...everySheet.map((sheet) => helpOf(sheet, base, say)),
    { columns: [], rows: 0, hidden: true },
  ];
  return await writeExcelFile([guide, ...sheets, hidden], { features: [dropDowns(helped)], fontFamily: "Arial", fontSize: 10 }).toBuffer();
}

function headings({ columns }: Sheet, say: StaffSay): CellObject[] {
  return columns.map(({ name }) => ({ ...heading, value: say(`column.${name}`), type: String }));
}

function cells({ columns }: Sheet, row: Row, say: StaffSay): CellObject[] {
  const height = heightOf(columns.map(({ name, width }) => ({ text: row.cells[name] ?? "", width })));
  return columns.map((column) => ({ ...writeCell(column, row.cells[column.name] ?? "", say), height }));
}

/** The height of a row in points. Programs do not agree on making room for wrapped lines by themselves; very long texts are scrolled. */
function heightOf(cells: readonly { text: string; width: number }[]): number {
  const linesOf = ({ text, width }: { text: string; width: number }): number =>
    text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / width)), 0);
  return Math.min(Math.max(...cells.map(linesOf)), 15) * 13 + 3;
}

function guideRows(say: StaffSay): CellObject[][] {
  const [title = "", ...lines] = say("guide").split("\n");
  const line = (value: string): CellObject[] => [
    { value, type: String, wrap: true, alignVertical: "top", fontSize: 11, height: heightOf([{ text: value, width: guideWidth }]) + 6 },
  ];
  return [[{ value: title, type: String, fontWeight: "bold", fontSize: 16 }], ...lines.map(line)];
}

function helpOf(sheet: Sheet, base: Base, say: StaffSay): HelpedSheet {
  const procedures = (base.rows.get("procedures") ?? []).length;
  const codes = procedures > 0 ? `'${say("sheet.procedures")}'!$A$2:$A$${procedures + 1}` : undefined;
  const help = ({ name, kind }: Column): Help => ({
    note: noteOf(kind.is, name, say),
    from: kind.is === "choice" ? { words: kind.of.map((one) => say(one.say)) } : codeList(sheet, name, codes),
    otherwise: kind.is === "choice" ? say("help.choice") : undefined,
  });
  return { columns: sheet.columns.map(help), rows: (base.rows.get(sheet.name) ?? []).length, hidden: false };
}

/** The code of a row for a guided procedure is chosen from the first sheet. */
function codeList({ of, name: sheet }: Sheet, name: string, cells: string | undefined): { cells: string } | undefined {
  return cells !== undefined && name === "code" && sheet !== "procedures" && !of.includes("names") ? { cells } : undefined;
}

function noteOf(kind: Column["kind"]["is"], name: string, say: StaffSay): string | undefined {
  if (kind === "text" || kind === "choice" || name === "yielded-by") return undefined;
  const sentence: StaffSentence = kind === "shown" && name === "in-words" ? "help.in-words" : `help.${kind}`;
  return say(sentence);
}
