import { expect, test } from "vitest";
import { wordsOf } from "../../src/search/fold.ts";
import { foreignness, gatherNames, type Names, nearestNames, nearnessOfNames } from "../../src/search/names.ts";
import { catalogOf, known } from "./small-catalog.ts";

const proceduresOf = (...names: string[]) => [
  ...catalogOf({ known: names.map((name, at) => known(`1.00000${at}`, name)) }).procedures.values(),
];
const procedures = proceduresOf("Cấp giấy phép xây dựng", "Đăng ký khai sinh");
const names = gatherNames(procedures, { outside: ["thuê sân bóng", "thuê nhà trọ", "giá vàng hôm nay"], written: [] }, wordsOf);
const foreign = (question: string, among: Names = names): number => foreignness(among, nearnessOfNames(among, wordsOf(question)));

test("she speaks of what no office does when that is what her words are nearest to", () => {
  expect(foreign("thuê sân bóng tối nay")).toBeGreaterThan(0);
  expect(foreign("xin giấy phép xây dựng")).toBeLessThan(0);
});

test("words that nobody uses say nothing, and nothing leaves the scale", () => {
  expect(foreign("xyz abc")).toBe(0);
  expect(foreign("")).toBe(0);
  for (const question of ["thuê ".repeat(50), "khai sinh ".repeat(50)]) expect(Math.abs(foreign(question))).toBeLessThanOrEqual(1);
});

test("of many names only the nearest vote", () => {
  const far = Array.from({ length: 200 }, (_, at) => `thuê đồ số ${at}`);
  const many = gatherNames(proceduresOf("Cho thuê sân bóng của xã"), { outside: far, written: [] }, wordsOf);
  expect(foreign("sân bóng của xã", many)).toBeLessThan(0);
});

test("what no office does is nobody's name", () => {
  const near = nearestNames(names, nearnessOfNames(names, wordsOf("thuê sân bóng")), procedures.length);
  expect([...near]).toEqual([0, 0]);
});
