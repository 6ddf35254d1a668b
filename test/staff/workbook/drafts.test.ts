import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readShelf } from "../../../src/staff/workbook/content-shelf.ts";
import { card, SmallContent } from "../../catalog/small-content.ts";

test("of two files for one code the workbook has the one of the day, and a draft that cannot be understood is left out", () => {
  using content = new SmallContent();
  const text = readFileSync(join(content.path, card), "utf8");
  content.write(card, `effective: { to: 2026-12-31 }\n${text}`);
  content.write("procedures/residence/a-next.yaml", `effective: { from: 2027-01-01 }\n${text}`);
  content.write("procedures/residence/b-draft.yaml", `draft: true\n${text.replace("name: {", "name: [{")}`);
  content.write("procedures/residence/c-draft.yaml", `draft: true\n${text}`);
  const fileOn = (day: string): unknown => {
    const read = readShelf(content.path, day);
    return "shelf" in read ? read.shelf.entries.get("9.000001")?.file : read.problems;
  };
  expect(fileOn("2026-12-31")).toBe(card);
  expect(fileOn("2027-01-01")).toBe("procedures/residence/a-next.yaml");
});
