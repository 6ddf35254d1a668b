import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { publish } from "../../../src/staff/workbook/publish.ts";
import { addRow, type Book, deleteRows, openBook, rowOf, saveBook, type Typed, typeUnder } from "./saved-book.ts";
import { clearAway, exported, filesOf, imported, leave, office, smallContent, stay } from "./small-content.ts";

let folder: string;
let book: Book;
beforeEach(async () => {
  folder = smallContent();
  book = openBook(await exported(folder));
});
afterEach(() => {
  clearAway(folder);
});

const file = (path = stay): string => readFileSync(join(folder, path), "utf8");
/** Somebody else edits a file of the content meanwhile. */
const meanwhile = (from: string, to: string, path = stay): void => {
  expect(file(path)).toContain(from);
  writeFileSync(join(folder, path), file(path).replace(from, to));
};
const edit = async (sheet: string, texts: string[], heading: string, typed: Typed) =>
  typeUnder(book, sheet, { row: await rowOf(book, sheet, ...texts), heading }, typed);
const take = () => imported(folder, saveBook(book), "--write");

describe("somebody else edited the content since the workbook went out", () => {
  test("other places of the same procedure: both edits are there", async () => {
    meanwhile("vi: Tờ khai,", "vi: Tờ khai mới,");
    meanwhile("vi: Nhận trong giờ hành chính.", "vi: Nhận cả thứ bảy.");
    await edit("Giấy tờ", ["consent"], "Tên (tiếng Việt)", "Giấy đồng ý của mẹ");
    await edit("Giấy tờ", ["form"], "Cách nộp", "Xuất trình");
    await addRow(book, "Ghi chú", {
      "Mã thủ tục": "1.000010",
      "Nội dung (tiếng Việt)": "Miễn cho trẻ em.",
      "Nội dung (tiếng Anh)": "Free for children.",
    });
    expect((await take()).code).toBe(0);
    const value = parse(file());
    expect(value.papers.map(({ name, way }: { name: { vi: string }; way: string }) => [name.vi, way])).toEqual([
      ["Tờ khai mới", "show"],
      ["Danh sách, có ký tên", "hand-in"],
      ["Giấy đồng ý của mẹ", "show"],
    ]);
    expect(value.notes.map(({ text }: { text: { vi: string } }) => text.vi)).toEqual(["Nhận cả thứ bảy.", "Miễn cho trẻ em."]);
  });

  test("the same cell: theirs stays and it is said; everything else is taken", async () => {
    meanwhile("vi: Tờ khai,", "vi: Tờ khai của họ,");
    await edit("Giấy tờ", ["form"], "Tên (tiếng Việt)", "Tờ khai của tôi");
    await edit("Thủ tục", ["1.000020"], "Tên thường gọi (tiếng Việt)", "Vắng nhà lâu");
    const { code, said } = await take();
    expect(code).toBe(1);
    expect(said).toContainEqual(
      "1.000010 Khai báo ở nhờ: giấy tờ “Tờ khai của tôi” (form), tên (tiếng việt): tệp của bạn ghi “Tờ khai của tôi”, người khác đã sửa thành “Tờ khai của họ”. Giữ của người kia.",
    );
    expect(file()).toContain("vi: Tờ khai của họ,");
    expect(file(leave)).toContain("vi: Vắng nhà lâu");
  });

  test("the same edit on both sides is no quarrel", async () => {
    meanwhile("vnd: 7000", "vnd: 9000");
    await edit("Mức thu", ["mỗi người"], "Số tiền (đồng)", 9000);
    expect(await take()).toEqual({ code: 0, said: ["Không có gì thay đổi."] });
  });

  test("amounts, which have no ids, are taken or kept all together", async () => {
    meanwhile("vnd: 10000", "vnd: 11000");
    await edit("Mức thu", ["mỗi người"], "Số tiền (đồng)", 9000);
    const { code, said } = await take();
    expect([code, said[0]]).toEqual([1, "1.000010 Khai báo ở nhờ: Mức thu: người khác cũng đã sửa. Giữ của người kia."]);
    expect(parse(file()).fee.amounts.map(({ vnd }: { vnd: number }) => vnd)).toEqual([7000, 11000]);
  });

  test("a paper that one side took out stays out only if the other left it alone", async () => {
    meanwhile("vi: Ghi đủ từng người.", "vi: Ghi đủ mọi người.");
    deleteRows(book, "Giấy tờ", await rowOf(book, "Giấy tờ", "list"), await rowOf(book, "Giấy tờ", "consent"));
    const { code, said } = await take();
    expect([code, said.filter((line) => line.includes("giấy tờ"))]).toEqual([
      1,
      [
        "1.000010 Khai báo ở nhờ: bỏ giấy tờ “Giấy đồng ý” (consent)",
        "1.000010 Khai báo ở nhờ: giấy tờ “Danh sách, có ký tên” (list): người khác cũng đã sửa. Giữ của người kia.",
      ],
    ]);
    expect(parse(file()).papers.map(({ id }: { id: string }) => id)).toEqual(["form", "list"]);
  });

  test("both sides set another order: theirs stays; only one side: it is taken, new papers of the other side included", async () => {
    const swapped = parse(file());
    swapped.papers.push({ id: "photo", name: { vi: "Ảnh", en: "Photo" }, way: "hand-in" });
    writeFileSync(join(folder, stay), JSON.stringify(swapped));
    await edit("Giấy tờ", ["form"], "Thứ tự", 9);
    expect((await take()).code).toBe(0);
    expect(parse(file()).papers.map(({ id }: { id: string }) => id)).toEqual(["list", "consent", "photo", "form"]);
    expect((await take()).said).toEqual(["Không có gì thay đổi."]);
  });

  test("a procedure that is gone: its rows are passed over, an edit of it is refused", async () => {
    rmSync(join(folder, leave));
    expect((await take()).said).toEqual(["Không có gì thay đổi."]);
    await edit("Giấy tờ", ["1.000020"], "Tên (tiếng Việt)", "Khác");
    expect(await take()).toMatchObject({
      code: 1,
      said: [expect.stringMatching(/^Giấy tờ!A\d: Nội dung không còn 1\.000020/), expect.anything()],
    });
  });
});

describe("writing", () => {
  test("a file that changed between reading and writing stops all of it", () => {
    const before = filesOf(folder);
    const files = [
      { path: office, before: file(office), after: "id: x\n" },
      { path: stay, before: "something older", after: "codes: []\n" },
    ];
    expect(publish(folder, files)).toEqual({ changedMeanwhile: stay });
    expect(filesOf(folder)).toEqual(before);
  });

  test("when the disk refuses one file the others are as before, and nothing is left lying about", () => {
    const before = filesOf(folder);
    const files = [
      { path: office, before: file(office), after: "id: x\n" },
      { path: "provinces/thu.yaml/below-a-file.yaml", before: "", after: "x\n" },
    ];
    expect(() => publish(folder, files)).toThrow();
    expect(filesOf(folder)).toEqual(before);
  });
});
