import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";
import { monthName } from "../../unanswered/calendar.ts";
import type { Desk } from "../desk.ts";
import { writeWhole } from "../write-whole.ts";
import { timesAsked } from "./gather-alike.ts";
import type { QuestionDesk } from "./question-desk.ts";
import { officialName } from "./try-alias.ts";

/** The columns of the table; each has a sentence "questions.column.<name>". Widths as Excel counts them, in characters. */
const columns = {
  number: 8,
  question: 60,
  times: 8,
  unknown: 14,
  none: 14,
  first: 12,
  last: 12,
  alike: 60,
  near: 70,
} as const;
const columnNames = Object.keys(columns) as (keyof typeof columns)[];

/** Excel takes no more signs in a cell. */
const longestCell = 32_000;

type Row = (string | number)[];

/** Writes every question that waits for a decision to an Excel or CSV file. */
export async function saveList(questions: QuestionDesk, { say, print, complain }: Desk, path: string): Promise<number> {
  const heads = columnNames.map((name) => say(`questions.column.${name}`));
  const rows = rowsOf(questions);
  const bytes = /\.csv$/i.test(path) ? stringify([heads, ...rows], { bom: true }) : await workbook(heads, rows);
  try {
    writeWhole(path, bytes);
  } catch (error) {
    complain(say("questions.not-written", { path, reason: String(error) }));
    return 1;
  }
  print(say("questions.saved", { path, groups: rows.length }));
  return 0;
}

function rowsOf({ catalog, list }: QuestionDesk): Row[] {
  return list.groups.map((group): Row => {
    const { matches } = list.nearest(group);
    const near = matches.map(({ code, score }) => `${score.toFixed(3)} ${code} ${officialName(catalog, code)}`).join("\n");
    const { number, text, unknown, none, first, last, alike } = group;
    return [
      number,
      text,
      timesAsked(group),
      unknown,
      none,
      monthName(first),
      monthName(last),
      alike.join("\n").slice(0, longestCell),
      near,
    ];
  });
}

async function workbook(heads: readonly string[], rows: readonly Row[]): Promise<Buffer> {
  const top = heads.map((value) => ({ value, type: String, fontWeight: "bold" as const, wrap: true }));
  const cells = rows.map((row) =>
    row.map((value) => (typeof value === "number" ? { value, type: Number } : { value, type: String, wrap: true })),
  );
  const widths = columnNames.map((name) => ({ width: columns[name] }));
  return await writeExcelFile([top, ...cells], { columns: widths, stickyRowsCount: 1 }).toBuffer();
}
