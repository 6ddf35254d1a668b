import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { card, index, mistaken, placeIn, SmallContent } from "./small-content.ts";

const province = "provinces/somewhere.yaml";
const words = "words.yaml";

/** What one edit of a file brings, and where: at the first place of `at` in the edited file. */
function found(file: string, old: string, young: string, at: string): { found: unknown[]; place: unknown } {
  using content = new SmallContent();
  content.edit(file, old, young);
  const place = placeIn(readFileSync(join(content.path, file), "utf8"), at);
  return { found: content.found(), place };
}

describe("what the format does not take is named with what was written and what may be", () => {
  test.each<[string, [string, string, string, string], ReturnType<typeof mistaken>]>([
    ["an unknown key", [card, "field:", "colour: red\nfield:", "colour"], mistaken("unknown-key", { key: "colour" })],
    ["a key with a slip", [card, "notes:", "nots:", "nots"], mistaken("unknown-key-near", { key: "nots", near: "notes" })],
    ["a comma in a sentence", [card, "vi: Tờ khai", "vi: Tờ khai, một bản", "một bản"], mistaken("comma-in-text", { key: "một bản" })],
    ["a missing key", [card, "audience: [citizen]\n", "", "codes"], mistaken("missing-key", { key: "audience" })],
    ["a key with nothing behind it", [card, "audience: [citizen]", "audience:", "audience"], mistaken("empty-value", { key: "audience" })],
    [
      "a missing translation",
      [card, ", en: The form", "", "name: { vi: Tờ khai }"],
      mistaken("missing-translation", { key: "name.en", language: "en" }),
    ],
    [
      "one sentence where two languages belong",
      [card, "{ vi: Tờ khai, en: The form }", "Tờ khai", "Tờ khai"],
      mistaken("wants-both", { key: "name" }),
    ],
    ["a code without quotes", [card, '"9.000001"', "9.000010", "9.000010"], mistaken("needs-quotes", { key: "code", written: "9.000010" })],
    ["yes as true", [card, "id: me", "id: true", "true"], mistaken("needs-quotes", { key: "id", written: "true" })],
    [
      "a list where a sentence belongs",
      [card, "vi: Tờ khai", "vi: [Tờ khai]", "vi: [Tờ khai]"],
      mistaken("wants-text", { key: "name.vi" }),
    ],
    [
      "a word where a list belongs",
      [card, "audience: [citizen]", "audience: citizen", "citizen"],
      mistaken("wants-list", { key: "audience" }),
    ],
    ["a word where keys belong", [card, "{ possible: false }", "no", "no\nquestions"], mistaken("wants-keys", { key: "online" })],
    [
      "a word where true or false belongs",
      [card, "possible: false", "possible: không", "không"],
      mistaken("wants-yes-no", { key: "possible", value: "không" }),
    ],
    [
      "a word where a number belongs",
      [card, "original: 1", "original: một", "một"],
      mistaken("wants-number", { key: "original", value: "một" }),
    ],
    ["half a paper", [card, "original: 1", "original: 1.5", "1.5"], mistaken("wants-whole-number", { key: "original", value: "1.5" })],
    ["fewer than none", [card, "original: 1", "original: -1", "-1"], mistaken("number-low", { key: "original", value: "-1", least: 0 })],
    [
      "a value nobody knows",
      [card, "way: hand-in", "way: mail", "mail"],
      mistaken("unknown-value", { key: "way", value: "mail", choices: "hand-in, show, fill-online" }),
    ],
    [
      "a value with a slip",
      [card, "way: hand-in", "way: handin", "handin"],
      mistaken("unknown-value-near", { key: "way", value: "handin", near: "hand-in", choices: "hand-in, show, fill-online" }),
    ],
    [
      "a kind of fee nobody knows",
      [card, "kind: free", "kind: fre", "fre"],
      mistaken("unknown-value-near", { key: "kind", value: "fre", near: "free", choices: "free, amounts, ask" }),
    ],
    ["an empty sentence", [card, "vi: Tờ khai", 'vi: ""', '""'], mistaken("empty-text", { key: "name.vi" })],
    ["a name of one letter", [card, "[resident card]", "[r]", "r]"], mistaken("too-short", { key: "aliases.en", value: "r", least: 2 })],
    [
      "too few names",
      [card, "[xin thẻ cư dân, làm thẻ cư dân, thẻ cư dân ở đâu]", "[xin thẻ cư dân]", "vi: [xin"],
      mistaken("too-few", { key: "aliases.vi", least: 3 }),
    ],
    ["an id with accents", [card, "id: form", "id: tờ-khai", "tờ-khai"], mistaken("bad-id", { value: "tờ-khai" })],
    [
      "an id too long for a button",
      [card, "id: alone", "id: alone-and-without-anybody", "alone-and"],
      mistaken("id-too-long", { value: "alone-and-without-anybody", most: 20 }),
    ],
    ["a code with curly quotes", [card, '"9.000001"', "“9.000001”", "“9.000001”"], mistaken("bad-code", { value: "“9.000001”" })],
    [
      "a code that lost its zero",
      [card, '"9.000001"', '"9.00001"', '"9.00001"'],
      mistaken("code-lost-zero", { value: "9.00001", near: "9.000010" }),
    ],
    ["no number of a law", [card, "[123/2015/NĐ-CP]", "[Luật Cư trú]", "Luật"], mistaken("bad-law", { value: "Luật Cư trú" })],
    ["no link", [card, "https://dichvucong.gov.vn/thu-tuc/1", "dichvucong", "dichvucong\n"], mistaken("bad-link", { value: "dichvucong" })],
    [
      "a link to anybody's page",
      [card, "https://dichvucong.gov.vn/thu-tuc/1", "https://gov.vn.example.com/1", "https://gov.vn.ex"],
      mistaken("link-off-list", { value: "https://gov.vn.example.com/1" }),
    ],
    [
      "a link without a lock",
      [card, "https://dichvucong.gov.vn/thu-tuc/1", "http://dichvucong.gov.vn/1", "http://dich"],
      mistaken("link-off-list", { value: "http://dichvucong.gov.vn/1" }),
    ],
    [
      "a day that does not exist",
      [card, "2027-06-30", "2027-06-31", "2027-06-31"],
      mistaken("bad-date", { key: "review", value: "2027-06-31" }),
    ],
    ["a month that does not exist", [card, "2026-07", "2026-13", "2026-13"], mistaken("bad-month", { key: "checked", value: "2026-13" })],
    ["a fingerprint that is none", [card, '"0a000001"', '"xyz"', '"xyz"'], mistaken("bad-row-key", { value: "xyz" })],
    ["a row that went somewhere", [card, "paper:form", "form", 'form\n  "1'], mistaken("bad-row-place", { key: "0a000001" })],
    ["a condition without a word", [card, "when: { all: { who: [child] } }", "when: {}", "when: {}"], mistaken("empty-condition", {})],
    ["a phone number with points", [province, '"18001096"', '"1800.1096"', '"1800.1096"'], mistaken("bad-hotline", { value: "1800.1096" })],
    [
      "a day of a source",
      [province, "on: 2026-11", "on: 11/2026", "11/2026"],
      mistaken("bad-source-date", { key: "on", value: "11/2026" }),
    ],
    [
      "an ordinal nobody counts to",
      [words, "\nordinals:", "\nordinals:\n  thứ chót: lats", "lats"],
      mistaken("bad-ordinal", { key: "thứ chót" }),
    ],
  ])("%s", (_name, edit, wanted) => {
    const { found: all, place } = found(...edit);
    expect(all[0]).toMatchObject({ file: edit[0], ...wanted, ...(place as object) });
  });

  test("every wrong thing of every file comes at once", () => {
    using content = new SmallContent();
    content.edit(card, "way: hand-in", "way: mail");
    content.edit(card, "id: form", "id: Form");
    content.edit(province, "levels: [commune]", "levels: [district]");
    content.edit(index, "9.000003", "9.3");
    expect(content.found().map(({ file, mistake }) => `${file} ${mistake}`)).toEqual([
      `${card} bad-id`,
      `${card} unknown-value`,
      `${province} unknown-value`,
      `${index} code-lost-zero`,
    ]);
  });

  test("a file that is one word", () => {
    using content = new SmallContent();
    content.write(card, "hello");
    expect(content.found()[0]).toMatchObject({ file: card, ...mistaken("wants-keys", { key: card }) });
  });
});

