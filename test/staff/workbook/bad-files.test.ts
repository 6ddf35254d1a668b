import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Editing, startEditing } from "./editing.ts";
import { arrangeRows, editPart, openBook, partOf, type as typeInto } from "./saved-book.ts";
import { clearAway } from "./small-content.ts";

let desk: Editing;
beforeEach(async () => {
  desk = await startEditing();
});
afterEach(() => {
  clearAway(desk.folder);
});

const bytes = (content: Uint8Array | string): string => {
  const path = join(desk.folder, "../bad.xlsx");
  writeFileSync(path, content);
  return path;
};

describe("files that are no workbook", () => {
  test("another file, an empty one, a torn one, an old .xls and one with a password", async () => {
    const whole = readFileSync(desk.book.path);
    expect(await desk.refused(bytes("code,name\n"))).toEqual([expect.stringContaining("không phải tệp Excel")]);
    expect(await desk.refused(bytes(""))).toEqual([expect.stringContaining("không phải tệp Excel")]);
    expect(await desk.refused(bytes(whole.subarray(0, whole.length / 2)))).toEqual([expect.stringContaining("hỏng")]);
    expect(await desk.refused(bytes(zipSync({ "word/document.xml": strToU8("<w/>") })))).toEqual([
      expect.stringContaining("không phải tệp Excel"),
    ]);
    const old = Buffer.from("d0cf11e0a1b11ae1", "hex");
    expect(await desk.refused(bytes(old))).toEqual([expect.stringContaining(".xls kiểu cũ")]);
    const locked = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await desk.refused(bytes(locked))).toEqual([expect.stringContaining("mật khẩu")]);
  });

  test("a file of more than 50 MB, a small one that would unpack to gigabytes, and one that lies about it", async () => {
    expect(await desk.refused(bytes(Buffer.alloc(50_000_001)))).toEqual([expect.stringContaining("50 MB")]);
    const bomb = Buffer.from(zipSync({ "xl/workbook.xml": new Uint8Array(20_000_000) }));
    const declared = bomb.lastIndexOf(Buffer.from("504b0102", "hex")) + 24;
    bomb.writeUInt32LE(0x7fff_ffff, declared);
    expect(await desk.refused(bytes(bomb))).toEqual([expect.stringContaining("400 MB")]);
    bomb.writeUInt32LE(100, declared);
    expect(await desk.refused(bytes(bomb))).toEqual([expect.stringContaining("export")]);
  });

  test("a part that is no XML, and a cell typed at the far end of a sheet", async () => {
    editPart(desk.book, "xl/sharedStrings.xml", (xml) => xml.slice(0, 300));
    expect((await desk.refused())[0]).toMatch(/Không đọc được|đã bị sửa/);
    desk.book = openBook(desk.book.path);
    editPart(desk.book, partOf(desk.book, "Giấy tờ"), (xml) =>
      xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    );
    expect(await desk.refused()).toEqual([expect.stringContaining("Giấy tờ có chữ ở rất xa")]);
  });

  test("a hidden sheet that somebody changed", async () => {
    editPart(desk.book, partOf(desk.book, "motcua"), (xml) => xml.replace(/<row r="3".*?<\/row>/s, ""));
    expect(await desk.refused()).toEqual([expect.stringContaining("Trang ẩn")]);
  });
});

