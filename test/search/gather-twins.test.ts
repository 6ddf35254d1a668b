import { describe, expect, test } from "vitest";
import { knowledge } from "../knowledge.ts";

const codesOf = (question: string): string[] => knowledge.search(question).matches.map(({ code }) => code);
const kindOf = (question: string): string => knowledge.search(question).kind;

describe("twins", () => {
  test("of the first stand within the first five: whoever chooses sees them side by side", () => {
    expect(codesOf("giấy phép bán buôn rượu").slice(0, 5)).toEqual(expect.arrayContaining(["2.001624", "2.000636", "2.001619"]));
  });

  test("are asked about, not guessed, when nothing she said sets them apart", () => {
    expect(kindOf("giấy phép kinh doanh vận tải")).toBe("choose");
    expect(kindOf("em muốn làm lại cccd")).toBe("choose");
  });

  test("are not asked about when she says which, or says the official name", () => {
    expect(kindOf("gia hạn giấy phép khai thác khoáng sản")).toBe("found");
    expect(kindOf("đăng ký kết hôn")).toBe("found");
  });
});
