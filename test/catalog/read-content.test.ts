import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readContent } from "../../src/catalog/read-content.ts";

const birth = "procedures/cu-tru/1.004194-dang-ky-tam-tru.yaml";
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "content-"));
  cpSync("content", folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
}

describe("the content of this repository", () => {
  test("is in order and has what the two provinces need", () => {
    const { catalog, guided, problems } = readContent("content");
    expect(problems).toEqual([]);
    expect(guided.length).toBeGreaterThanOrEqual(45);
    expect(catalog?.procedures.size).toBeGreaterThan(2000);
    expect(catalog?.provinces.map(({ id }) => id)).toEqual(["lang-son", "ninh-binh"]);
    expect(catalog?.lifeEvents.length).toBeGreaterThanOrEqual(8);
  });

  test("a guided file answers for every code it serves", () => {
    const { catalog } = readContent("content");
    expect(catalog?.sameAs.get("1.014064")).toBe("2.001194");
    expect(catalog?.procedures.has("1.014064")).toBe(false);
  });
});

describe("every problem of every file comes at once, with file, line and column", () => {
  test("a wrong word, an unknown key and a missing sentence", () => {
    edit(birth, (text) => text.replace("way: show", "way: mail").replace("audience: [citizen, business]", "audiences: [citizen]"));
    edit("provinces/lang-son.yaml", (text) => text.replace("id: lang-son", "id: Lạng Sơn"));
    const { catalog, problems } = readContent(folder);
    expect(catalog).toBeUndefined();
    const line =
      readFileSync(join(folder, birth), "utf8")
        .split("\n")
        .findIndex((each) => each.includes("way: mail")) + 1;
    expect(problems).toContainEqual(expect.objectContaining({ file: birth, line, column: 10 }));
    expect(problems.filter(({ file }) => file === birth).length).toBeGreaterThanOrEqual(3);
    expect(problems).toContainEqual(expect.objectContaining({ file: "provinces/lang-son.yaml", line: 1, column: 5 }));
  });

  test.each([
    ["a condition on an answer that does not exist", "kind: [list] }", "kind: [crowd] }", "unknown-answer"],
    ["a row that points nowhere", "paper:unit-letter", "paper:no-such-paper", "row-nowhere"],
    ["a link off the allow-list", "https://dichvucong.gov.vn/thu-tuc", "https://dichvucong.example.com/thu-tuc", "link-off-list"],
    ["a code without quotes", '- code: "1.004194"', "- code: 1.004194", "needs-quotes"],
    ["a bracket that nothing closes", "fee:", "fee: [", "bracket-open"],
    [
      "a sentence without its English, in a file that a person wrote",
      ", en: Temporary residence registration }",
      " }",
      "missing-translation",
    ],
    ["a fact that a person owes", "audience: [citizen, business]", "audience: []", "too-few"],
    ["a key used twice", "law: [68/2020", "field: { vi: x, en: x }\nlaw: [68/2020", "key-twice"],
  ])("%s", (_name, old, young, mistake) => {
    edit(birth, (text) => text.replace(old, young));
    const { catalog, problems } = readContent(folder);
    expect(catalog).toBeUndefined();
    expect(problems[0]).toMatchObject({ mistake, file: birth, line: expect.any(Number), column: expect.any(Number) });
  });

  test("a code that two files serve, and a life event that leads nowhere", () => {
    writeFileSync(join(folder, "procedures/again.yaml"), readFileSync(join(folder, birth)));
    edit("life-events.yaml", (text) => text.replace(/code: "\d\.\d{6}"/, 'code: "9.999999"'));
    const { problems } = readContent(folder);
    expect(problems).toContainEqual(
      expect.objectContaining({ mistake: "code-twice", values: { code: "1.004194", other: "procedures/again.yaml" } }),
    );
    expect(problems).toContainEqual(expect.objectContaining({ mistake: "unknown-procedure", values: { code: "9.999999" } }));
  });

  test("a file that is not UTF-8 and a folder that is not there", () => {
    writeFileSync(join(folder, birth), Buffer.from("name: \xe9\xe8", "latin1"));
    expect(readContent(folder).problems[0]).toMatchObject({ file: birth, mistake: "unknown-encoding" });
    expect(readContent(join(folder, "nowhere")).problems.length).toBeGreaterThan(3);
  });
});

describe("an index file as Excel writes it", () => {
  test("BOM, CRLF and semicolons make no difference", () => {
    const path = join(folder, "index/toa-an-nhan-dan.csv");
    const plain = readContent(folder).catalog?.procedures.size;
    const rows = readFileSync(path, "utf8").trimEnd().split("\n");
    const excel = rows.map((row) => row.replace(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ";")).join("\r\n");
    writeFileSync(path, `\uFEFF${excel}\r\n`);
    const read = readContent(folder);
    expect(read.problems).toEqual([]);
    expect(read.catalog?.procedures.size).toBe(plain);
  });

  test("a code that Excel turned into a number is a problem with its line", () => {
    edit("index/toa-an-nhan-dan.csv", (text) => text.replace(/\n(\d)\.(\d{6}),/, "\n$1.12,"));
    expect(readContent(folder).problems[0]).toMatchObject({
      file: "index/toa-an-nhan-dan.csv",
      line: 2,
      mistake: "code-lost-zero",
    });
  });

  test("a missing column is named", () => {
    edit("index/toa-an-nhan-dan.csv", (text) => text.replace("levels", "level"));
    expect(readContent(folder).problems[0]).toMatchObject({ mistake: "columns-missing", values: { columns: "levels" } });
  });
});
