import fc from "fast-check";
import { expect, test } from "vitest";
import { letters, linesOf, widthOf } from "../../../src/staff/picture/letters.ts";

test("no line is wider than its room, and no letter is lost, whatever the text", () => {
  const words = fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("đăng", "ký", "Ủy ban nhân dân", "W".repeat(40))), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, fc.integer({ min: 40, max: 400 }), (parts, width) => {
      const text = parts.join(" ");
      const lines = linesOf(text, width, letters.plain);
      expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      for (const line of lines) expect([line, [...line].length === 1 || widthOf(line, letters.plain) <= width]).toEqual([line, true]);
    }),
  );
});

test("words break between words where they can", () => {
  expect(linesOf("Đăng ký khai sinh cho trẻ em", 90, letters.plain)).toEqual(["Đăng ký", "khai sinh", "cho trẻ em"]);
});
