import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import writeWorkbook, { type SheetData } from "write-excel-file/node";
import { readZip, writeZip } from "../../../src/staff/transcripts/zip.ts";
import { folder, read } from "./desk.ts";

const headings = ["Người dân nói", "Phải hiện", "Không được hiện"];

/** Reads these sheets as a workbook of conversations. */
async function readSheets(...sheets: SheetData[]) {
  using at = folder();
  const path = join(at.path, "mau.xlsx");
  writeFileSync(
    path,
    await writeWorkbook(sheets.map((data, index) => ({ data, sheet: `Trang ${index + 1}`, dateFormat: "dd/mm/yyyy" }))).toBuffer(),
  );
  return read(path);
}

describe("an Excel file that staff wrote", () => {
  test("has the same three columns; the heading row of a conversation says what is set", async () => {
    const { found, troubles } = await readSheets([
      [null],
      headings,
      ["Hội thoại: Hộ chiếu: lần đầu", "Tỉnh: Ninh Bình; Ngày: 22/11/2026; Tiếng: Việt"],
      ["làm hộ chiếu", "thẻ thủ tục; 1.001456", "chưa hiểu"],
      [null, "8 ngày làm việc"],
      [null],
      ["[Chuẩn bị giấy tờ]", "câu hỏi"],
    ]);
    expect(troubles).toEqual([]);
    expect(found).toMatchObject([{ name: "Hộ chiếu: lần đầu", row: 3, province: "ninh-binh", date: "2026-11-22", language: "vi" }]);
    expect(found[0]?.steps.map(({ row, says, wishes }) => ({ row, says, wishes: wishes.map(({ row: at }) => at) }))).toEqual([
      { row: 4, says: "làm hộ chiếu", wishes: [4, 4, 4, 5] },
      { row: 7, says: "[Chuẩn bị giấy tờ]", wishes: [7] },
    ]);
  });

  test("what Excel turned into a number, a date or a truth is read as it was typed", async () => {
    const { found, troubles } = await readSheets([
      headings,
      [2, 1.00119, 7000],
      ["b", new Date("2026-11-22T00:00:00Z"), 1.5],
      [true, 1.001193],
    ]);
    expect(troubles).toEqual([
      "tệp, dòng 2: không có thủ tục mã 1.001190 trong nội dung. Bạn xem lại mã; muốn tìm đúng những chữ số này thì đặt trong nháy kép.",
    ]);
    expect(found).toEqual([]);
    const good = await readSheets([headings, [2, 1.001193, 7000], ["b", new Date("2026-11-22T00:00:00Z"), 1.5]]);
    expect(good.found[0]?.steps.flatMap(({ says, wishes }) => [says, ...wishes.map(({ text }) => text)])).toEqual([
      "2",
      "1.001193",
      "7.000",
      "b",
      "22/11/2026",
      "1,5",
    ]);
  });

  test("every sheet is read, each with conversations of its own; columns may stand in any order, with a note beside them", async () => {
    const { found, troubles } = await readSheets(
      [headings, ["a"]],
      [
        ["Ghi chú", "Không được hiện", "Người dân nói", "Phải hiện"],
        ["để đọc", "x", "b", "y"],
      ],
      [],
    );
    expect(troubles).toEqual([]);
    expect(found.map(({ steps }) => steps.map(({ says }) => says))).toEqual([["a"], ["b"]]);
    expect(found[1]?.steps[0]?.wishes).toMatchObject([
      { wanted: true, words: "y" },
      { wanted: false, words: "x" },
    ]);
  });
});

describe("an Excel file that is not in order gets its row and cell", () => {
  test.each<[string, SheetData, string]>([
    ["headings only", [headings], "dòng 1: tệp này chưa có hội thoại nào."],
    ["nothing at all", [[null]], "dòng 1: tệp này chưa có hội thoại nào."],
    [
      "a heading is missing",
      [["Người dân nói", "Phải hiện"], ["a"]],
      "dòng 1: hàng tiêu đề phải có các cột: Người dân nói, Phải hiện, Không được hiện; còn thiếu: Không được hiện.",
    ],
    ["a heading nobody knows", [[...headings, "Cán bộ"], ["a"]], "dòng 1: không có cột “Cán bộ”"],
    ["a heading twice", [[...headings, "Phải hiện"], ["a"]], "dòng 1: có hai cột “Phải hiện”"],
    ["words outside the columns", [headings, ["a", "b", null, null, "lạc"]], "dòng 2: ô E2 nằm ngoài các cột có tiêu đề"],
    ["a formula", [headings, ["a"], ["b", { type: "Formula", value: "=A2" }]], "dòng 3: ô B3 là công thức"],
    ["merged cells", [headings, [{ value: "a", rowSpan: 2 }, "b"], [null, "c"]], "dòng 2: các ô A2:A3 bị gộp"],
    ["a conversation without a step", [headings, ["Hội thoại: A"]], "dòng 2: hội thoại “A” chưa có lượt nào."],
    ["a setting without a name", [headings, ["Hội thoại: A", "Lạng Sơn"], ["a"]], "dòng 2: dòng tiêu đề hội thoại chỉ nhận"],
    [
      "a heading row that forbids",
      [headings, ["Hội thoại: A", null, "b"], ["a"]],
      "dòng 2: dòng bắt đầu hội thoại không có ô “Không được hiện”",
    ],
    ["an unknown code", [headings, ["a"], [null, null, "9.999999"]], "dòng 3: không có thủ tục mã 9.999999"],
  ])("%s", async (_, data, said) => {
    const { troubles } = await readSheets(data);
    expect(troubles[0]).toContain(said);
  });

  test("where there are several sheets, the message names the sheet", async () => {
    const { troubles } = await readSheets([headings, ["a"]], [["Tên", "Tuổi"], ["b"]]);
    expect(troubles[0]).toContain("dòng 1: [Trang 2] hàng tiêu đề phải có các cột");
  });

  test("a workbook that would unpack to more than any memory is not unpacked", async () => {
    using at = folder();
    const zip = readZip(await writeWorkbook([headings, ["a"]]).toBuffer());
    if (!zip) throw new Error("no zip");
    const path = join(at.path, "bom.xlsx");
    writeFileSync(path, writeZip(zip, { name: "xl/worksheets/sheet1.xml", text: " ".repeat(60 * 1024 * 1024) }));
    expect((await read(path)).troubles).toEqual([expect.stringContaining("không phải sổ Excel đọc được")]);
  });

  test("a workbook that ends in the middle, and a zip file of something else", async () => {
    using at = folder();
    const whole = await writeWorkbook([headings, ["a"]]).toBuffer();
    for (const [name, bytes] of Object.entries({ "nua.xlsx": whole.subarray(0, whole.length / 2), "rong.xlsx": Buffer.alloc(0) })) {
      writeFileSync(join(at.path, name), bytes);
      expect((await read(join(at.path, name))).troubles).toEqual([expect.stringContaining("không phải sổ Excel đọc được")]);
    }
  });
});
