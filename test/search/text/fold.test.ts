import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../src/catalog/fold.ts";
import { composed, wordsOf, wordsReader } from "../../../src/search/text/fold.ts";
import { knowledge } from "../../knowledge.ts";
import { anyText, marksReordered, spelling } from "../spellings.ts";

const { abbreviations, everyday, particles } = knowledge.catalog.words;
const phrases = [...Object.entries(abbreviations).flat(), ...Object.entries(everyday).flat(), ...particles];
/** Every letter of Vietnamese with every tone. */
const letters = [..."aăâeêioôơuưyđ"].flatMap((letter) =>
  ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((tone) => letter + tone),
);
const vietnamese = fc.oneof(
  fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 12 }).map((some) => some.join(" ")),
  fc.array(fc.constantFrom(...letters, "b", "ng", "qu", " "), { maxLength: 40 }).map((some) => some.join("")),
);
const compared = (text: string): { folded: string; accented: string }[] =>
  wordsOf(text).map(({ folded, accented }) => ({ folded, accented }));

describe("folding", () => {
  test("twice is folding once, whatever the text", () => {
    fc.assert(
      fc.property(anyText(phrases), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test("leaves each word of a text folded, and reading it again changes nothing", () => {
    fc.assert(
      fc.property(anyText(phrases), (text) => {
        const folded = wordsOf(text).map((word) => word.folded);
        expect(folded.map(fold)).toEqual(folded);
      }),
    );
  });

  test("is the same in whatever order, form and case the accents were typed", () => {
    fc.assert(
      fc.property(vietnamese, spelling, (text, spell) => {
        expect(fold(spell(text))).toBe(fold(text));
      }),
    );
  });
});

describe("the words of a text", () => {
  test("are the same in whatever order, form and case they were typed, accents included", () => {
    fc.assert(
      fc.property(vietnamese, spelling, (text, spell) => {
        expect(compared(spell(text))).toEqual(compared(text));
      }),
    );
  });

  test("are the same when many texts are read one after another", () => {
    const read = wordsReader();
    const spaces = fc.constantFrom(" ", "  ", "\n", "\t", "\v", "\f", "\u00a0", "\u2028", "\ufeff", ". ", "/");
    fc.assert(
      fc.property(fc.array(anyText(phrases)), spaces, (texts, space) => {
        const text = texts.join(space);
        expect(read(text)).toEqual(wordsOf(text));
      }),
    );
  });

  test("are no other word's with a digit, and end at a line that a word processor broke", () => {
    expect(compared("á")).not.toEqual(compared("A1"));
    expect(compared("bánhh")).not.toEqual(compared("banhh1"));
    expect(compared("kết hôn\vđăng ký\fở xã")).toEqual(compared("kết hôn đăng ký ở xã"));
  });

  test("are the same with zero-width and control characters inside", () => {
    const hidden = fc.constantFrom("\u200b", "\u200d", "\ufeff", "\u00ad", "\u202e", "\u0000", "\u001b");
    fc.assert(
      fc.property(vietnamese, hidden, (text, sign) => {
        expect(compared([...text.normalize("NFC")].join(sign))).toEqual(compared(text));
      }),
    );
  });
});

describe("composing a text", () => {
  test("undoes any order of its accents", () => {
    fc.assert(
      fc.property(vietnamese, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (text, chances) => {
        expect(composed(marksReordered(text, () => chances.next().value ?? 0))).toBe(text.normalize("NFC"));
      }),
    );
  });
});
