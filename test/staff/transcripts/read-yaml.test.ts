import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder, read } from "./desk.ts";

/** Reads this text as a file of conversations. */
async function readText(text: string | Buffer, name = "mau.yaml") {
  using at = folder();
  writeFileSync(join(at.path, name), text);
  return read(join(at.path, name));
}

describe("a YAML file that staff wrote", () => {
  test("has conversations with what the heading sets, and steps with their wishes", async () => {
    const { found, troubles } = await readText(`
- Hội thoại: Mất căn cước
  Tiếng: Anh
  Tỉnh: Hà Nam cũ # no province of the content is called so
- Người dân nói: làm lại
`);
    expect(troubles).toEqual(["tệp, dòng 2: không có tỉnh “Hà Nam cũ” trong nội dung. Các tỉnh có: Lạng Sơn, Ninh Bình."]);
    expect(found).toEqual([]);
    const good = await readText(`
- hoi thoai: Mất căn cước
  tieng: Anh
  tinh: tỉnh Lạng Sơn
  ngay: 22/11/2026
- nguoi dan noi: mất căn cước
  phai hien: thẻ thủ tục; 2.001194; "câu hỏi"; [Chuẩn bị giấy tờ]; 35.000 đồng
  khong duoc hien: chua hieu
  ghi chu: chỉ để đọc
`);
    expect(good.troubles).toEqual([]);
    expect(good.found).toMatchObject([{ name: "Mất căn cước", language: "en", province: "lang-son", date: "2026-11-22", row: 2 }]);
    expect(good.found[0]?.steps[0]?.wishes.map(({ is, wanted, text }) => ({ is, wanted, text }))).toEqual([
      { is: "screen", wanted: true, text: "thẻ thủ tục" },
      { is: "code", wanted: true, text: "2.001194" },
      { is: "phrase", wanted: true, text: "“câu hỏi”" },
      { is: "button", wanted: true, text: "[Chuẩn bị giấy tờ]" },
      { is: "phrase", wanted: true, text: "35.000 đồng" },
      { is: "screen", wanted: false, text: "chua hieu" },
    ]);
  });

  test("English headings do as well, and a file without a heading row is one conversation named like the file", async () => {
    const { found, troubles } = await readText("- citizen says: passport\n  must show: procedure card\n  must not show: menu\n");
    expect(troubles).toEqual([]);
    expect(found).toMatchObject([
      { name: "mau", language: "vi", steps: [{ says: "passport", wishes: [{ kind: "card" }, { kind: "menu" }] }] },
    ]);
  });

  test("a button may stand in brackets without quotes, and a cell may be a list", async () => {
    const { found, troubles } = await readText("- Người dân nói: [Có, còn hạn]\n  Phải hiện:\n    - a; b\n    - c\n");
    expect(troubles).toEqual([]);
    expect(found[0]?.steps[0]).toMatchObject({ says: "[Có, còn hạn]", wishes: [{ words: "a" }, { words: "b" }, { words: "c" }] });
  });

  test("a row without what she says goes on with the expectations of the row above, before the first it looks at the welcome", async () => {
    const { found } = await readText("- Phải hiện: lời chào\n- Người dân nói: a\n  Phải hiện: b\n-\n- Không được hiện: c\n");
    expect(found[0]?.steps.map(({ says, wishes }) => ({ says, rows: wishes.map(({ row }) => row) }))).toEqual([
      { says: undefined, rows: [1] },
      { says: "a", rows: [2, 5] },
    ]);
  });

  test("the mark and the line ends of Windows make no difference", async () => {
    const { found, troubles } = await readText("\uFEFF- Người dân nói: a\r\n  Phải hiện: b\r\n- Người dân nói: c\r\n");
    expect(troubles).toEqual([]);
    expect(found[0]?.steps.map(({ row, says }) => ({ row, says }))).toEqual([
      { row: 1, says: "a" },
      { row: 3, says: "c" },
    ]);
  });
});

