import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameOf, procedureOf } from "../../src/catalog/catalog.ts";
import type { Outcome } from "../../src/search/outcome.ts";
import { knowledge } from "../knowledge.ts";
import { anyText, spelling } from "./spellings.ts";

const { catalog, search } = knowledge;
const names = [...catalog.procedures.values()].map((procedure) => nameOf(procedure).vi);
const asked = [
  "làm giấy khai sinh cho con và cấp căn cước",
  "mất căn cước rồi làm lại ntn",
  "đồng thời đổi gplx với lại đăng ký tạm trú",
  "lệ phí xin giấy phép xây dựng nhà ở hết bao nhiêu tiền ạ",
  "ông nội mất cần làm những thủ tục gì",
];
const province = fc.constantFrom(undefined, "lang-son", "ninh-binh", "nowhere");

/** What is true of every outcome, whatever was asked. */
function mustBeInOrder({ kind, matches, facets }: Outcome): void {
  expect(["found", "choose", "unknown"]).toContain(kind);
  const codes = matches.map(({ code }) => code);
  expect(codes.filter((code) => procedureOf(catalog, code)?.code !== code)).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeLessThanOrEqual(10);
  expect(kind === "unknown" || codes.length > 0).toBe(true);
  for (const { score } of matches) expect(score >= 0 && score <= 1).toBe(true);
  expect(new Set(facets).size).toBe(facets.length);
}

describe("whatever text comes in", () => {
  test("the search gives an outcome that makes sense and never throws", () => {
    fc.assert(
      fc.property(anyText([...asked, ...names]), province, (text, where) => mustBeInOrder(search(text, { province: where }))),
      { numRuns: 400 },
    );
  });

  test("the same text gives the same outcome again", () => {
    fc.assert(
      fc.property(anyText(asked), (text) => {
        expect(search(text)).toEqual(search(text));
      }),
    );
  });
});

describe("a question means the same", () => {
  const question = fc.oneof(fc.constantFrom(...asked), fc.constantFrom(...names));

  test("in whatever order, form and case its accents were typed", () => {
    fc.assert(
      fc.property(question, spelling, (text, spell) => {
        expect(search(spell(text))).toEqual(search(text));
      }),
      { numRuns: 300 },
    );
  });

  test("however long it is: what is read does not end sooner where accents stand apart", () => {
    const long = fc.array(question, { minLength: 10, maxLength: 40 }).map((some) => some.join(". "));
    fc.assert(
      fc.property(long, spelling, (text, spell) => {
        expect(search(spell(text))).toEqual(search(text));
      }),
    );
  });
});
