import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildRestore, gatherWritten } from "../../../src/search/text/accents.ts";
import { wordsOf } from "../../../src/search/text/fold.ts";

const texts = [
  "bán xe cho người khác",
  "sang tên xe máy",
  "bàn thờ",
  "đăng ký xe",
  "đăng ký tạm trú",
  "gia han tam tru",
  "register a motorbike",
];
const restore = buildRestore(gatherWritten(texts.map(wordsOf), []));
const restored = (question: string): string =>
  restore(wordsOf(question))
    .map(({ typed }) => typed)
    .join(" ");

describe("a question without accents", () => {
  test("gets those that its words have beside each other", () => {
    expect(restored("ban xe cho nguoi khac")).toBe("bán xe cho người khác");
    expect(restored("ban tho")).toBe("bàn thờ");
    expect(restored("dang ky tam tru")).toBe("đăng ký tạm trú");
  });

  test("keeps a word that nobody writes with accents", () => {
    expect(restored("dang ky xe zalo")).toBe("đăng ký xe zalo");
  });

  test("stays as it is when it is not Vietnamese", () => {
    expect(restored("register a bike, tam tru")).toBe("register a bike tam tru");
  });

  test("keeps its words, accents aside, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (question) => {
        const words = wordsOf(question);
        expect(restore(words).map(({ folded }) => folded)).toEqual(words.map(({ folded }) => folded));
      }),
    );
  });
});
