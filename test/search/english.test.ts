import { expect, test } from "vitest";
import { buildSearch } from "../../src/search/build-search.ts";
import { catalogOf, known } from "./small-catalog.ts";

const rows = [
  known("1.000001", "Cấp giấy phép khai thác khoáng sản"),
  known("1.000002", "Cấp lại chứng chỉ hành nghề dược"),
  known("1.000003", "Gia hạn giấy phép lao động cho người lao động nước ngoài"),
];
const small = buildSearch(catalogOf({ known: rows }));

test.each([
  ["I need a mining licence", "1.000001"],
  ["my pharmacist certificate was damaged", "1.000002"],
  ["extend the work permit of a foreign worker", "1.000003"],
])("English reaches a procedure that has no English name: %s", (question, code) => {
  expect(small(question).matches[0]?.code).toBe(code);
});
