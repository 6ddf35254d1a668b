import { expect, test } from "vitest";
import { stockOf } from "../../src/search/build-search.ts";
import { wordsOf } from "../../src/search/fold.ts";
import { outsideWords, spokenOf } from "../../src/search/outside-words.ts";
import { catalogOf, known } from "./small-catalog.ts";

const { names } = stockOf(
  catalogOf({ known: [known("1.000001", "Cấp giấy phép xây dựng"), known("1.000002", "Đăng ký khai sinh")] }),
).shelves;
const outside = outsideWords(["thuê sân bóng", "thuê nhà trọ", "giá vàng hôm nay"].map(wordsOf));
const spoken = (question: string) => spokenOf(outside, names, wordsOf(question));

test("words that stand among what no office does speak for it, words of names against it", () => {
  expect(spoken("thuê sân bóng tối nay").foreign).toBeGreaterThan(spoken("giấy phép xây dựng").foreign);
  expect(spoken("giấy phép xây dựng").ours).toBeGreaterThan(spoken("thuê sân bóng tối nay").ours);
});

test("words that neither side has say nothing, and nothing leaves the scale", () => {
  for (const value of Object.values(spoken("xyz abc"))) expect(Math.abs(value)).toBe(0);
  for (const question of ["", "thuê ".repeat(50), "khai sinh ".repeat(50)])
    for (const value of Object.values(spoken(question))) expect(Math.abs(value)).toBeLessThanOrEqual(1);
});
