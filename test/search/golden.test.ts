import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { procedureOf } from "../../src/catalog/catalog.ts";
import { knowledge } from "../knowledge.ts";

const read = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), "utf8"));
const golden = z
  .array(z.strictObject({ ask: z.string(), code: z.string(), first: z.boolean().default(false), why: z.string().min(3) }))
  .parse(read("golden.yaml"));
const outside = z.array(z.strictObject({ ask: z.string(), elsewhere: z.string().optional() })).parse(read("outside.yaml"));

/** The share of golden questions whose procedure stands among the first three; it only rises. */
const floor = { typed: 0.98, withoutAccents: 0.96 };

const placeOf = (ask: string, code: string): number => {
  const wanted = procedureOf(knowledge.catalog, code)?.code;
  return knowledge.search(ask).matches.findIndex((match) => match.code === wanted);
};
const inThree = (ask: (question: string) => string): number =>
  golden.filter(({ ask: question, code }) => [0, 1, 2].includes(placeOf(ask(question), code))).length / golden.length;
const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

describe("the golden questions", () => {
  test("are many, and each names a procedure of the catalog", () => {
    expect(golden.length).toBeGreaterThanOrEqual(100);
    expect(golden.filter(({ code }) => !procedureOf(knowledge.catalog, code))).toEqual([]);
  });

  test("find their procedure among the first three", () => {
    expect(inThree((question) => question)).toBeGreaterThanOrEqual(floor.typed);
  });

  test("find it as well typed without accents", () => {
    expect(inThree(withoutAccents)).toBeGreaterThanOrEqual(floor.withoutAccents);
  });

  test.each(golden.filter(({ first }) => first))("$ask comes first: $why", ({ ask, code }) => {
    expect(placeOf(ask, code)).toBe(0);
  });

  test("never show the card of a wrong procedure, and are rarely answered with a shrug", () => {
    const outcomes = golden.map(({ ask, code }) => ({ ask, kind: knowledge.search(ask).kind, place: placeOf(ask, code) }));
    expect(outcomes.filter(({ kind, place }) => kind === "found" && place !== 0)).toEqual([]);
    expect(outcomes.filter(({ kind }) => kind === "unknown").length).toBeLessThanOrEqual(golden.length * 0.02);
  });
});

test.each([
  ["mua lại cái xe máy", "1.013076"],
  ["mua lại cái xe máy cũ", "1.013076"],
  ["mình định mua lại cái xe máy của bạn", "1.013076"],
  ["rơi ví mất hết giấy tờ", "2.001194"],
  ["mở quán phở", "1.001612"],
  ["lên tỉnh trọ học", "1.004194"],
])("a wish without a word more is not answered with a shrug: %s", (wish, code) => {
  const { kind, matches } = knowledge.search(wish);
  expect(kind).not.toBe("unknown");
  expect(matches[0]?.code).toBe(code);
});

describe("what no office of the province does", () => {
  test.each(outside)("$ask is not in the catalog", ({ ask, elsewhere }) => {
    const outcome = knowledge.search(ask);
    expect(outcome.kind).toBe("unknown");
    expect(outcome.elsewhere).toBe(elsewhere);
  });
});
