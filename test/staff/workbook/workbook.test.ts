import { copyFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { addRow, type Book, deleteRows, openBook, rowOf, saveBook, typeUnder, valuesOf } from "./saved-book.ts";
import { clearAway, exported, exporting, filesOf, imported, leave, names, office, smallContent, stay } from "./small-content.ts";

let folder: string;
let book: Book;
beforeEach(async () => {
  folder = smallContent();
  book = openBook(await exported(folder));
});

afterEach(() => {
  clearAway(folder);
});

const contentOf = (path: string): string => readFileSync(join(folder, path), "utf8");
const procedure = (
  path = stay,
): { papers: { id: string }[]; questions: { id: string; answers: { id: string }[] }[] } & Record<string, unknown> => parse(contentOf(path));
const take = () => imported(folder, saveBook(book), "--write");
const edit = async (sheet: string, texts: string[], heading: string, typed: Parameters<typeof typeUnder>[3]) =>
  typeUnder(book, sheet, { row: await rowOf(book, sheet, ...texts), heading }, typed);

describe("there and back without an edit", () => {
  test("says that nothing changes and changes no byte, for the whole of content/", async () => {
    const whole = join(mkdtempSync(join(tmpdir(), "workbook-")), "content");
    cpSync("content", whole, { recursive: true });
    const before = filesOf(whole);
    const path = await exported(whole);
    expect(await imported(whole, path, "--write")).toEqual({ code: 0, said: ["Không có gì thay đổi."] });
    expect(filesOf(whole)).toEqual(before);
    clearAway(whole);
  });

  test("also in English, and for some fields, codes or a province only", async () => {
    for (const words of [["cu-tru"], ["1.000021"], ["thu"], ["1.001190", "1.000010"]])
      expect((await imported(folder, await exported(folder, words, "en"))).said).toEqual(["Không có gì thay đổi."]);
    const few = openBook(await exported(folder, ["1.000021"]));
    expect(await valuesOf(few, "Thủ tục")).toHaveLength(2);
    expect(await valuesOf(few, "Cơ quan")).toHaveLength(1);
  });

  test("an unknown word, a file that is there and broken content are refused", async () => {
    expect(await exporting(folder, ["không-có"])).toMatchObject({ code: 1, said: [expect.stringContaining("cu-tru, bo-thu, thu")] });
    expect(await exporting(folder, ["--to", book.path])).toMatchObject({ code: 1, said: [expect.stringContaining("--to")] });
    writeFileSync(join(folder, office), "id: [");
    expect(await exporting(folder, ["--to", join(folder, "x.xlsx")])).toMatchObject({ code: 1 });
    expect(await imported(folder, book.path)).toMatchObject({ code: 1 });
  });
});

describe("what the workbook shows", () => {
  test("codes and texts are text, amounts numbers, days days, closed values in words, conditions by their ids", async () => {
    const [head = [], first = []] = await valuesOf(book, "Mức thu");
    const cell = (heading: string): string => first[head.indexOf(heading)] ?? "";
    expect([cell("Mã thủ tục"), cell("Số tiền (đồng)"), cell("Chỉ khi")]).toEqual(["1.000010", "7000", "who = self"]);
    expect(cell("Chỉ khi, đọc thành lời (chỉ để đọc)")).toBe("Bạn khai cho ai? → Cho tôi, hoặc gia đình tôi");
    const [, stayRow = [], leaveRow = []] = await valuesOf(book, "Thủ tục");
    expect(stayRow).toContain("Có mức thu");
    expect(leaveRow).toEqual(expect.arrayContaining(["1.000021", "Miễn phí", "Không", "Nguyễn Lan"]));
    expect((await valuesOf(book, "Câu hỏi")).slice(1).map((row) => row.slice(2, 6))).toEqual([
      ["Câu hỏi", "1", "who", ""],
      ["Câu trả lời", "1", "who", "self"],
      ["Câu trả lời", "2", "who", "list"],
      ["Câu hỏi", "2", "age", ""],
      ["Câu trả lời", "1", "age", "minor"],
      ["Câu trả lời", "2", "age", "adult"],
    ]);
  });

  test("headings are frozen, values have drop-downs, cells have notes, and a new row keeps codes as text", () => {
    const sheet = new TextDecoder().decode(book.parts["xl/worksheets/sheet5.xml"]);
    expect(sheet).toContain('<pane ySplit="1" xSplit="4"');
    expect(sheet).toContain('<formula1>"Nộp,Xuất trình,Điền trực tuyến"</formula1>');
    expect(sheet).toContain("<formula1>'Thủ tục'!$A$2:$A$3</formula1>");
    expect(sheet).toContain('prompt="Mã câu hỏi = câu trả lời');
    expect(sheet.match(/prompt="[^"]{256,}"/)).toBeNull();
    const column = /<col min="4" max="4"[^>]* style="(\d+)"/.exec(sheet)?.[1];
    const styles = new TextDecoder().decode(book.parts["xl/styles.xml"]);
    const asText = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
    const formats = /<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0].match(/<xf [^>]*>/g) ?? [];
    expect(formats[Number(column)]).toContain(`numFmtId="${asText}"`);
  });
});

describe("edits come back", () => {
  test("in words, one line a change, and nothing is written without --write", async () => {
    await edit("Mức thu", ["mỗi người"], "Số tiền (đồng)", 15000);
    await edit("Thủ tục", ["1.000020"], "Lệ phí", "hỏi nơi nhận hồ sơ ");
    await edit("Giấy tờ", ["consent"], "Tên (tiếng Việt)", "Giấy đồng ý của cha mẹ");
    await edit("Thủ tục", ["1.000010"], "Ngày cần xem lại", "1/2/2028");
    const before = filesOf(folder);
    expect(await imported(folder, saveBook(book))).toEqual({
      code: 0,
      said: [
        "1.000010 Khai báo ở nhờ: ngày cần xem lại: “31/01/2027” → “01/02/2028”",
        "1.000010 Khai báo ở nhờ: mức thu 15.000 đồng “mỗi người”, số tiền (đồng): “7.000 đồng” → “15.000 đồng”",
        "1.000010 Khai báo ở nhờ: giấy tờ “Giấy đồng ý của cha mẹ” (consent), tên (tiếng việt): “Giấy đồng ý” → “Giấy đồng ý của cha mẹ”",
        "1.000020 Khai báo tạm vắng: lệ phí: “Miễn phí” → “Hỏi nơi nhận hồ sơ”",
        "Sẽ đổi 2 mục như trên. Chưa ghi gì: đồng ý thì chạy lại với --write.",
      ],
    });
    expect(filesOf(folder)).toEqual(before);
  });

  test("with --write only the lines that changed are other lines", async () => {
    const before = contentOf(stay);
    await edit("Mức thu", ["mỗi người"], "Số tiền (đồng)", 15000);
    await edit("Giấy tờ", ["list"], "Tên (tiếng Việt)", "  Danh sách,   có ký tên và ngày\n");
    expect((await take()).said.at(-1)).toBe("Đã ghi 1 tệp, 1 mục.");
    expect(contentOf(stay)).toBe(before.replace("vnd: 7000", "vnd: 15000").replace("có ký tên", "có ký tên và ngày"));
  });

  test("a paper is added without an id, one is moved between two others, one goes with what led to it", async () => {
    await addRow(book, "Giấy tờ", {
      "Mã thủ tục": "1.000010",
      "Tên (tiếng Việt)": "Giấy của trường học nơi học",
      "Tên (tiếng Anh)": "A school paper",
      "Cách nộp": "Xuất trình",
      "Bản sao": "1",
      "Chỉ khi": "age = Dưới 18 | adult và who = SELF",
    });
    await edit("Giấy tờ", ["consent"], "Thứ tự", "1,5");
    deleteRows(book, "Giấy tờ", await rowOf(book, "Giấy tờ", "list"));
    const { said } = await take();
    expect(said).toContain("1.000010 Khai báo ở nhờ: thêm giấy tờ “Giấy của trường học nơi học” (giay-cua-truong-hoc)");
    expect(said).toContain("1.000010 Khai báo ở nhờ: bỏ giấy tờ “Danh sách, có ký tên” (list)");
    expect(procedure().papers.map(({ id }) => id)).toEqual(["form", "consent", "giay-cua-truong-hoc"]);
    expect(procedure().papers[2]).toEqual({
      id: "giay-cua-truong-hoc",
      name: { vi: "Giấy của trường học nơi học", en: "A school paper" },
      way: "show",
      counts: { copy: 1 },
      when: { all: { age: ["minor", "adult"], who: ["self"] } },
    });
    expect(procedure()["rows"]).toEqual({
      "00000001": "paper:form",
      "00000002": "question:who",
      "00000003": expect.stringMatching(/^omitted: .{10}/),
    });
    expect(contentOf(stay)).toContain("# Written by hand; the comments are to stay.");
  });

  test("a question with its answers is added, an answer is added, and both get ids", async () => {
    const base = { "Mã thủ tục": "1.000010" };
    const text = (vi: string) => ({ "Câu hỏi hoặc câu trả lời (tiếng Việt)": vi, "Câu hỏi hoặc câu trả lời (tiếng Anh)": "x" });
    await addRow(book, "Câu hỏi", {
      ...base,
      "Dòng này là": "câu hỏi",
      ...text("Ở bao lâu?"),
      "Gợi ý (tiếng Việt)": "Tính cả năm.",
      "Gợi ý (tiếng Anh)": "y",
    });
    await addRow(book, "Câu hỏi", { ...base, "Dòng này là": "câu trả lời", ...text("Dưới 1 tháng") });
    await addRow(book, "Câu hỏi", { ...base, "Dòng này là": "câu trả lời", ...text("Lâu hơn") });
    await addRow(book, "Câu hỏi", { ...base, "Dòng này là": "câu trả lời", "Mã câu hỏi": "who", "Thứ tự": "0", ...text("Người khác") });
    expect((await take()).code).toBe(0);
    expect(procedure().questions.map(({ id, answers }) => [id, ...answers.map((answer) => answer.id)])).toEqual([
      ["who", "nguoi-khac", "self", "list"],
      ["age", "minor", "adult"],
      ["o-bao-lau", "duoi-1-thang", "lau-hon"],
    ]);
  });

  test("names: of a guided procedure, of one with everyday names, of one that had none", async () => {
    const name = (code: string, alias: string, language = "Tiếng Việt") =>
      addRow(book, "Tên gọi", { "Mã thủ tục": code, "Ngôn ngữ": language, "Người dân gọi là": alias });
    await name("1.000021", "đi xa nhà");
    await name("1.001200", "trả lại thẻ, bỏ thẻ");
    await name("1.001193", "đổi thẻ");
    await edit("Tên gọi", ["xin thẻ"], "Người dân gọi là", "xin cấp thẻ");
    deleteRows(book, "Tên gọi", await rowOf(book, "Tên gọi", "get a card"));
    expect((await take()).code).toBe(0);
    expect(contentOf(names)).toBe(
      '"1.001190": { vi: [làm thẻ, xin cấp thẻ] }\n"1.001193": { vi: [đổi thẻ] }\n"1.001200": { vi: ["trả lại thẻ, bỏ thẻ"] }\n',
    );
    expect(contentOf(leave)).toContain("    - tạm vắng\n    - đi xa nhà\n");
  });

  test("a province, and a fee that becomes free", async () => {
    await edit("Cơ quan", ["thu"], "Các cấp có làm", "Xã; tỉnh, bộ");
    await edit("Cơ quan", ["thu"], "Tên cũ, mỗi dòng một tên", "Thử Đông\nThử Tây");
    await edit("Cơ quan", ["thu"], "Đường dây hỗ trợ", 18001097);
    await edit("Thủ tục", ["1.000010"], "Lệ phí", "Miễn phí");
    deleteRows(book, "Mức thu", 2, 3);
    expect((await take()).code).toBe(0);
    expect(parse(contentOf(office))).toMatchObject({
      levels: ["commune", "province", "ministry"],
      hotline: "18001097",
      formerNames: ["Thử Đông", "Thử Tây"],
    });
    expect(contentOf(office)).toContain('# from the foot of the page\nhotline: "18001097"');
    expect(procedure()["fee"]).toEqual({ kind: "free" });
  });

  test("a procedure whose row was taken out is left alone with all its rows", async () => {
    deleteRows(book, "Thủ tục", await rowOf(book, "Thủ tục", "1.000020"));
    deleteRows(book, "Giấy tờ", await rowOf(book, "Giấy tờ", "1.000020"));
    expect((await imported(folder, saveBook(book))).said).toEqual([
      "1 thủ tục hoặc tỉnh không còn dòng trên trang của mình, được để yên.",
      "Không có gì thay đổi.",
    ]);
  });

  test("a workbook that did not come from the export is not taken for one", async () => {
    const other = join(folder, "other.xlsx");
    const { default: writeExcelFile } = await import("write-excel-file/node");
    await writeExcelFile([["a", "b"]]).toFile(other);
    expect(await imported(folder, other)).toMatchObject({ code: 1, said: [expect.stringContaining("export")] });
    copyFileSync(book.path, join(folder, "book.xls"));
    expect((await imported(folder, join(folder, "book.xls"))).code).toBeUndefined();
    expect((await imported(folder, join(folder, "missing.xlsx"))).code).toBe(1);
  });
});
