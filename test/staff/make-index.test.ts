import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Known } from "../../src/catalog/known.ts";
import { parseIndex } from "../../src/catalog/parse-index.ts";
import { makeIndex } from "../../src/staff/commands/make-index.ts";
import type { Desk } from "../../src/staff/desk.ts";
import type { FullRecord } from "../../src/staff/national-record.ts";

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "content-"));
  mkdirSync(join(folder, "procedures"));
  mkdirSync(join(folder, "index"));
  writeFileSync(join(folder, "life-events.yaml"), '- steps: [{ code: "1.000090" }]\n');
  said = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const deskAt = (at: string): Desk => ({
  folder: at,
  today: "2026-11-22",
  language: "vi",
  say: (name) => name,
  print: (line) => said.push(line),
  complain: (line) => said.push(line),
});

const record = (code: string, facts: Partial<FullRecord> = {}): FullRecord => ({
  code,
  title: "Đăng ký khai sinh",
  lastSeen: "2026-07",
  issuingAgency: "Bộ Tư pháp",
  level: ["Cấp xã"],
  ...facts,
});

/** Makes the index of these records and reads it back by code. */
function rows(records: FullRecord[]): Map<string, Known> {
  const path = join(folder, "records.jsonl");
  writeFileSync(path, records.map((one) => JSON.stringify(one)).join("\n"));
  expect(makeIndex.run([path], deskAt(folder))).toBe(0);
  const files = readdirSync(join(folder, "index")).map((file) => parseIndex(file, readFileSync(join(folder, "index", file), "utf8")));
  expect(files.flatMap(({ problems }) => problems)).toEqual([]);
  return new Map(files.flatMap(({ parsed }) => parsed?.value ?? []).map((row) => [row.code, row]));
}

describe("which records get a row", () => {
  test("those of the province's catalogue, and those that content names whatever their level", () => {
    const kept = rows([
      record("1.000001"),
      record("1.000002", { level: ["Cấp bộ"] }),
      record("1.000003", { lastSeen: "2025-04-28" }),
      record("1.000004", { levelInferred: ["Cấp tỉnh"], level: ["Cấp bộ"] }),
      record("1.000090", { level: ["Cấp bộ"], lastSeen: "2025" }),
    ]);
    expect([...kept.keys()].sort()).toEqual(["1.000001", "1.000004", "1.000090"]);
    expect(kept.get("1.000090")?.month).toBe("2025-01");
  });

  test("customs, other provinces' own and what districts did are left out, and said", () => {
    const kept = rows([
      record("1.000001", { field: "Hải quan" }),
      record("1.000002", { issuingAgency: "UBND tỉnh Bắc Ninh" }),
      record("1.000003", { issuingAgency: "UBND tỉnh Lạng Sơn" }),
      record("1.000004", { title: "Trình báo mất thẻ (thực hiện tại cấp huyện)" }),
    ]);
    expect([...kept.keys()]).toEqual(["1.000003"]);
    expect(said).toContain("left out 1.000001: customs");
    expect(said).toContain("left out 1.000002: another province's own");
    expect(said.find((line) => line.startsWith("left out 1.000004"))).toContain("district");
  });
});

describe("names", () => {
  const page = { url: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1", popularity: 9, field: "Nông nghiệp", result: ["Thẻ căn cước"] };

  test("a code that shares its page with another takes its other name, and none of the page's facts", () => {
    const kept = rows([
      record("1.000001", { ...page, title: "Hỗ trợ sản xuất.", otherTitles: ["Khóa căn cước điện tử (thực hiện tại cấp tỉnh)"] }),
      record("1.000002", { ...page, title: "Hỗ trợ sản xuất." }),
    ]);
    expect(kept.get("1.000001")).toMatchObject({
      name: "Khóa căn cước điện tử (thực hiện tại cấp tỉnh)",
      levels: ["province"],
      result: [],
    });
    expect(kept.get("1.000001")).toMatchObject({ url: undefined, filings: undefined, field: undefined });
    expect(kept.has("1.000002")).toBe(false);
  });

  test("what is no name gives way, and a broken letter too", () => {
    const kept = rows([
      record("1.000001", { title: "05 ngày làm việc kể từ ngày nhận được hồ sơ.", otherTitles: ["Đăng ký kết quả"] }),
      record("1.000002", { title: "Chấm dứt theo \uFFFD\uFFFDề nghị", otherTitles: ["Chấm dứt theo đề nghị"] }),
      record("1.000003", { title: " .  THỦ TỤC THÀNH LẬP\nHỘI (CẤP TỈNH). " }),
      record("1.000004", { title: "Xác nhận bệnh hiểm nghèo. Mã TTHC:" }),
    ]);
    expect([...kept.values()].map(({ name }) => name)).toEqual([
      "Đăng ký kết quả",
      "Chấm dứt theo đề nghị",
      "Thủ tục thành lập hội (cấp tỉnh)",
      "Xác nhận bệnh hiểm nghèo",
    ]);
  });
});

describe("facts", () => {
  test("levels, offices that still exist, results that are papers, numbers that are numbers", () => {
    const row = rows([
      record("1.000001", {
        level: ["Cấp tỉnh", "Cấp huyện", "Cơ quan khác"],
        agency:
          "Ủy ban nhân dân cấp Huyện; Sở Văn hóa, Thể thao và Du lịch, Công an Tỉnh; Công an cấp tỉnh; Sở Công Thương - TP. Hải Phòng; Sở Kế hoạch và Đầu tư",
        result: [
          "Giấy phép (theo Mẫu số 01)",
          "Mã: KQ.G10.000237",
          "Văn bản từ chối",
          "Hệ thống gửi thông tin cho người dân",
          "GIẤY CHỨNG NHẬN ĐĂNG KÝ",
        ],
        legalBasis: ["2068/2020/QH14", "123/2015/NĐ-CP", "12", "40/2029/QH14", "05/2021/NQ-HĐND", "24/2021/QĐ-TTg", "Luật 50/2014/QH13"],
        online: "Một phần",
        audience: ["citizen"],
        documents: [],
      }),
    ]).get("1.000001");
    expect(row).toMatchObject({
      levels: ["province", "other"],
      agency: "Sở Văn hóa, Thể thao và Du lịch; Công an cấp tỉnh",
      result: ["Giấy phép", "Giấy chứng nhận đăng ký"],
      law: ["68/2020/QH14", "123/2015/NĐ-CP", "24/2021/QĐ-TTg", "50/2014/QH13"],
      online: "part",
      audience: ["citizen"],
      source: "national record",
    });
  });

  test("one file a ministry, sorted by code, and files of before are gone", () => {
    writeFileSync(join(folder, "index", "old.csv"), "code\n");
    rows([record("1.000002"), record("1.000001"), record("1.000003", { issuingAgency: "Bộ xây dựng (Giao thông vận tải cũ)" })]);
    expect(readdirSync(join(folder, "index")).sort()).toEqual(["bo-tu-phap.csv", "bo-xay-dung.csv"]);
    const lines = readFileSync(join(folder, "index", "bo-tu-phap.csv"), "utf8")
      .trim()
      .split("\n");
    expect(lines.map((line) => line.slice(0, 8))).toEqual(["code,nam", "1.000001", "1.000002"]);
  });
});
