import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder: string;
const file = (): string => join(folder, "records.jsonl");
const records = [
  { code: "2.001194", title: "Cấp lại thẻ căn cước (thực hiện tại cấp tỉnh)", lastSeen: "2026-07", level: ["Cấp tỉnh"] },
  { code: "1.014064", title: "Cấp lại thẻ căn cước", lastSeen: "2026-07", level: ["Cấp xã"] },
  {
    code: "1.900001",
    title: "Cấp lại giấy phép nổ mìn",
    lastSeen: "2026-07",
    level: ["Cấp bộ"],
    documents: [{ name: "Sơ đồ kho thuốc nổ" }],
  },
  { code: "1.900002", title: "Cấp phép nổ mìn", lastSeen: "2024", level: ["Cấp tỉnh"] },
  { code: "1.900003", title: "Công nhận cây di sản", lastSeen: "2026-07", level: ["Cấp tỉnh"] },
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "records-"));
  writeFileSync(file(), `${records.map((record) => JSON.stringify(record)).join("\n")}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function codesFor(question: string, ...words: string[]): string[] {
  const { status, stdout } = spawnSync(process.execPath, ["src/staff/ask.ts", "--json", "--records", file(), ...words, question], {
    encoding: "utf8",
  });
  expect(status).toBe(0);
  return JSON.parse(stdout).matches.map(({ code }: { code: string }) => code);
}

describe("records asked instead of the content", () => {
  test("what people call a procedure of the content finds every code it serves, and nothing that the file lacks", () => {
    const codes = codesFor("em làm rơi cccd rồi");
    expect(codes.slice(0, 2).sort()).toEqual(["1.014064", "2.001194"]);
    expect(codes.every((code) => records.some((record) => record.code === code))).toBe(true);
  });

  test("a paper finds the record that asks for it", () => {
    expect(codesFor("sơ đồ kho thuốc nổ")[0]).toBe("1.900001");
  });

  test("a code of the content that the file lacks is not known", () => {
    expect(codesFor("1.001193")).toEqual([]);
    expect(codesFor("1.014064")).toEqual(["1.014064"]);
  });

  test("a province keeps its catalogue: no ministry's procedures, none that only old lists have", () => {
    const codes = codesFor("cấp phép nổ mìn", "--province", "ninh-binh");
    expect(codes).not.toContain("1.900001");
    expect(codes).not.toContain("1.900002");
  });
});

describe("a file that is none", () => {
  test.each([
    ["a line that is no record", '{"code":"1.000001"}\n', ":1: this line is no record (title)"],
    ["a line that is no JSON", `${JSON.stringify(records[0])}\nxyz\n`, ":2: this line is no record"],
  ])("%s is named, with exit code 1", (_name, text, said) => {
    const path = join(folder, "broken.jsonl");
    writeFileSync(path, text);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["src/staff/ask.ts", "--records", path, "kết hôn"], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(said);
  });

  test("so is a file that is not there", () => {
    const { status, stderr } = spawnSync(process.execPath, ["src/staff/ask.ts", "--records", join(folder, "none"), "x"], {
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toContain("cannot be read (ENOENT)");
  });
});
