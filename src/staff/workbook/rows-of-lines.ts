import { newId } from "./new-id.ts";
import type { Table, Wrong } from "./read-lines.ts";
import { type Cells, ownerColumn, type Row, type Sheet } from "./sheets/sheet.ts";

/** A row as it came back, with the line it stands in. */
export type ReadRow = Row & { line: number };

/** What tells whose a line is and which ids are taken. */
export type Belonging = {
  /** The procedure or province that a code or id means on this sheet; undefined when the sheet has no place for it. */
  ownerOf: (sheet: Sheet, code: string) => string | undefined;
  /** The keys that rows of an owner have, as they went out and as the content has them now. */
  keysOf: (sheet: Sheet, owner: string) => ReadonlySet<string>;
};

/** The rows of a sheet: each line with its owner, in the order that its numbers say, new ones with an id of their own. */
export function rowsOfLines(table: Table, belonging: Belonging): { rows: ReadRow[]; wrongs: Wrong[] } {
  const { sheet, title, at } = table;
  const wrongs: Wrong[] = [];
  const column = ownerColumn(sheet);
  const owned = table.lines.flatMap(({ row, cells }) => {
    const code = cells[column] ?? "";
    const owner = code === "" ? undefined : belonging.ownerOf(sheet, code);
    if (owner !== undefined) return [{ owner, line: row, cells: { ...cells } }];
    wrongs.push({
      sheet: title,
      cell: at(row, column),
      fault: code === "" ? { say: "wrong.no-code" } : { say: "wrong.not-sent-out", with: { code } },
    });
    return [];
  });
  const rows = [...Map.groupBy(owned, ({ owner }) => owner)].flatMap(([owner, lines]) => {
    giveIds(sheet, lines, belonging.keysOf(sheet, owner));
    return inOrder(sheet, keyed(sheet, lines, belonging.keysOf(sheet, owner)), (row, say) =>
      wrongs.push({
        sheet: title,
        cell: at(row.line, row.cells["answer"] ? "answer" : idColumn(sheet)),
        fault: { say, with: { key: row.key } },
      }),
    );
  });
  return { rows, wrongs };
}

type Owned = { owner: string; line: number; cells: Cells };

/** The column in which a row says which one it is. */
function idColumn(sheet: Sheet): string {
  if (sheet.name === "questions") return "question";
  return sheet.columns.some(({ name }) => name === "id") ? "id" : ownerColumn(sheet);
}

/** New rows may come without an id; an answer without a question belongs to the question above it. */
function giveIds(sheet: Sheet, lines: Owned[], keys: ReadonlySet<string>): void {
  if (sheet.rows !== "by id") return;
  const taken = new Set([...keys, ...lines.map(({ cells }) => sheet.keyOf(cells))]);
  let question = "";
  for (const { cells } of lines) {
    const answer = cells["line"] === "answer";
    if (answer && !cells["question"]) cells["question"] = question;
    if (!sheet.keyOf(cells)) {
      const column = answer ? "answer" : idColumn(sheet);
      const before = answer ? `${cells["question"]}/` : "";
      const inGroup = new Set([...taken].flatMap((key) => (key.startsWith(before) ? [key.slice(before.length)] : [])));
      cells[column] = newId(cells["name-vi"] || cells["ask-vi"] || cells["text-vi"] || "", inGroup);
      taken.add(sheet.keyOf(cells));
    }
    if (cells["line"] === "question") question = cells["question"] ?? "";
  }
}

function keyed(sheet: Sheet, lines: readonly Owned[], keys: ReadonlySet<string>): ReadRow[] {
  const used = new Set<string>();
  return lines.map(({ owner, line, cells }) => {
    if (sheet.rows !== "in order") return { owner, line, cells, key: sheet.keyOf(cells) };
    const number = cells["order"] ?? "";
    const key = keys.has(number) && !used.has(number) ? number : `+${line}`;
    used.add(key);
    return { owner, line, cells, key };
  });
}

/** Sorted by their numbers; a row without one follows the row above it. Rows of a group, such as answers, follow the row they belong to. */
function inOrder(
  sheet: Sheet,
  rows: readonly ReadRow[],
  blame: (row: ReadRow, say: "wrong.twice" | "wrong.no-question") => unknown,
): ReadRow[] {
  const seen = new Set<string>();
  const once = rows.filter((row) => {
    const twice = seen.has(row.key);
    if (twice && sheet.rows !== "a set") blame(row, "wrong.twice");
    seen.add(row.key);
    return !twice;
  });
  const groups = Map.groupBy(once, ({ cells }) => sheet.groupOf(cells));
  const sorted = new Map([...groups].map(([group, members]) => [group, byNumber(members)]));
  const heads = sorted.get("") ?? [];
  for (const [group, members] of sorted) {
    const [first] = members;
    if (group !== "" && first && !heads.some(({ key }) => key === group)) blame(first, "wrong.no-question");
  }
  return heads.flatMap((row) => [row, ...(row.key === "" ? [] : (sorted.get(row.key) ?? []))]);
}

function byNumber(rows: readonly ReadRow[]): ReadRow[] {
  let above = Number.POSITIVE_INFINITY;
  const numbered = rows.map((row) => {
    const number = row.cells["order"] ? Number(row.cells["order"]) : above;
    above = number;
    return { row, number };
  });
  return numbered.sort((a, b) => (a.number === b.number ? 0 : a.number - b.number)).map(({ row }) => row);
}
