import { expect, test } from "vitest";
import { warmUp } from "../../src/search/warm-up.ts";

test("a search is warmed with the beginnings of at most 300 names, some misspelt, whatever stands in them", () => {
  const asked: string[] = [];
  const names = ["Đăng ký khai sinh", "", "…", ...Array.from({ length: 400 }, (_, at) => `Cấp giấy phép một hai ba bốn năm sáu bảy ${at}`)];
  warmUp((question) => {
    asked.push(question);
    return { kind: "unknown", matches: [], facets: [] };
  }, names);
  expect(asked).toHaveLength(300);
  expect(asked[0]).toBe("Đăăng ký khai sinh");
  expect(Math.max(...asked.map((question) => question.split(" ").length))).toBe(9);
});
