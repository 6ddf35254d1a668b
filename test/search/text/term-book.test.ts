import fc from "fast-check";
import { expect, test } from "vitest";
import { buildIndex, coverage } from "../../../src/search/index/inverted-index.ts";
import { findTerm, numberPair, numberWord, termBook } from "../../../src/search/text/term-book.ts";

test("every word and every pair has a number of its own, however many there are", () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.nat(300), fc.nat(300)), { maxLength: 3000, selector: String });
  fc.assert(
    fc.property(pairs, (some) => {
      const book = termBook();
      const numbers = some.map(([a, b]) => numberPair(book, numberWord(book, `w${a}`), numberWord(book, `w${b}`)));
      expect(new Set(numbers).size).toBe(some.length);
      expect(some.map(([a, b]) => findTerm(book, `w${a} w${b}`))).toEqual(numbers);
      expect(book.size).toBe(book.words.size + some.length);
    }),
    { numRuns: 20 },
  );
});

test("a word met twice keeps its number; a pair has an order; what nobody told is not there", () => {
  const book = termBook();
  const [khai, sinh] = ["khai", "sinh"].map((word) => numberWord(book, word)) as [number, number];
  const pair = numberPair(book, khai, sinh);
  expect([numberWord(book, "khai"), numberPair(book, khai, sinh)]).toEqual([khai, pair]);
  expect(findTerm(book, "sinh khai")).toBeUndefined();
  expect(findTerm(book, "khai tu")).toBeUndefined();
  expect(findTerm(book, "tu")).toBeUndefined();
});

test("a document that has a term more often answers better, one that lacks it not at all", () => {
  const book = termBook();
  const index = buildIndex(3, book, (document, add) => {
    for (let time = 0; time < document; time++) add(numberWord(book, "khai"), 1);
  });
  const [none = 0, once = 0, twice = 0] = coverage(index, [{ term: "khai", weight: 1 }]);
  expect(none).toBe(0);
  expect(once).toBeGreaterThan(0);
  expect(twice).toBeGreaterThan(once);
  expect(twice).toBeLessThan(1);
});
