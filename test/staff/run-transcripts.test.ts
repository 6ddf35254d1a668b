import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runTranscripts } from "../../src/staff/commands/run-transcripts.ts";
import { folder, openDesk } from "./transcripts/desk.ts";

/** Runs the command on a file with this text; `{file}` in what is said stands for its path. */
async function run(text: string, ...options: string[]) {
  using at = folder();
  const path = join(at.path, "mau.yaml");
  writeFileSync(path, text);
  const { desk, said } = openDesk();
  const code = await runTranscripts.run([path, ...options], desk);
  return { code, said: said.map((line) => line.replaceAll(path, "{file}")) };
}

describe("npm run content -- transcripts", () => {
  test("says in one line that everything is as expected", async () => {
    const { code, said } = await run("- Người dân nói: đăng ký tạm trú\n  Phải hiện: 1.004194\n");
    expect({ code, said }).toEqual({ code: 0, said: ["1 hội thoại, 1 lượt: tất cả đúng như mong đợi."] });
  });

  test("tells file, row, what she said, what was expected and what was shown", async () => {
    const { code, said } = await run(`- Hội thoại: Tạm trú
- Người dân nói: đăng ký tạm trú
  Phải hiện: thẻ thủ tục; 5 ngày làm việc; [Nộp ngay]
  Không được hiện: Công an cấp xã
- Phải hiện: lời chào
`);
    expect(code).toBe(1);
    expect(said.slice(0, 5)).toEqual([
      "{file}, dòng 2: Tạm trú",
      "  Người dân nói: đăng ký tạm trú",
      "  Phải hiện mà không thấy: 5 ngày làm việc",
      "  Phải hiện mà không thấy: [Nộp ngay]",
      "  Một Cửa đã hiện:",
    ]);
    expect(said).toContain("    (thẻ thủ tục)");
    expect(said).toContain("    == Đăng ký tạm trú ==");
    expect(said).toContain("  Không được hiện mà lại thấy: Công an cấp xã");
    expect(said).toContain("{file}, dòng 5: Tạm trú");
    expect(said).toContain("  Phải hiện mà không thấy: loại câu trả lời “lời chào”");
    expect(said.at(-1)).toBe("1 hội thoại, 1 lượt, 3 chỗ chưa đúng.");
  });

  test("a button that nobody offered is told with the buttons there were, and ends its conversation only", async () => {
    const { code, said } = await run(`- Hội thoại: A
- Người dân nói: đăng ký tạm trú
- Người dân nói: "[Nộp ngay]"
- Người dân nói: có
  Phải hiện: không bao giờ
- Hội thoại: B
- Phải hiện: lời chào
`);
    expect(code).toBe(1);
    expect(said).toEqual([
      "{file}, dòng 3: A",
      "  Người dân nói: [Nộp ngay]",
      "  Không có nút “Nộp ngay”. Các nút lúc đó: [Chuẩn bị giấy tờ] [Nộp trực tuyến] [Hỏi điều khác]. Phần sau của hội thoại này chưa kiểm tra được.",
      "",
      "2 hội thoại, 4 lượt, 1 chỗ chưa đúng.",
    ]);
  });

  test("language, province and day of the heading row count", async () => {
    const { code, said } = await run(
      `- Hội thoại: Tiếng Anh
  Tiếng: Anh
  Tỉnh: Lạng Sơn
- Phải hiện: lời chào; Tỉnh
- Hội thoại: Quá hạn
  Ngày: 2035-01-01
- Người dân nói: đăng ký tạm trú
  Phải hiện: quá hạn kiểm tra lại
- Hội thoại: Không ghi ngày
- Người dân nói: đăng ký tạm trú
  Không được hiện: quá hạn kiểm tra lại
- Người dân nói: nơi nộp ở đâu
  Phải hiện: hỏi tỉnh
`,
    );
    expect(code).toBe(1);
    expect(said.filter((line) => line.startsWith("{file}"))).toEqual(["{file}, dòng 4: Tiếng Anh"]);
    expect(said).toContain("  Người dân vừa mở Một Cửa");
    expect(said.join("\n")).toContain("Province: Lạng Sơn");
  });

  test("a file that is not in order is told, what is in order beside it is still played", async () => {
    const { code, said } = await run("- Người dân nói: a\n  Phải hiện: 9.999999\n- Hội thoại: B\n- Phải hiện: lời chào\n");
    expect(code).toBe(1);
    expect(said[0]).toContain("{file}, dòng 1: không có thủ tục mã 9.999999");
    expect(said.slice(1)).toEqual([
      "1 lỗi trong các tệp hội thoại. Bạn sửa rồi chạy lại nhé.",
      "1 hội thoại, 1 lượt: tất cả đúng như mong đợi.",
    ]);
  });

  test("a call that makes no sense is refused", async () => {
    const { desk, said } = openDesk();
    expect(await runTranscripts.run(["--what"], desk)).toBeUndefined();
    expect(await runTranscripts.run(["--to", "a.csv"], desk)).toBeUndefined();
    expect(said).toEqual([]);
  });
});

