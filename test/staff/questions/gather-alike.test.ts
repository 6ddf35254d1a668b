import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gatherAlike, timesAsked } from "../../../src/staff/questions/gather-alike.ts";
import type { Kept } from "../../../src/unanswered/question-store.ts";

const kept = (number: number, key: string, facts: Partial<Kept> = {}): Kept => ({
  number,
  key,
  text: key,
  unknown: 1,
  none: 0,
  first: 24322,
  last: 24322,
  ...facts,
});
/** "lam" and "giay" stand everywhere, the others hardly anywhere. */
const rarity = (word: string): number => (word === "lam" || word === "giay" ? 0.5 : 4);

describe("questions are gathered by likeness", () => {
  test("those that share their rare words are one group, told by the one asked most often", () => {
    const [group, ...others] = gatherAlike(
      [
        kept(3, "dau do lam moc", { unknown: 1, first: 24320, last: 24321 }),
        kept(5, "do moc", { unknown: 4, none: 2 }),
        kept(9, "do giay moc", { none: 1, unknown: 0 }),
      ],
      rarity,
    );
    expect(others).toEqual([]);
    expect(group).toEqual({
      number: 3,
      text: "do moc",
      unknown: 5,
      none: 3,
      first: 24320,
      last: 24322,
      alike: ["dau do lam moc", "do giay moc"],
      keys: ["do moc", "dau do lam moc", "do giay moc"],
    });
  });

  test("frequent words make nothing alike", () => {
    expect(gatherAlike([kept(1, "giay lam tram"), kept(2, "giay lam moc")], rarity)).toHaveLength(2);
  });

  test("the most frequent come first, of several the one asked last", () => {
    const groups = gatherAlike(
      [kept(1, "aa", { unknown: 2 }), kept(2, "bb", { unknown: 9 }), kept(3, "cc", { unknown: 2, last: 24323 })],
      () => 1,
    );
    expect(groups.map(({ number }) => number)).toEqual([2, 3, 1]);
  });

  test("no question is lost or told twice, whatever was asked", () => {
    const words = fc.array(fc.constantFrom("lam", "giay", "moc", "do", "gieng", "tram", "xe"), { minLength: 1, maxLength: 5 });
    const asked = fc.uniqueArray(
      words.map((some) => [...new Set(some)].sort().join(" ")),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(asked, (keys) => {
        const groups = gatherAlike(
          keys.map((key, at) => kept(at + 1, key, { unknown: (at % 4) + 1 })),
          rarity,
        );
        expect(groups.flatMap((group) => group.keys).sort()).toEqual([...keys].sort());
        expect(groups.reduce((sum, group) => sum + timesAsked(group), 0)).toBe(keys.reduce((sum, _key, at) => sum + (at % 4) + 1, 0));
      }),
    );
  });
});
