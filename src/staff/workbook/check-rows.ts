import { idSchema } from "../../catalog/text.ts";
import type { Column } from "./columns.ts";
import { type Fault, settleCondition } from "./condition.ts";
import type { Facts } from "./facts.ts";
import { sameCell } from "./merge-rows.ts";
import type { Table, Wrong } from "./read-lines.ts";
import type { ReadRow } from "./rows-of-lines.ts";
import type { Row, Sheet } from "./sheets/sheet.ts";

/** What the rows of a sheet are held against: as they went out, and the questions of each procedure as the workbook has them now. */
export type Beside = { base: ReadonlyMap<string, Row>; questionsOf: (owner: string) => readonly Facts[] };

/** Finds what no row may lack, columns that are only there to read, and conditions that name what is not there; settles the conditions on the way. */
export function checkRows({ sheet, title, at }: Table, rows: readonly ReadRow[], beside: Beside): { rows: ReadRow[]; wrongs: Wrong[] } {
  const wrongs: Wrong[] = [];
  const settled = rows.map((row) => {
    const base = beside.base.get(`${row.owner} ${row.key}`);
    const blame = (column: string, fault: Fault): unknown => wrongs.push({ sheet: title, cell: at(row.line, column), fault });
    for (const { name, fault } of faultsOf(sheet, row, base)) blame(name, fault);
    const text = row.cells["condition"] ?? "";
    const column = sheet.columns.find(({ name }) => name === "condition");
    if (text === "" || !column || (base && sameCell(column, text, base.cells["condition"] ?? ""))) return row;
    const read = settleCondition(text, beside.questionsOf(row.owner));
    if ("fault" in read) blame("condition", read.fault);
    return "settled" in read ? { ...row, cells: { ...row.cells, condition: read.settled } } : row;
  });
  return { rows: settled, wrongs };
}

/** Amounts without the kind of fee that has them, the kind without amounts, and a note on what is free. */
export function checkFees({ procedures, amounts }: Record<"procedures" | "amounts", { table: Table; rows: readonly ReadRow[] }>): Wrong[] {
  const owners = Map.groupBy(amounts.rows, ({ owner }) => owner);
  const blame = ({ table }: { table: Table }, { line }: ReadRow, { column, say }: { column: string; say: Fault["say"] }): Wrong => ({
    sheet: table.title,
    cell: table.at(line, column),
    fault: { say },
  });
  return procedures.rows.flatMap((row) => {
    const [first] = owners.get(row.owner) ?? [];
    const kind = row.cells["fee"];
    const note = kind === "free" && ["fee-note-vi", "fee-note-en"].find((column) => row.cells[column]);
    return [
      ...(kind && kind !== "amounts" && first ? [blame(amounts, first, { column: "code", say: "wrong.fee-with-amounts" })] : []),
      ...(kind === "amounts" && !first ? [blame(procedures, row, { column: "fee", say: "wrong.fee-without-amounts" })] : []),
      ...(note ? [blame(procedures, row, { column: note, say: "wrong.fee-note" })] : []),
    ];
  });
}

/** The questions of a procedure with their answers, as far as conditions name them, from their rows. */
export function questionsIn(rows: readonly Row[]): Facts[] {
  return rows
    .filter(({ cells }) => cells["line"] === "question")
    .map(({ key }) => ({
      id: key,
      answers: rows
        .filter(({ cells }) => cells["line"] === "answer" && cells["question"] === key)
        .map(({ cells }) => ({ id: cells["answer"], label: { vi: cells["ask-vi"], en: cells["ask-en"] } })),
    }));
}

function faultsOf(sheet: Sheet, { cells, key }: ReadRow, base: Row | undefined): { name: string; fault: Fault }[] {
  const cell = ({ name }: Pick<Column, "name">): string => cells[name] ?? "";
  const answer = cells["line"] === "answer";
  return sheet.columns.flatMap((column): { name: string; fault: Fault }[] => {
    const { name, kind, required, twin } = column;
    if (required && cell(column) === "") return [{ name, fault: { say: "wrong.required" } }];
    if (twin && cell(column) === "" && cell({ name: twin }) !== "") return [{ name, fault: { say: "wrong.twin" } }];
    if (answer && ["hint-vi", "hint-en", "condition"].includes(name) && cell(column) !== "")
      return [{ name, fault: { say: "wrong.only-questions" } }];
    const id = kind.is === "id" && cell(column) !== "" && !idSchema.safeParse(cell(column)).success;
    if (id && (sheet.rows === "by id" || key !== "")) return [{ name, fault: { say: "wrong.id", with: { text: cell(column) } } }];
    const touched = kind.is === "shown" && name !== "in-words" && base && !sameCell(column, cell(column), base.cells[name] ?? "");
    return touched ? [{ name, fault: { say: "wrong.only-shown" } }] : [];
  });
}