describe("what no conversation reaches", () => {
  const lodger = `- Hội thoại: Tạm trú
  Tỉnh: Lạng Sơn
- Người dân nói: đăng ký tạm trú
- Người dân nói: chuẩn bị giấy tờ
- Người dân nói: "[Nhiều người, theo danh sách]"
- Người dân nói: không
- Người dân nói: giấy này là gì
- Người dân nói: có rồi
- Người dân nói: có rồi
`;

  test("is told by procedure: questions, answers, papers, notes and screens", async () => {
    const { code, said } = await run(lodger, "--reach");
    expect(code).toBe(0);
    const from = said.findIndex((line) => line.startsWith("1.004194"));
    const own = said.slice(
      from + 1,
      said.findIndex((line, at) => at > from && !line.startsWith("  ")),
    );
    expect(own).toContain("  câu hỏi: Bạn ở nhà của ai?");
    expect(own).toContain("  câu trả lời: Bạn đăng ký tạm trú cho ai? → Cho tôi hoặc gia đình tôi");
    expect(own).toContain("  giấy tờ: Tờ khai thay đổi thông tin cư trú");
    expect(own).toContain("  màn hình: đường dẫn nộp hồ sơ");
    const reached = ["Bạn đăng ký tạm trú cho ai? → Nhiều người, theo danh sách", "màn hình: giải thích giấy tờ", "sáng thứ 7"];
    for (const each of reached) expect(own.join("\n")).not.toContain(each);
    expect(own.filter((line) => line.includes("giấy tờ: ")).join()).not.toContain("Văn bản đề nghị đăng ký tạm trú kèm danh sách");
    expect(said.at(-1)).toMatch(/^Đã đi tới \d+ trong \d+ mục của \d+ thủ tục có hướng dẫn\.$/);
  });

  test("goes into a CSV file that Excel opens, one row an item", async () => {
    using at = folder();
    const to = join(at.path, "con-thieu.csv");
    const { code, said } = await run(lodger, "--reach", "--to", to);
    expect(code).toBe(0);
    const csv = readFileSync(to, "utf8");
    expect(csv.startsWith("\uFEFFMã thủ tục,Tên thường gọi,Loại,Mã trong tệp,Nội dung\n")).toBe(true);
    expect(csv).toContain("1.004194,Đăng ký nơi ở tạm,câu trả lời,home.own,Bạn ở nhà của ai? → Nhà của tôi\n");
    expect(said.at(-1)).toBe(`Đã ghi ${csv.trim().split("\n").length - 1} mục chưa đi tới vào ${to}.`);
  });

  test("a CSV file that cannot be written is told", async () => {
    using at = folder();
    mkdirSync(join(at.path, "a.csv"));
    const { code, said } = await run(lodger, "--reach", "--to", join(at.path, "a.csv"));
    expect(code).toBe(1);
    expect(said.at(-1)).toContain("Không ghi được");
  });
});
