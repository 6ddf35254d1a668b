import { describe, expect, test } from "vitest";
import { conditionInWords, readCondition, settleCondition, writeCondition } from "../../../src/staff/workbook/condition.ts";

const questions = [
  {
    id: "who",
    ask: { vi: "Bạn khai cho ai?", en: "For whom?" },
    answers: [
      { id: "self", label: { vi: "Tôi và gia đình (cùng nhà)", en: "Myself" } },
      { id: "list", label: { vi: "Nhiều người", en: "Several" } },
    ],
  },
  { id: "age", ask: { vi: "Mấy tuổi?", en: "How old?" }, answers: [{ id: "minor", label: { vi: "Dưới 18", en: "Under 18" } }] },
];

describe("a condition as a cell shows it", () => {
  test.each([
    ["who = self", { all: { who: ["self"] } }],
    ["who = self | list VÀ age = minor", { all: { who: ["self", "list"], age: ["minor"] } }],
    ["who = self HOẶC age = minor", { any: { who: ["self"], age: ["minor"] } }],
    ["who = self VÀ (age = minor HOẶC home = own)", { all: { who: ["self"] }, any: { age: ["minor"], home: ["own"] } }],
  ])("%s is written and read alike", (text, when) => {
    expect(writeCondition(when)).toBe(text);
    expect(readCondition(text)).toEqual(when);
  });

  test.each([
    ["WHO=self|List và age = minor", "who = self | list VÀ age = minor"],
    ["who = Tôi và gia đình (cùng nhà) | several; age = dưới 18", "who = self | list VÀ age = minor"],
    ["(who = self hoặc age = minor)", "who = self HOẶC age = minor"],
  ])("%s means %s", (typed, settled) => {
    expect(settleCondition(typed, questions)).toEqual({ settled });
  });

  test.each(["khi cần", "who =", "who", "= self", "who = self VÀ who = list", "who = self VÀ age = minor HOẶC home = own", "who = | list"])(
    "%s is no condition",
    (typed) => {
      expect(settleCondition(typed, questions)).toHaveProperty("fault");
    },
  );

  test("in words it has the question and the answers as citizens see them", () => {
    expect(conditionInWords({ all: { who: ["self", "list"], age: ["minor"] } }, questions)).toBe(
      "Bạn khai cho ai? → Tôi và gia đình (cùng nhà) / Nhiều người\nMấy tuổi? → Dưới 18",
    );
  });
});
