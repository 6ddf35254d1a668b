import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readExcelFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lintContentCommand } from "../../../src/staff/commands/lint-content.ts";
import type { Desk } from "../../../src/staff/desk.ts";
import { readLocales } from "../../../src/wording/read-locales.ts";
import { openStaffWords } from "../../../src/wording/staff-words.ts";

const say = openStaffWords(readLocales(new URL("../../../locales/staff/", import.meta.url)), "vi");
let folder: string;
let printed: string[];
let complained: string[];

const guided = `codes:
  - code: "1.900001"
    levels: [commune]
name: { vi: "Đăng ký nuôi ong", en: "Register beekeeping" }
everyday: { vi: "Nuôi ong", en: "Keep bees" }
aliases: { vi: [nuôi ong, sổ hộ khẩu nuôi ong, ong mật], en: [bees] }
field: { vi: "Chăn nuôi", en: "Livestock" }
audience: [citizen]
fee: { kind: ask }
place: { vi: "Ủy ban nhân dân cấp huyện", en: "The commune" }
law: [01/2020/NĐ-CP]
online: { possible: true }
questions: []
papers:
  - id: card
    name: { vi: "Bản sao căn cước", en: "Copy of the card" }
    way: hand-in
rows: {}
source: { checked: 2026-07, by: national record, review: 2026-12-15 }
`;
const index = `code,name,field,agency,levels,audience,online,result,law,url,filings,source,month
1.900001,Đăng ký nuôi ong,Chăn nuôi,Ủy ban nhân dân cấp xã,commune,citizen,,,,,,list,2026-09
1.900002,"Cấp giấy
nuôi cá",,,commune,citizen,,,,,,list,2026-09
1.900003,Đăng ký nuôi tằm,Chăn nuôi,Sở Nông nghiệp và Môi trường,province,citizen,,,,https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1,,list,2026-09
`;

function put(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "content-"));
  printed = [];
  complained = [];
  put("procedures/chan-nuoi/1.900001-nuoi-ong.yaml", guided);
  put("index/bo.csv", index);
  put("everyday-names/bo.yaml", '"1.900003": { vi: [nuôi tằm] }\n');
  put("lint.yaml", readFileSync("content/lint.yaml", "utf8"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const lint = (...words: string[]) => lintOn("2026-11-22", ...words);
const lintOn = (today: string, ...words: string[]) => {
  const desk: Desk = {
    folder,
    today,
    language: "vi",
    say,
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  };
  return lintContentCommand.run(words, desk);
};
/** "file:line what" of every line that names a place. */
const todo = (): string[] => printed.filter((line) => /:\d+ /.test(line)).map((line) => line.trim().replace(`${folder}/`, ""));

describe("the list of work", () => {
  test("every lack stands with its file and line, and aliases are left alone", async () => {
    expect(await lint()).toBe(0);
    const file = "procedures/chan-nuoi/1.900001-nuoi-ong.yaml";
    const places = todo().filter((line) => line.startsWith(file));
    expect(places.map((line) => Number(line.slice(file.length + 1).split(" ")[0]))).toEqual([2, 2, 9, 10, 15, 19, 19]);
    expect(places[3]).toContain("cấp huyện");
    expect(places.join()).not.toContain("hộ khẩu");
  });

  test("a row of the index is told by its line; a row that a guided file serves is not told twice", async () => {
    await lint();
    const rows = todo().filter((line) => line.startsWith("index/"));
    expect(rows.map((line) => line.split(" ")[0])).toEqual(Array(4).fill("index/bo.csv:4"));
  });

  test("it is grouped by field, then office, with counts", async () => {
    await lint();
    expect(printed[0]).toBe("Chăn nuôi: 7 việc");
    expect(printed[1]).toBe("  Ủy ban nhân dân cấp xã: 7 việc");
    expect(printed).toContain("Chưa rõ lĩnh vực: 4 việc");
    expect(printed.at(-1)).toContain("11 việc ở 3 thủ tục");
  });

  test.each([
    ["2026-11-01", 0, 0],
    ["2026-11-15", 1, 0],
    ["2026-12-15", 1, 0],
    ["2026-12-16", 0, 1],
  ])("on %s the review of 15 December is told %i time as near and %i time as passed", async (day, near, passed) => {
    await lintOn(day);
    expect(todo().filter((line) => line.includes("sắp đến hạn"))).toHaveLength(near);
    expect(todo().filter((line) => line.includes("đã quá hạn"))).toHaveLength(passed);
  });

  test("a list of work is no failure, unless --strict", async () => {
    expect(await lint()).toBe(0);
    expect(await lint("--strict")).toBe(1);
  });
});

describe("the Excel file", () => {
  test("has every thing to do under bold headings that stay and filter, and the counts", async () => {
    const path = join(folder, "việc.xlsx");
    expect(await lint("--to", path)).toBe(0);
    const [work, counts] = await readExcelFile(path);
    expect(work?.data[0]).toEqual([
      "Lĩnh vực",
      "Cơ quan",
      "Mã thủ tục",
      "Tên thủ tục",
      "Loại việc",
      "Thấy gì",
      "Vì sao",
      "Cần làm gì",
      "Tệp",
      "Dòng",
    ]);
    expect(work?.data).toHaveLength(12);
    expect(work?.data.every((row) => row.every((cell) => cell !== null && cell !== ""))).toBe(true);
    expect(counts?.data.slice(1).reduce((sum, row) => sum + Number(row[3]), 0)).toBe(11);
    expect(readdirSync(folder).filter((file) => file.endsWith(".xlsx"))).toEqual(["việc.xlsx"]);
  });

  test("that cannot be written is told in a sentence, and nothing is left behind", async () => {
    put("no-folder", "a file");
    expect(await lint("--to", join(folder, "no-folder", "x.xlsx"))).toBe(1);
    expect(complained.join()).toMatch(/EEXIST|ENOTDIR/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".new"))).toEqual([]);
  });
});

describe("bad input", () => {
  test("a file that cannot be understood is named, the others are looked at", async () => {
    put("procedures/chan-nuoi/broken.yaml", "codes: [");
    put("procedures/chan-nuoi/bomb.yaml", "a: &a [x]\nb: [*a, *a]\n");
    expect(await lint()).toBe(0);
    expect(complained.join()).toContain("broken.yaml");
    expect(complained.join()).toContain("bomb.yaml");
    expect(todo().length).toBeGreaterThan(0);
  });

  test("a wrong list stops, with what is wrong", async () => {
    put("lint.yaml", "remindDays: 30\ndead:\n  - id: a\n    why: xxxxx\n    instead: xxxxx\n");
    expect(await lint()).toBe(1);
    expect(complained.join("\n")).toContain("dead[0]");
  });

  test("a file that is no longer in force is nobody's work, one that is to come is", async () => {
    put("procedures/chan-nuoi/1.900001-nuoi-ong.yaml", `effective: { to: 2026-11-22 }\n${guided}`);
    await lint();
    expect(todo().join("\n")).toContain("1.900001-nuoi-ong.yaml");
    printed = [];
    await lintOn("2026-11-23");
    expect(todo().join("\n")).not.toContain("1.900001-nuoi-ong.yaml");
  });

  test("a folder without content is told", async () => {
    rmSync(join(folder, "procedures"), { recursive: true });
    rmSync(join(folder, "index"), { recursive: true });
    expect(await lint()).toBe(1);
    expect(complained.join()).toContain(folder);
  });
});
