import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readContent } from "../../../src/catalog/read-content.ts";
import { keptColumns } from "../../../src/staff/workbook/merge-rows.ts";
import { openWorkbook } from "../../../src/staff/workbook/open-workbook.ts";
import { readSheets } from "../../../src/staff/workbook/read-lines.ts";
import { everySheet } from "../../../src/staff/workbook/sheets/every-sheet.ts";
import { readLocales } from "../../../src/wording/read-locales.ts";
import { openStaffWords } from "../../../src/wording/staff-words.ts";
import { arrangeRows, openBook, saveBook, type Typed, type as typeInto, valuesOf } from "./saved-book.ts";
import { clearAway, exported, filesOf, imported, smallContent } from "./small-content.ts";

const say = openStaffWords(readLocales(new URL("../../../locales/staff/", import.meta.url)), "vi");
const titles = everySheet.map(({ name }) => say(`sheet.${name}`));

const typed: fc.Arbitrary<Typed> = fc.oneof(
  fc.constantFrom<Typed>(
    undefined,
    "",
    " ",
    "Chữ khác",
    "a, b: c # d",
    "“ngoặc”",
    "dòng 1\ndòng 2",
    "_x0041_",
    "- x",
    "null",
    "'",
    "Ðặc biệt \u200b",
    "[1]",
  ),
  fc.constantFrom<Typed>(
    "15.000",
    "2,5",
    "Có mức thu",
    "Miễn phí",
    "Nộp",
    "en",
    "Có",
    "1.000010",
    "1.001193",
    "31/12/2027",
    "who = self",
    "who = list VÀ age = adult",
  ),
  fc.constantFrom<Typed>(0, 1, 3, 15000, 46783, { digits: "1.0011930000000001" }, { formula: "A1" }, { formula: "A1", result: "kết quả" }),
  fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "")),
);
type Step =
  | { kind: "type"; sheet: number; row: number; column: number; typed: Typed }
  | { kind: "delete" | "copy" | "swap"; sheet: number; row: number; column: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("type" as const), sheet: fc.nat(), row: fc.nat(), column: fc.nat(), typed }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("delete" as const, "copy" as const, "swap" as const),
      sheet: fc.nat(),
      row: fc.nat(),
      column: fc.nat(),
    }),
  },
);

/** The rows of a workbook as far as they are taken over, in no order: what an export must show after an import. Ids that came of themselves are left out. */
async function rowsIn(path: string, leftAlone: readonly string[]): Promise<string[]> {
  const result = await openWorkbook(readFileSync(path));
  if (result === "not ours" || "fault" in result) throw new Error("the workbook cannot be read");
  const { tables } = readSheets(result.opened, { say, isKnown: () => true });
  const rows = [...tables.values()].flatMap(({ sheet, lines }) =>
    lines.flatMap(({ cells }) => {
      const kept = keptColumns(sheet).filter(({ name }) => !["id", "question", "answer"].includes(name));
      const code = sheet.columns[0]?.name ?? "code";
      const row = JSON.stringify([sheet.name, cells[code], ...kept.map(({ name }) => cells[name])]);
      return leftAlone.includes(cells[code] ?? "") ? [] : [row];
    }),
  );
  return [...new Set(rows)].sort();
}

describe("any sequence of edits in the workbook", () => {
  test("is refused and changes nothing, or gives content in order whose export shows exactly those edits", async () => {
    let [taken, refused] = [0, 0];
    const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
      const folder = smallContent();
      const book = openBook(await exported(folder));
      const before = filesOf(folder);
      for (const one of steps) await apply(book, one);
      const path = saveBook(book);
      const { code, said } = await imported(folder, path, "--write");
      if (code === 0) {
        taken += 1;
        expect(readContent(folder).problems).toEqual([]);
        const still = [...(await valuesOf(book, "Thủ tục")), ...(await valuesOf(book, "Cơ quan"))].map(([owner]) => owner);
        const gone = ["1.000010", "1.000020", "thu"].filter((owner) => !still.includes(owner));
        expect({ said, rows: await rowsIn(await exported(folder), gone) }).toEqual({ said, rows: await rowsIn(path, gone) });
        expect((await imported(folder, await exported(folder))).said).toEqual(["Không có gì thay đổi."]);
      } else {
        refused += 1;
        expect([code, said.length > 0, filesOf(folder)]).toEqual([1, true, before]);
      }
      clearAway(folder);
    });
    await fc.assert(property, { numRuns: Number(process.env["RUNS"] ?? 40) });
    expect(Math.min(taken, refused)).toBeGreaterThan(0);
  });

  async function apply(book: ReturnType<typeof openBook>, one: Step): Promise<void> {
    const title = titles[one.sheet % titles.length] ?? "";
    const values = await valuesOf(book, title);
    if (values.length < 2) return;
    const row = (one.row % (values.length - 1)) + 1;
    const column = one.column % (values[0]?.length ?? 1);
    const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
    if (one.kind === "type") typeInto(book, title, `${letters}${row + 1}`, one.typed);
    if (one.kind === "delete") arrangeRows(book, title, (rows) => rows.toSpliced(row, 1));
    if (one.kind === "copy") arrangeRows(book, title, (rows) => [...rows, rows[row] ?? ""]);
    if (one.kind === "swap" && values.length > 2) arrangeRows(book, title, ([head = "", ...rows]) => [head, ...rows.toReversed()]);
  }
});
