import type { StaffSay } from "../../wording/staff-words.ts";
import type { Column } from "./columns.ts";
import type { Change, Clash } from "./merge-rows.ts";
import type { EntryPlan } from "./plan-import.ts";
import type { Wrong } from "./read-lines.ts";
import type { Row, Sheet } from "./sheets/sheet.ts";
import { labelOf } from "./write-cell.ts";

/** How much of a long text is quoted: what differs and some signs around it. */
const longestQuote = 70;
const around = 16;

/** What an import changes in one entry, a line a change: "1.004194 Đăng ký tạm trú: lệ phí …: 7.000 → 15.000 đồng". */
export function tellChanges({ entry, parts, omitted }: EntryPlan, say: StaffSay): string[] {
  const told = parts.flatMap(({ sheet, changes }) => changes.map((change) => tellChange(sheet, change, say)));
  const lost = omitted.length > 0 ? [say("change.omitted", { rows: omitted.join(", ") })] : [];
  return [...told, ...lost].map((line) => `${entry.owner} ${entry.title}: ${line}`);
}

/** What was changed on both sides, a line a place; the content keeps its own. */
export function tellClashes({ entry, parts }: EntryPlan, say: StaffSay): string[] {
  return parts.flatMap(({ sheet, clashes }) => clashes.map((clash) => `${entry.owner} ${entry.title}: ${tellClash(sheet, clash, say)}`));
}

/** What is wrong with the workbook and what to do: "Giấy tờ!F12: …". */
export function tellWrong({ sheet, cell, fault }: Wrong, say: StaffSay): string {
  return `${cell === undefined ? sheet : `${sheet}!${cell}`}: ${say(fault.say, fault.with)}`;
}

function tellChange(sheet: Sheet, change: Change, say: StaffSay): string {
  switch (change.kind) {
    case "cell": {
      const { column, row, from, to } = change;
      const [before, after] = quoted(shownCell(column, from, say), shownCell(column, to, say), say);
      return say("change.cell", { what: placeOf(sheet, row, { column, say }), from: before, to: after });
    }
    case "added":
      return say("change.added", { what: itemOf(sheet, change.row, say) });
    case "removed":
      return say("change.removed", { what: itemOf(sheet, change.row, say) });
    case "moved":
      return say("change.moved", { sheet: say(`sheet.${sheet.name}`) });
  }
}

function tellClash(sheet: Sheet, { row, column, mine, theirs }: Clash, say: StaffSay): string {
  if (!column) return say("clash.whole", { what: sheet.rows === "in order" ? say(`sheet.${sheet.name}`) : itemOf(sheet, row, say) });
  const [here, there] = quoted(shownCell(column, mine, say), shownCell(column, theirs, say), say);
  return say("clash.cell", { what: placeOf(sheet, row, { column, say }), mine: here, theirs: there });
}

function placeOf(sheet: Sheet, row: Row, { column, say }: { column: Column; say: StaffSay }): string {
  const heading = say(`column.${column.name}`).toLowerCase();
  return sheet.rows === "one" ? heading : `${itemOf(sheet, row, say)}, ${heading}`;
}

/** "giấy tờ “Tờ khai” (ct01)". */
function itemOf({ name, rows }: Sheet, { key, cells }: Row, say: StaffSay): string {
  const label = cells["name-vi"] || cells["ask-vi"] || cells["text-vi"] || cells["of-vi"] || cells["alias"] || "";
  const kind = name === "questions" ? say(cells["line"] === "answer" ? "item.answer" : "item.question") : say(`item.${name}`);
  const money = cells["vnd"] ? ` ${dong(cells["vnd"], say)}` : "";
  return `${kind}${money} “${shortened(label)}”${rows === "by id" ? ` (${key})` : ""}`;
}

function shownCell({ kind }: Column, text: string, say: StaffSay): string {
  if (kind.is === "money" && text !== "") return dong(text, say);
  if (kind.is === "day") return text.split("-").reverse().join("/");
  if (kind.is === "choice" || kind.is === "choices")
    return text === ""
      ? ""
      : text
          .split("\n")
          .map((one) => labelOf(kind.of, one, say))
          .join(", ");
  return text.replaceAll("\n", " ⏎ ");
}

function dong(digits: string, say: StaffSay): string {
  return say("change.dong", { vnd: digits.replace(/\B(?=(\d{3})+$)/g, ".") });
}

/** Both texts in quotes; of long ones only where they differ, with a little of what is around. */
function quoted(from: string, to: string, say: StaffSay): [string, string] {
  const quote = (text: string): string => (text === "" ? say("change.empty") : `“${text}”`);
  if (from.length <= longestQuote && to.length <= longestQuote) return [quote(from), quote(to)];
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const part = (text: string): string => {
    const [begin, until] = [Math.max(0, start - around), Math.min(text.length, text.length - end + around)];
    return shortened(`${begin > 0 ? "…" : ""}${text.slice(begin, until)}${until < text.length ? "…" : ""}`);
  };
  return [quote(part(from)), quote(part(to))];
}

function shortened(text: string): string {
  return text.length <= longestQuote * 2 ? text : `${text.slice(0, longestQuote * 2)}…`;
}
