import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/catalog/fold.ts";
import { splitQuestion } from "../../src/search/question/split-question.ts";
import { hasAccents, wordOf, wordsOf } from "../../src/search/text/fold.ts";
import { decodeKeystrokes } from "../../src/search/text/keystrokes.ts";
import { findPhrases, phraseBook, sameWordStrictly } from "../../src/search/text/phrase-book.ts";
import { buildRepair } from "../../src/search/text/spelling.ts";

const syllables = fc.constantFrom("đăng", "ký", "hoà", "Quý", "thuỷ", "giấy", "UYÊN", "nước", "ngoài", "A1", "passport", "kĩ", "é");

describe("folding", () => {
  test("takes accents, capitals and đ away", () => {
    expect(fold("Đường Nguyễn Huệ")).toBe("duong nguyen hue");
    expect(fold("Lý lịch, kỹ sư, Mỹ")).toBe(fold("Lí lịch, kĩ sư, Mĩ"));
  });

  test("folding twice changes nothing, whatever the text and its normal form", () => {
    fc.assert(
      fc.property(
        fc.array(syllables).map((parts) => parts.join(" ")),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text));
          expect(fold(text.normalize("NFD"))).toBe(fold(text));
          expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()));
        },
      ),
    );
  });

  test("the tone stands at the end of a word, wherever it was typed", () => {
    expect(wordOf("hoà").accented).toBe(wordOf("hòa").accented);
    expect(wordOf("thuỷ").accented).toBe(wordOf("thủy").accented);
    expect(wordOf("đường").accented).not.toBe(wordOf("dương").accented);
    expect(hasAccents(wordOf("duong"))).toBe(false);
  });

  test("numbers with points stay whole, other signs part words", () => {
    expect(wordsOf("mã 1.001193, mẫu CT-07").map(({ typed }) => typed)).toEqual(["mã", "1.001193", "mẫu", "ct", "07"]);
  });
});

describe("raw keystrokes", () => {
  test.each([
    ["ddawng", "đăng"],
    ["kys", "ký"],
    ["giaays", "giấy"],
    ["cawn", "căn"],
    ["cuwowcs", "cước"],
    ["dduwowcj", "được"],
    ["nguowif", "người"],
    ["thuowngf", "thường"],
    ["hoof", "hồ"],
    ["sow", "sơ"],
    ["d9a8ng", "đăng"],
    ["giay61", "giấy"],
    ["ky1", "ký"],
    ["d9u7o7c5", "được"],
    ["nguo7i2", "người"],
  ])("%s is %s", (typed, meant) => {
    expect(wordOf(decodeKeystrokes(typed) ?? "").accented).toBe(wordOf(meant).accented);
  });

  test("what no keyboard leaves behind is left alone", () => {
    expect(decodeKeystrokes("b2")).toBeUndefined();
    expect(decodeKeystrokes("2026")).toBeUndefined();
    expect(decodeKeystrokes("ký")).toBeUndefined();
  });
});

describe("phrases", () => {
  const book = phraseBook([
    ["giấy khai sinh", "birth"],
    ["giấy", "paper"],
    ["bố", "father"],
  ]);
  const found = (text: string): string[] => findPhrases(book, wordsOf(text), sameWordStrictly).map(({ entry }) => entry);

  test("the longest at each place, with or without accents", () => {
    expect(found("xin giay khai sinh")).toEqual(["birth"]);
    expect(found("giấy khai tử")).toEqual(["paper"]);
  });

  test("accents that were typed must agree", () => {
    expect(found("giấy khái sinh")).toEqual(["paper"]);
    expect(found("bộ")).toEqual([]);
    expect(found("bố")).toEqual(["father"]);
  });

  test("a phrase of one word must be written as it is", () => {
    expect(found("bo")).toEqual([]);
  });
});

describe("spelling", () => {
  const writings: Record<string, string[]> = { cuoc: ["cươc\u0301", "cuôc\u0323"], coc: ["coc\u0323"] };
  const build = buildRepair({
    words: new Set(["khai", "sinh", "chung", "thuc", "xin", "hanh", "abtc", "cuoc", "coc", "residence"]),
    abbreviations: ["bhxh", "hn"],
    writings: (folded) => writings[folded] ?? [],
  });
  const repair = (typed: string): string[] => build(wordOf(typed)).map(({ folded }) => folded);

  test("one slip finds the word: dropped, added, changed, swapped", () => {
    expect(repair("kha")).toContain("khai");
    expect(repair("sinhh")).toContain("sinh");
    expect(repair("thuk")).toContain("thuc");
    expect(repair("sihn")).toContain("sinh");
    expect(repair("xinh")).toContain("sinh");
    expect(repair("resiadence")).toEqual(["residence"]);
  });

  test("nothing near is nothing, and a sign is no spelling, unless it is a long abbreviation", () => {
    expect(repair("zzzz")).toEqual([]);
    expect(repair("abtd")).toEqual([]);
    expect(repair("12345")).toEqual([]);
    expect(repair("hnn")).toEqual([]);
    expect(repair("bdxh")).toEqual(["bhxh"]);
  });

  test("accents that were typed tell which word was meant", () => {
    expect(build(wordOf("cớc")).map(({ accented }) => accented)).toEqual(["cươc\u0301"]);
    expect(build(wordOf("cọoc")).map(({ accented }) => accented)).toEqual(["coc\u0323"]);
  });
});

describe("two questions in a line", () => {
  test("a seam with two words on each side", () => {
    expect(splitQuestion("làm khai sinh và đăng ký tạm trú")).toEqual([["làm khai sinh", "đăng ký tạm trú"]]);
    expect(splitQuestion("đổi bằng lái? làm hộ chiếu?")).toContainEqual(["đổi bằng lái", "làm hộ chiếu?"]);
  });

  test("no seam, or too little on one side, is one question", () => {
    expect(splitQuestion("đăng ký kết hôn")).toEqual([]);
    expect(splitQuestion("cha và con")).toEqual([]);
  });

  test("a comma before a joining word, a greeting and the end of the line part nothing of their own", () => {
    const parts = splitQuestion("Cho em hỏi, làm khai sinh cho con, và đổi bằng lái, cảm ơn ạ?");
    expect(parts).toContainEqual(["Cho em hỏi, làm khai sinh cho con", "đổi bằng lái, cảm ơn ạ?"]);
  });

  test("a line with many seams is a story", () => {
    expect(splitQuestion("một hai, ba bốn, năm sáu, bảy tám, chín mười")).toEqual([]);
  });
});