describe("an index file", () => {
  test.each<[string, [string, string], ReturnType<typeof mistaken>, { line: number; column: number }]>([
    [
      "a code that lost its zeros",
      ["9.000003", "9.0003"],
      mistaken("code-lost-zero", { value: "9.0003", near: "9.000300" }),
      { line: 3, column: 1 },
    ],
    [
      "a code with the comma of a Vietnamese Excel",
      ["9.000003", '"9,000003"'],
      mistaken("code-lost-zero", { value: "9,000003", near: "9.000003" }),
      { line: 3, column: 1 },
    ],
    [
      "a month that became a date",
      [",list,2026-07\n9.000003", ",list,Jul-26\n9.000003"],
      mistaken("bad-month", { key: "month", value: "Jul-26" }),
      { line: 2, column: 62 },
    ],
    [
      "a cell too few",
      ['đi đường, cấp lại",Cư trú,,', 'đi đường, cấp lại",Cư trú,'],
      mistaken("row-width", { cells: 12, columns: 13 }),
      { line: 3, column: 1 },
    ],
    [
      "a sentence with a comma and without quotes",
      ['"Cấp giấy đi đường, cấp lại"', "Cấp giấy đi đường, cấp lại"],
      mistaken("row-width", { cells: 14, columns: 13 }),
      { line: 3, column: 71 },
    ],
    [
      "a level that ended",
      ["commune,citizen,,,,,,list,2026-07\n9.000003", "district,citizen,,,,,,list,2026-07\n9.000003"],
      mistaken("unknown-value", { key: "levels", value: "district", choices: "ministry, province, commune, other" }),
      { line: 2, column: 36 },
    ],
    [
      "a count in words",
      [",,,list,2026-07\n9.000003", ",nhiều,,list,2026-07\n9.000003"],
      mistaken("bad-link", { value: "nhiều" }),
      { line: 2, column: 55 },
    ],
    ["a quote that nothing closes", ['cấp lại"', "cấp lại"], mistaken("quote-open", { sign: '"' }), { line: 3, column: 1 }],
  ])("%s", (_name, [old, young], wanted, place) => {
    using content = new SmallContent();
    content.edit(index, old, young);
    expect(content.found()[0]).toMatchObject({ file: index, ...wanted, ...place });
  });

  test("a column that is missing is named", () => {
    using content = new SmallContent();
    content.edit(index, "levels", "level");
    expect(content.found()[0]).toMatchObject(mistaken("columns-missing", { columns: "levels" }));
  });
});
