import { describe, expect, test } from "vitest";
import { compareRows, type NationalRecord, rowKey } from "../../src/catalog/compare.ts";
import { guided } from "../knowledge.ts";

const stay = guided.find(({ codes }) => codes[0]?.code === "1.004194");
if (!stay) throw new Error("temporary residence is not in the content");

const rows = [{ name: "Tờ khai", case: "Hồ sơ gồm:" }, { name: "Giấy ủy quyền" }];
const accounted = {
  ...stay,
  rows: { [rowKey({ name: "Tờ khai", case: "Hồ sơ gồm:" })]: "paper:ct01", [rowKey({ name: "Giấy ủy quyền" })]: "paper:ct01" },
};
const records = (documents: NationalRecord["documents"]) => new Map([["1.004194", { code: "1.004194", documents }]]);

describe("a guided file against the record it was written from", () => {
  test("every row accounted for: nothing to say", () => {
    expect(compareRows(accounted, records(rows))).toEqual([]);
  });

  test("a new or changed row is missing, its old account is left over", () => {
    const changed = records([rows[0] ?? { name: "" }, { name: "Giấy ủy quyền có chứng thực" }]);
    expect(compareRows(accounted, changed).map(({ kind }) => kind)).toEqual(["missing", "left over"]);
  });

  test("white space and Unicode form do not change a fingerprint, words do", () => {
    expect(rowKey({ name: "Giấy  ủy\nquyền".normalize("NFD") })).toBe(rowKey({ name: "Giấy ủy quyền" }));
    expect(rowKey({ name: "Giấy ủy quyền", case: "x" })).not.toBe(rowKey({ name: "Giấy ủy quyền" }));
  });
});
