import type { Stream } from "node:stream";
import writeExcelFile, { type Feature, type SheetData } from "write-excel-file/node";
import type { StaffSay } from "../../wording/staff-words.ts";
import { writeWhole } from "../write-whole.ts";
import { countBy, type Told } from "./tell-finding.ts";

const columns = ["field", "office", "code", "name", "kind", "what", "why", "todo", "file", "line"] as const;
/** In characters of the sheet's font. */
const widths: Record<(typeof columns)[number], number> = {
  field: 26,
  office: 28,
  code: 11,
  name: 44,
  kind: 22,
  what: 48,
  why: 40,
  todo: 48,
  file: 44,
  line: 7,
};

/** Writes the list to an Excel file: one sheet with a filter in every heading, one with the counts. Whole or not at all. Rejects with the disk's error. */
export async function writeWorkbook(path: string, told: readonly Told[], say: StaffSay): Promise<void> {
  const sheets = [workSheet(told, say), countSheet(told, say)];
  writeWhole(path, await writeExcelFile(sheets, { features: [filterInHeadings] }).toBuffer());
}

function workSheet(told: readonly Told[], say: StaffSay) {
  const rows = told.map((one) => columns.map((column) => (column === "line" ? number(one.line) : text(one[column]))));
  const data: SheetData = [columns.map((column) => heading(say(`lint.column.${column}`))), ...rows];
  return { data, sheet: say("lint.sheet.work"), columns: columns.map((column) => ({ width: widths[column] })), stickyRowsCount: 1 };
}

function countSheet(told: readonly Told[], say: StaffSay) {
  const counts = countBy(told, ({ field, office, kind }) => JSON.stringify([field, office, kind]));
  const rows = counts.map(([key, count]) => [...(JSON.parse(key) as string[]).map(text), number(count)]);
  const headings = ["field", "office", "kind", "count"] as const;
  const data: SheetData = [headings.map((column) => heading(say(`lint.column.${column}`))), ...rows];
  return { data, sheet: say("lint.sheet.counts"), columns: [40, 40, 28, 9].map((width) => ({ width })), stickyRowsCount: 1 };
}

function heading(value: string) {
  return { value, type: String, fontWeight: "bold", backgroundColor: "#DDEBF7", wrap: true } as const;
}

/** A cell holds 32,767 characters (Excel's limit). */
function text(value: string) {
  return { value: value.slice(0, 32_767), type: String, wrap: true, alignVertical: "top" } as const;
}

function number(value: number) {
  return { value, type: Number, alignVertical: "top" } as const;
}

/** Drop-down filters in the first row of every sheet: an <autoFilter> right behind <sheetData> (ECMA-376, 18.3.1.2), over the sheet's own range. */
const filterInHeadings: Feature<Buffer | Stream | Blob> = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml) => {
          const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)"/g)];
          const headings = cells.filter(([, , row]) => row === "1").map(([, column]) => column);
          const range = `A1:${headings.at(-1) ?? "A"}${cells.at(-1)?.[2] ?? "1"}`;
          return xml.replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>`);
        },
      },
    },
  },
};