describe("a YAML file that is not in order gets one clear line a mistake", () => {
  test.each([
    ["nothing in it", "", "dòng 1: tệp này chưa có hội thoại nào."],
    ["empty rows only", "-\n-\n", "dòng 1: tệp này chưa có hội thoại nào."],
    ["a conversation without a step", "- Hội thoại: A\n- Hội thoại: B\n- Người dân nói: b\n", "dòng 1: hội thoại “A” chưa có lượt nào."],
    ["a wrong heading", "- Dân hỏi: a\n", "dòng 1: không có cột “Dân hỏi”. Các cột là: Người dân nói, Phải hiện, Không được hiện."],
    ["text where a list belongs", "làm hộ chiếu\n", "dòng 1: tệp YAML phải là danh sách"],
    ["a map where a list belongs", "Người dân nói: a\n", "dòng 1: tệp YAML phải là danh sách"],
    ["a step without columns", "- Người dân nói: a\n- làm hộ chiếu\n", "dòng 2: lượt này thiếu tên cột"],
    ["a map in a cell", "- Người dân nói: { a: b }\n", "dòng 1: ô “Người dân nói” phải là chữ"],
    ["a tab", "- Người dân nói: a\n\tPhải hiện: b\n", "dòng 2: "],
    ["words behind a button", "- Người dân nói: a\n  Phải hiện: [A]; b\n", "dòng 2: YAML ở đây viết chưa đúng"],
    ["a column twice", "- Người dân nói: a\n  Phải hiện: b\n  Phải hiện: c\n", "dòng 3: mục này được viết hai lần"],
    ["an alias without an anchor", "- Người dân nói: *a\n", "hội thoại mẫu không dùng & và *"],
    ["a YAML bomb", `- &a [x, x]\n- &b [*a, *a]\n- *b\n`, "dòng 1: lượt này thiếu tên cột"],
    ["an unknown code", "- Người dân nói: a\n- Phải hiện: 9.999999\n", "dòng 2: không có thủ tục mã 9.999999"],
    ["a code that lost a digit", "- Người dân nói: a\n  Phải hiện: 1.00119\n", "dòng 1: không có thủ tục mã 1.00119"],
    ["an unknown setting", "- Hội thoại: A\n  Xã: B\n- Người dân nói: a\n", "dòng 1: dòng tiêu đề hội thoại chỉ nhận"],
    ["expectations in the heading row", "- Hội thoại: A\n  Phải hiện: b\n- Người dân nói: a\n", "không có ô “Phải hiện”"],
    ["an unknown language", "- Hội thoại: A\n  Tiếng: Pháp\n- Người dân nói: a\n", "“Pháp” không phải tiếng Một Cửa biết"],
    ["a day that does not exist", "- Hội thoại: A\n  Ngày: 31/02/2026\n- Người dân nói: a\n", "“31/02/2026” không phải một ngày"],
  ])("%s", async (_, text, said) => {
    const { troubles } = await readText(text);
    expect(troubles[0]).toContain(said);
  });

  test("what is right beside it is still read", async () => {
    const { found, troubles } = await readText("- Hội thoại: A\n- Phải hiện: 9.999999\n- Hội thoại: B\n- Người dân nói: b\n");
    expect(troubles).toHaveLength(1);
    expect(found.map(({ name }) => name)).toEqual(["B"]);
  });

  test.each([
    ["UTF-16", Buffer.from("\uFEFF- Người dân nói: a\n", "utf16le"), "mau.yaml", "không phải chữ UTF-8"],
    ["bytes that are no text", Buffer.from([0x2d, 0x20, 0xff, 0xfe, 0x00]), "mau.yaml", "không phải chữ UTF-8"],
    ["Windows-1258", Buffer.from([0x2d, 0x20, 0xd0, 0xf5]), "mau.yml", "không phải chữ UTF-8"],
    ["another kind of file", "a", "mau.docx", "hội thoại mẫu là tệp .yaml hoặc .xlsx"],
    ["an old Excel file", "a", "mau.xls", "lưu thành .xlsx"],
    ["text named like a workbook", "Người dân nói", "mau.xlsx", "không phải sổ Excel đọc được"],
    ["a file of 6 MB", Buffer.alloc(6 * 1024 * 1024, "a"), "mau.yaml", "quá lớn"],
  ])("%s", async (_, content, name, said) => {
    const { troubles } = await readText(content, name);
    expect(troubles).toEqual([expect.stringContaining(`tệp, dòng 1: `)]);
    expect(troubles[0]).toContain(said);
  });

  test("a file that is not there, and a folder", async () => {
    using at = folder();
    expect((await read(join(at.path, "khong-co.yaml"))).troubles[0]).toContain("không đọc được tệp này (ENOENT)");
    expect((await read(join(at.path, "..", "khong-co", "a.xlsx"))).troubles[0]).toContain("ENOENT");
  });
});
