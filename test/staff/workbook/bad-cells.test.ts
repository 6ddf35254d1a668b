import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Editing, startEditing } from "./editing.ts";
import { addRow, columnOf, deleteRows, editPart, openBook, partOf, rowOf, type Typed } from "./saved-book.ts";
import { clearAway, exported, filesOf, stay } from "./small-content.ts";

let desk: Editing;
beforeEach(async () => {
  desk = await startEditing();
});
afterEach(() => {
  clearAway(desk.folder);
});

describe("cells", () => {
  test("a formula counts by its result; without a result, or with an error, its cell is named", async () => {
    await desk.edit("Giấy tờ", ["consent"], "Tên (tiếng Việt)", { formula: '"Giấy "&"đồng ý"', result: "Giấy đồng ý" });
    expect(await desk.taken()).toEqual(["Không có gì thay đổi."]);
    const at = await desk.edit("Giấy tờ", ["list"], "Tên (tiếng Anh)", { formula: "A1" });
    const broken = await columnOf(desk.book, "Giấy tờ", "Mẫu đơn");
    editPart(desk.book, partOf(desk.book, "Giấy tờ"), (xml) =>
      xml.replace(new RegExp(`<c r="${broken}2"[^>]*?(/>|>.*?</c>)`), `<c r="${broken}2" t="e"><v>#REF!</v></c>`),
    );
    const said = await desk.refused();
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^Giấy tờ!${at}: Ô có công thức`)));
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^Giấy tờ!${broken}2: Ô báo lỗi`)));
  });

  test("a code that Excel made a number is the code again where that is certain", async () => {
    for (const [code, typed] of [
      ["1.001193", { digits: "1.0011930000000001" }],
      ["1.001190", { digits: "1.00119" }],
      ["1.001200", { digits: "1001200" }],
      ["1.001193", " ’1,001193”"],
    ] as [string, Typed][]) {
      await addRow(desk.book, "Tên gọi", { "Mã thủ tục": typed, "Ngôn ngữ": "vi", "Người dân gọi là": `tên ${JSON.stringify(typed)}` });
      expect(await desk.taken()).toContainEqual(expect.stringMatching(new RegExp(`^${code} .*thêm tên gọi`)));
    }
  });

  test("a code that may have been another is refused with its cell", async () => {
    for (const typed of [{ digits: "1.0015" }, { digits: "1.00119312" }, "1.00119", "1.0O1193", "x"] as Typed[]) {
      desk.book = openBook(await exported(desk.folder));
      const row = await addRow(desk.book, "Tên gọi", { "Mã thủ tục": typed, "Ngôn ngữ": "Tiếng Việt", "Người dân gọi là": "tên mới" });
      expect(await desk.refused()).toContainEqual(expect.stringMatching(new RegExp(`^Tên gọi!A${row}: .*Excel đã đổi mã thành số`)));
    }
  });

  test("days: as a day, as the number that Excel counts, as they are written here; not as a day that does not exist", async () => {
    for (const [typed, day] of [
      [47150, "2029-02-01"],
      ["2/3/2029", "2029-03-02"],
      ["2029-04-01", "2029-04-01"],
      [{ digits: "47300.75" }, "2029-07-01"],
    ] as [Typed, string][]) {
      await desk.edit("Thủ tục", ["1.000010"], "Ngày cần xem lại", typed);
      await desk.taken();
      expect(parse(desk.file(stay)).source.review).toBe(day);
      desk.book = openBook(await exported(desk.folder));
    }
    desk.before = filesOf(desk.folder);
    for (const typed of ["31/02/2029", "tháng 3", 3] as Typed[]) {
      const at = await desk.edit("Thủ tục", ["1.000010"], "Ngày cần xem lại", typed);
      expect(await desk.refused()).toContainEqual(expect.stringMatching(new RegExp(`^Thủ tục!${at}: .*không phải ngày có thật`)));
    }
  });

  test("a date or a yes/no where words belong, a number with a lost zero, money that may be a thousandth", async () => {
    const date = await desk.edit("Mức thu", ["mỗi người"], "Thu cho việc gì (tiếng Việt)", { digits: "47150", style: 's="99"' });
    editPart(desk.book, "xl/styles.xml", (xml) => xml.replace("</cellXfs>", `${'<xf numFmtId="14"/>'.repeat(120)}</cellXfs>`));
    const phone = await desk.edit("Cơ quan", ["thu"], "Đường dây hỗ trợ", 912345678);
    const money = await desk.edit("Mức thu", ["mỗi người trong danh sách"], "Số tiền (đồng)", 15);
    const said = await desk.refused();
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^Mức thu!${date}: Excel đã đổi chữ`)));
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^Cơ quan!${phone}: .*số 0 ở đầu`)));
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^Mức thu!${money}: “15” chưa rõ`)));
    desk.book = openBook(desk.book.path);
    await desk.edit("Mức thu", ["mỗi người"], "Số tiền (đồng)", "15.000 đồng");
    await desk.edit("Mức thu", ["mỗi người trong danh sách"], "Số tiền (đồng)", "500đ");
    await desk.taken();
    expect(parse(desk.file(stay)).fee.amounts.map(({ vnd }: { vnd: number }) => vnd)).toEqual([15000, 500]);
  });

  test("white space, invisible signs and quotes that came along with ids change nothing; in sentences quotes stay", async () => {
    await desk.edit("Giấy tờ", ["consent"], "Tên (tiếng Việt)", "\u00a0Giấy  đồng\u200b ý ".normalize("NFD"));
    await desk.edit("Giấy tờ", ["list"], "Mã riêng", " “list” ");
    await desk.edit("Giấy tờ", ["form"], "Cách nộp", "NỘP ");
    expect(await desk.taken()).toEqual(["Không có gì thay đổi."]);
    await desk.edit("Giấy tờ", ["consent"], "Tên (tiếng Việt)", "Giấy “đồng ý”");
    await desk.taken();
    expect(desk.file(stay)).toContain("vi: Giấy “đồng ý”");
  });

  test("what is missing, not in the list, there twice, without its code or not from this export is named by its cell", async () => {
    const empty = await desk.edit("Giấy tờ", ["consent"], "Tên (tiếng Việt)", undefined);
    const twin = await desk.edit("Giấy tờ", ["list"], "Giải thích (tiếng Anh)", undefined);
    const choice = await desk.edit("Giấy tờ", ["form"], "Cách nộp", "Gửi");
    const shown = await desk.edit("Ghi chú", ["hours"], "Thủ tục (chỉ để đọc)", "Tên khác");
    const twice = await addRow(desk.book, "Ghi chú", { "Mã thủ tục": "1.000010", "Mã riêng": "hours" });
    const nobody = await addRow(desk.book, "Thời hạn", { "Nội dung (tiếng Việt)": "1 ngày" });
    const other = await addRow(desk.book, "Thời hạn", { "Mã thủ tục": "1.001193" });
    const said = await desk.refused();
    for (const start of [
      `Giấy tờ!${empty}: Ô này không được để trống`,
      `Giấy tờ!${twin}: Ô này còn thiếu`,
      `Giấy tờ!${choice}: “Gửi” không có trong danh sách. Bạn chọn: Nộp / Xuất trình / Điền trực tuyến.`,
      `Ghi chú!${shown}: Cột này chỉ để đọc`,
      `Ghi chú!D${twice}: Dòng này trùng`,
      `Thời hạn!A${nobody}: Dòng này chưa có mã`,
      `Thời hạn!A${other}: Mã 1.001193 không có trong tệp`,
    ])
      expect(said.filter((line) => line.startsWith(start))).toHaveLength(1);
    expect(said.at(-1)).toMatch(/Chưa ghi gì/);
  });

  test("a kind of fee that does not go with the amounts", async () => {
    const free = await desk.edit("Thủ tục", ["1.000010"], "Lệ phí", "Miễn phí");
    const set = await desk.edit("Thủ tục", ["1.000020"], "Lệ phí", "Có mức thu");
    const said = await desk.refused();
    expect(said).toContainEqual(expect.stringMatching(/^Mức thu!A2: Thủ tục này không phải/));
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^Thủ tục!${set}: .*chưa có mức nào`)));
    desk.book = openBook(desk.book.path);
    await desk.edit("Thủ tục", ["1.000020"], "Ghi chú về lệ phí (tiếng Việt)", "Không thu.");
    const note = await desk.edit("Thủ tục", ["1.000020"], "Ghi chú về lệ phí (tiếng Anh)", "None.");
    expect(await desk.refused()).toContainEqual(expect.stringMatching(new RegExp(`^Thủ tục!${note.replace("K", "J")}: Miễn phí thì`)));
    expect(free).toBe("I2");
  });

  test("conditions that name no question or answer, or are none", async () => {
    const cells = [
      await desk.edit("Giấy tờ", ["consent"], "Chỉ khi", "job = yes"),
      await desk.edit("Giấy tờ", ["list"], "Chỉ khi", "who = ai đó"),
      await desk.edit("Giấy tờ", ["form"], "Chỉ khi", "khi cần"),
    ];
    const said = await desk.refused();
    expect(said[2]).toBe(`Giấy tờ!${cells[0]}: Không có câu hỏi “job”. Các câu hỏi của thủ tục: who, age.`);
    expect(said[1]).toBe(`Giấy tờ!${cells[1]}: Câu hỏi “who” không có câu trả lời “ai đó”. Các câu trả lời: self, list.`);
    expect(said[0]).toMatch(/Chưa hiểu điều kiện “khi cần”/);
  });

  test("what only the content's own check sees is led back to its cell", async () => {
    const code = await desk.edit("Giấy tờ", ["list"], "Là kết quả của thủ tục", "9.999999");
    expect(await desk.refused()).toContainEqual(expect.stringMatching(new RegExp(`^Giấy tờ!${code}: .*9\\.999999`)));
    desk.book = openBook(desk.book.path);
    deleteRows(desk.book, "Tên gọi", await rowOf(desk.book, "Tên gọi", "báo vắng"));
    const law = await desk.edit("Giấy tờ", ["form"], "Mẫu theo văn bản", "văn bản");
    const said = await desk.refused();
    expect(said).toContainEqual(expect.stringMatching(/^Tên gọi!A6: /));
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^Giấy tờ!${law}: `)));
    desk.book = openBook(desk.book.path);
    deleteRows(desk.book, "Câu hỏi", ...[4, 5, 6].map((row) => row - 2));
    const conditions = await columnOf(desk.book, "Mức thu", "Chỉ khi");
    expect(await desk.refused()).toContainEqual(expect.stringMatching(new RegExp(`^Mức thu!${conditions}2: `)));
  });

  test("an answer whose question is gone, an edit of a procedure that was taken out", async () => {
    deleteRows(desk.book, "Câu hỏi", await rowOf(desk.book, "Câu hỏi", "Câu hỏi", "age"));
    deleteRows(desk.book, "Thủ tục", await rowOf(desk.book, "Thủ tục", "1.000020"));
    const at = await desk.edit("Giấy tờ", ["1.000020"], "Tên (tiếng Việt)", "Tờ khai khác");
    const said = await desk.refused();
    expect(said).toContainEqual(expect.stringMatching(/^Câu hỏi!F\d: Câu hỏi của câu trả lời này/));
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^Giấy tờ!A${at.replace(/\D/g, "")}: Thủ tục 1.000020 không còn dòng`)));
  });
});
