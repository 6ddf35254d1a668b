import { describe, expect, test } from "vitest";
import { nameOf, procedureOf } from "../../src/catalog/catalog.ts";
import { knowledge } from "../knowledge.ts";
import { familyQuestions } from "./family-questions.ts";
import { type Asked, goldenQuestions } from "./golden-questions.ts";
import { noiseNames, withNoise } from "./noise.ts";

/*
 * The golden questions were written by people who saw only the names of the procedures, before anybody wrote what the
 * procedures are called. Each says why its answer deserves its place. The floors only rise; where questions join, they are set anew.
 */
const asked = goldenQuestions("test/search/golden");
const { catalog, search } = knowledge;
const of = (set: string): Asked[] => asked.filter((one) => one.set === `golden ${set}`);

/** The same procedure: the code, the file that serves it, or one of the same official name. */
const sameness = (code: string): string => {
  const procedure = procedureOf(catalog, code);
  return procedure ? nameOf(procedure).vi.toLowerCase() : code;
};
const placeOf = ({ question, codes }: Asked, typed = question): number => {
  const right = new Set(codes.map(sameness));
  const at = search(typed).matches.findIndex(({ code }) => right.has(sameness(code)));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
};
const within = (places: readonly number[], most: number): number => places.filter((place) => place <= most).length / places.length;
const share = (some: readonly Asked[], kind: string): number =>
  some.filter(({ question }) => search(question).kind === kind).length / some.length;

describe("the golden questions", () => {
  test("are many, are asked once, have a third held back, and name codes of the catalog", () => {
    expect(asked.length).toBeGreaterThanOrEqual(4385);
    expect(new Set(asked.map(({ question }) => question.toLowerCase())).size).toBe(asked.length);
    expect(asked.filter(({ half }) => half === "held").length / asked.length).toBeGreaterThan(0.3);
    expect(asked.flatMap(({ codes }) => codes).filter((code) => !procedureOf(catalog, code))).toEqual([]);
    expect(asked.flatMap(({ beyond }) => beyond ?? []).filter((code) => procedureOf(catalog, code))).toEqual([]);
  });

  test("find their procedure: first, in the first three, in ten", () => {
    const places = of("questions").map((one) => placeOf(one));
    expect(within(places, 1)).toBeGreaterThanOrEqual(0.914);
    expect(within(places, 3)).toBeGreaterThanOrEqual(0.9845);
    expect(within(places, 10)).toBeGreaterThanOrEqual(0.997);
  });

  test.each(noiseNames)("find it in the first three with %s", (noise) => {
    const places = of("questions").map((one) => placeOf(one, withNoise(noise, one.question)));
    expect(within(places, 3)).toBeGreaterThanOrEqual(0.975);
  });

  test("are rarely answered with a shrug, and hardly ever with the card of a wrong procedure", () => {
    expect(share(of("questions"), "unknown")).toBeLessThanOrEqual(0.0132);
    const cards = of("questions").filter(({ question }) => search(question).kind === "found");
    expect(cards.filter((one) => placeOf(one) !== 1).length / of("questions").length).toBeLessThanOrEqual(0.003);
    expect(cards.length / of("questions").length).toBeGreaterThanOrEqual(0.389);
  });
});

describe("questions that several procedures answer", () => {
  test("are asked back, with the right ones near the top", () => {
    expect(share(of("twins"), "choose")).toBeGreaterThanOrEqual(0.935);
    expect(
      within(
        of("twins").map((one) => placeOf(one)),
        3,
      ),
    ).toBeGreaterThanOrEqual(0.986);
  });
});

describe("what all names of a family share", () => {
  const families = familyQuestions(catalog);

  test("is asked back, with the whole family in the first five", () => {
    const whole = families.filter(({ question, codes }) => {
      const { kind, matches } = search(question);
      const five = new Set(matches.slice(0, 5).map(({ code }) => sameness(code)));
      return kind === "choose" && codes.every((code) => five.has(sameness(code)));
    });
    expect(families.length).toBeGreaterThanOrEqual(100);
    expect(whole.length / families.length).toBeGreaterThanOrEqual(0.92);
  });
});

describe("questions about what no office of the province does", () => {
  test("are not known, and hardly ever get a card", () => {
    expect(share(of("outside"), "unknown")).toBeGreaterThanOrEqual(0.924);
    expect(share(of("outside"), "found")).toBeLessThanOrEqual(0.0017);
  });
});
