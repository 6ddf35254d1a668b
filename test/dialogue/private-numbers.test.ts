import { describe, expect, test } from "vitest";
import { maskPrivate } from "../../src/dialogue/private-numbers.ts";

describe("numbers that look like hers", () => {
  test.each([
    "036201001234",
    "036 201 001 234",
    "123456789",
    "0912345678",
    "0912.345.678",
    "+84 912 345 678",
    "4111-1111-1111-1111",
    "9704366614626076016",
    "lan.anh@example.com",
    "số034099001122nhé",
    "lan@gov.vn",
    "０９１２３４５６７８",
    "٠٠١٠٩٩٠١٢٣٤٥",
    "0912/345/678",
    "0912,345,678",
    "0912_345_678",
    "1234567890123456789012",
    "user＠gmail.com",
    "a @ b . com",
    "C1234567",
  ])("%s is taken out", (number) => {
    const { text, masked } = maskPrivate(`mất giấy ${number} rồi`);
    expect(masked).toBe(true);
    expect(text).not.toMatch(/\p{Nd}{4}|@/u);
    expect(text).toMatch(/^mất giấy .+ rồi$/);
  });

  test.each([
    "1.001193",
    "2.000200",
    "1.001193 2.000200 1.004194",
    "1.001193 năm 2026",
    "123/2015/NĐ-CP",
    "18001096",
    "năm 2026",
    "50.000 đồng",
    "ngày 22/11/2026",
    "nghị định 118/2025/NĐ-CP và 66.7/2025/NQ-CP",
    "từ 01/07/2025 10 giờ",
  ])("%s is left", (text) => {
    expect(maskPrivate(text)).toEqual({ text, masked: false });
  });
});
