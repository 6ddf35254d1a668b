import { describe, expect, test } from "vitest";
import { isOfProvince, recordSchema, withRecords } from "../../src/catalog/procedure-of-record.ts";
import { catalogOf, guided, known } from "../search/small-catalog.ts";

const record = recordSchema.parse({
  code: "1.000009",
  title: "Cấp lại thẻ (cấp xã)",
  lastSeen: "2026-07",
  levelInferred: ["Cấp xã"],
  documents: [{ name: "Tờ khai", case: "Khi mất" }],
  steps: "Nộp hồ sơ",
  somethingElse: 1,
});

describe("a record", () => {
  test("becomes a procedure known by its facts, with the texts that are searched", () => {
    expect(withRecords(catalogOf({}), [record]).procedures.get(record.code)).toMatchObject({
      kind: "known",
      code: "1.000009",
      calledToo: [],
      known: { name: "Cấp lại thẻ (cấp xã)", levels: ["commune"], month: "2026-07" },
      details: { papers: ["Tờ khai", "Khi mất"], steps: "Nộp hồ sơ", conditions: "" },
    });
  });

  test.each([
    ["a commune's, on a new list", { level: ["Cấp xã"], lastSeen: "2025-11" }, true],
    ["a province's, by its names", { levelInferred: ["Cấp tỉnh"], lastSeen: "2026-07-17" }, true],
    ["a ministry's, as stated, whatever its names say", { level: ["Cấp bộ"], levelInferred: ["Cấp tỉnh"], lastSeen: "2026-07" }, false],
    ["on an old list only", { level: ["Cấp tỉnh"], lastSeen: "2025" }, false],
    ["of no known level", { lastSeen: "2026-07" }, false],
  ])("%s: is it of a province's catalogue?", (_name, facts, expected) => {
    expect(isOfProvince({ code: "1.000001", title: "Cấp thẻ", ...facts })).toBe(expected);
  });
});

describe("records in the place of the content's procedures", () => {
  const content = catalogOf({
    guided: [guided(["1.000001", "1.000009"], "Cấp lại thẻ", ["mất thẻ"])],
    known: [known("1.000002", "Đổi thẻ"), known("1.000003", "Hủy thẻ")],
    everydayNames: { "1.000002": { vi: ["thẻ hết hạn"] } },
  });
  const { procedures, sameAs } = withRecords(content, [
    record,
    { code: "1.000002", title: "Đổi thẻ" },
    { code: "1.000007", title: "Thu hồi thẻ" },
  ]);

  test("each code of the file stands alone, and no other", () => {
    expect([...procedures.keys()]).toEqual(["1.000009", "1.000002", "1.000007"]);
    expect(sameAs.size).toBe(0);
  });

  test("what people call a code stays, also when a guided file serves it besides its first", () => {
    expect(procedures.get("1.000009")).toMatchObject({ calledToo: expect.arrayContaining(["mất thẻ"]) });
    expect(procedures.get("1.000002")).toMatchObject({ calledToo: ["thẻ hết hạn"] });
    expect(procedures.get("1.000007")).toMatchObject({ calledToo: [] });
  });
});
