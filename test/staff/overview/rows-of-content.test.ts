import { expect, test } from "vitest";
import { readContent } from "../../../src/catalog/read-content.ts";
import { type Row, rowsOf } from "../../../src/staff/overview/rows-of-content.ts";
import { readEverydayNames } from "../../../src/staff/read-everyday-names.ts";
import { whereCodesStand } from "../../../src/staff/where-codes-stand.ts";
import { healthCheck, smallContent, stallPermit } from "../small-content.ts";

function rows(guided = [stallPermit, healthCheck], today = "2026-11-22"): Row[] {
  using content = smallContent(guided);
  const { catalog, guided: files, fileOf, problems } = readContent(content.folder, undefined, today);
  expect(problems).toEqual([]);
  if (!catalog) throw new Error("the small content is in order");
  const { folder } = content;
  return rowsOf({ catalog, guided: files, fileOf, places: whereCodesStand(folder), everydayNames: readEverydayNames(folder) }, today);
}
const row = (code: string, of = rows()): Row | undefined => of.find((each) => each.code === code);

test("every procedure once, the one with most filings first, and a guided file in the place of its index row", () => {
  expect(rows().map(({ code, filings }) => [code, filings])).toEqual([
    ["1.000004", 300],
    ["1.000001", 20],
    ["1.000003", 0],
    ["1.000005", 0],
  ]);
});

test("a guided file tells who checked it, when the next check is due, and when it is overdue", () => {
  expect(row("1.000001")).toMatchObject({ person: "Nguyễn Thị Lan", on: "2026-08-01", review: "2026-10-31", states: ["guided", "past"] });
  expect(row("1.000001", rows(undefined, "2026-10-31"))?.states).toEqual(["guided"]);
  expect(row("1.000003")).toMatchObject({ person: undefined, states: ["guided"] });
});

test("what a guided file lacks", () => {
  expect(row("1.000001")?.lacks).toEqual(["fee"]);
  expect(row("1.000003")?.lacks).toEqual(["fee", "time", "place", "english", "person", "aliases", "url"]);
});

test("what a procedure of the index lacks", () => {
  expect(row("1.000004")?.lacks).toEqual([]);
  expect(row("1.000005")?.lacks).toEqual(["place", "english", "names", "url"]);
});

test("where to mend it: the guided file, or the line of the index", () => {
  expect(row("1.000001")).toMatchObject({ file: "procedures/cho/1.000001-thu.yaml" });
  expect(row("1.000004")).toMatchObject({ file: "index/cho.csv", line: 3 });
});

test("it is found by its other codes and by what people type", () => {
  expect(row("1.000001")?.also).toMatch(/1\.000002.*gánh hàng rong/);
  expect(row("1.000004")?.also).toContain("thuê sạp chợ");
});

test("a draft, a file that is to come and one that is over stay on the page, each with its state and its own file", () => {
  const { source, ...rest } = stallPermit;
  const stall = (more: Partial<typeof stallPermit>) =>
    rows([{ ...rest, source: { ...source, review: "2027-01-01" }, ...more }, healthCheck]);
  const states = (more: Partial<typeof stallPermit>): unknown => row("1.000001", stall(more))?.states;
  expect(states({ draft: true })).toEqual(["guided", "draft"]);
  expect(states({ effective: { from: "2026-11-23" } })).toEqual(["guided", "coming"]);
  expect(states({ effective: { to: "2026-11-21" } })).toEqual(["guided", "over"]);
  expect(states({ effective: { from: "2026-11-22", to: "2026-11-22" } })).toEqual(["guided"]);
  expect(row("1.000001", stall({ draft: true }))?.file).toContain("procedures/cho/1.000001-thu.yaml");
});
