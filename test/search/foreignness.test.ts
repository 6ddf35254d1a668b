import { expect, test } from "vitest";
import { foreignness } from "../../src/search/index/foreignness.ts";
import { gatherNames, type Names } from "../../src/search/index/names.ts";
import { fourthNearestNames, nearestNames, nearnessOfNames } from "../../src/search/index/nearness.ts";
import { wordsOf } from "../../src/search/text/fold.ts";
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

test("how near the fourth nearest name of a procedure is counts only its own names", () => {
  const everydayNames = {
    "1.000000": { vi: ["cất nhà", "cất nhà mới", "cất nhà tạm", "cất nhà sàn"], en: [] },
    "1.000001": { vi: ["cất nhà", "làm nhà", "xây tường"], en: [] },
  };
  const twins = catalogOf({ known: [known("1.000000", "Cấp giấy phép xây dựng"), known("1.000001", "Cấp phép sửa chữa")], everydayNames });
  const among = gatherNames([...twins.procedures.values()], { outside: ["cất nhà", "cất nhà mất", "cất nhà đâu"], written: [] }, wordsOf);
  const nearness = nearnessOfNames(among, wordsOf("cất nhà"));
  for (const near of nearestNames(among, nearness, 2)) expect(near).toBeCloseTo(1);
  const [first, second] = fourthNearestNames(among, nearness, 2);
  expect(first).toBeGreaterThan(0.1);
  expect(second).toBe(0);
});