describe("sheets and headings", () => {
  test("a sheet that is missing, renamed, hidden or not ours", async () => {
    editPart(desk.book, "xl/workbook.xml", (xml) =>
      xml.replace('name="Ghi chú"', 'name="Ghi chú cũ"').replace('name="Mức thu"', 'name="mức thu" state="hidden"'),
    );
    const said = await desk.refused();
    expect(said).toContainEqual(expect.stringMatching(/^Ghi chú: Thiếu trang này/));
    expect(said).toContainEqual("Ghi chú cũ: trang này không phải của bảng, được bỏ qua.");
    expect(said).toContainEqual("mức thu: trang này đang ẩn, vẫn được đọc.");
  });

  test("a heading that is renamed, missing or there twice; a column of somebody's own is passed over", async () => {
    const at = await desk.edit("Giấy tờ", ["Mã riêng"], "Cách nộp", "Nộp thế nào");
    const twice = await desk.edit("Ghi chú", ["Mã riêng"], "Chỉ khi", "Thứ tự");
    const said = await desk.refused();
    expect(said).toContain(`Giấy tờ!${at}: cột “nộp thế nào” không phải của bảng, được bỏ qua.`);
    expect(said).toContainEqual(expect.stringMatching(/^Giấy tờ: Thiếu cột “Cách nộp”/));
    expect(said).toContainEqual(expect.stringContaining(`Ghi chú!${twice}: Có hai cột “Thứ tự”`));
    desk.book = openBook(desk.book.path);
    typeInto(desk.book, "Thời hạn", "K1", "Ý kiến");
    typeInto(desk.book, "Thời hạn", "K2", "xem lại");
    expect(await desk.taken()).toEqual(["Thời hạn!K1: cột “ý kiến” không phải của bảng, được bỏ qua.", "Không có gì thay đổi."]);
  });

  test("merged cells are refused with their range", async () => {
    editPart(desk.book, partOf(desk.book, "Giấy tờ"), (xml) =>
      xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="E2:E3"/></mergeCells>'),
    );
    expect(await desk.refused()).toContainEqual(expect.stringMatching(/^Giấy tờ!E2:E3: .*gộp/));
  });

  test("empty rows, columns in another order and a sheet that somebody sorted change nothing", async () => {
    for (const sheet of ["Giấy tờ", "Câu hỏi", "Mức thu", "Tên gọi", "Thủ tục"])
      arrangeRows(desk.book, sheet, ([head = "", ...rows]) => [head, ...rows.toReversed().flatMap((row) => [row, '<row r="1"></row>'])]);
    expect(await desk.taken()).toEqual(["Không có gì thay đổi."]);
  });
});

describe("workbooks that other programs saved", () => {
  const each = (change: (xml: string) => string): void => {
    for (const part of Object.keys(desk.book.parts).filter((name) => name.startsWith("xl/worksheets/sheet")))
      desk.book.parts[part] = strToU8(change(strFromU8(desk.book.parts[part] ?? new Uint8Array())));
  };

  test("LibreOffice: paths from the root, a visible state, numbers with their type, its own attributes of formulas", async () => {
    editPart(desk.book, "xl/_rels/workbook.xml.rels", (xml) => xml.replaceAll('Target="worksheets', 'Target="/xl/worksheets'));
    editPart(desk.book, "xl/workbook.xml", (xml) => xml.replaceAll(/(<sheet (?![^>]*state)[^>]*?)\/>/g, '$1 state="visible"/>'));
    each((xml) =>
      xml
        .replaceAll(/<c r="(\w+)" s="(\d+)"><v>/g, '<c r="$1" s="$2" t="n"><v>')
        .replaceAll("<sheetData>", '<sheetFormatPr defaultRowHeight="12.8"/><sheetData>'),
    );
    await desk.edit("Giấy tờ", ["form"], "Tên (tiếng Việt)", { formula: "E3", result: "Tờ khai mới" });
    expect(await desk.taken()).toContainEqual(expect.stringContaining("“Tờ khai” → “Tờ khai mới”"));
  });

  test("Google: a thousand empty rows with a format, texts in runs, rows without their numbers' spans", async () => {
    const empty = Array.from(
      { length: 900 },
      (_, row) => `<row r="${row + 100}"><c r="A${row + 100}" s="5"/><c r="B${row + 100}" s="5"/></row>`,
    ).join("");
    each((xml) => xml.replace("</sheetData>", `${empty}</sheetData>`));
    editPart(desk.book, "xl/sharedStrings.xml", (xml) =>
      xml.replace("<t>Giấy đồng ý</t>", "<r><t>Giấy </t></r><r><rPr/><t>đồng ý</t></r>"),
    );
    expect(await desk.taken()).toEqual(["Không có gì thay đổi."]);
  });

  test("a prefix on every tag", async () => {
    each((xml) =>
      xml
        .replaceAll(/<(\/?)(\w+)(?=[\s/>])/g, "<$1x:$2")
        .replace("<x:worksheet ", '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '),
    );
    expect(await desk.taken()).toEqual(["Không có gì thay đổi."]);
  });
});
