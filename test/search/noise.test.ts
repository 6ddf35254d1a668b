import { describe, expect, test } from "vitest";
import { hasAccents, wordOf, wordsOf } from "../../src/search/text/fold.ts";
import { decodeKeystrokes } from "../../src/search/text/keystrokes.ts";
import { guided } from "../knowledge.ts";
import { noiseNames, withNoise } from "./noise.ts";
import { someOf } from "./noise-chance.ts";

const question = "Em muốn đăng ký thường trú cho con thì cần giấy tờ gì, hết bao nhiêu tiền?";
/** Every word with an accent in what the guided procedures are called; one without a vowel (ĐKKD) is none. */
const ordinary = [
  ...new Set(
    guided
      .flatMap(({ name, aliases }) => [name.vi, ...(aliases?.vi ?? [])].flatMap(wordsOf))
      .filter((word) => hasAccents(word) && /[aeiouy]/.test(word.folded))
      .map(({ typed }) => typed),
  ),
];

describe("noise", () => {
  test.each(noiseNames)("%s is the same every time, and changes the question", (name) => {
    expect(withNoise(name, question)).toBe(withNoise(name, question));
    expect(withNoise(name, question)).not.toBe(question);
    expect(withNoise(name, question.normalize("NFD"))).toBe(withNoise(name, question));
  });

  test("accents, Telex and VNI are what a keyboard leaves", () => {
    expect(withNoise("no accents", question)).toBe("Em muon dang ky thuong tru cho con thi can giay to gi, het bao nhieu tien?");
    expect(withNoise("raw Telex", "Đường đăng ký thường trú")).toBe("DDuwowngf ddawng kys thuwowngf trus");
    expect(withNoise("raw VNI", "Đường đăng ký thường trú")).toBe("D9u7o7ng2 d9a8ng ky1 thu7o7ng2 tru1");
  });

  test("a typo is one slip inside a word of four letters and more, in about every fourth word", () => {
    const words = question.split(" ");
    const misspelt = withNoise("a typo in every fourth word", question).split(" ");
    const changed = words.flatMap((word, position) => (word === misspelt[position] ? [] : [[word, misspelt[position] ?? ""] as const]));
    expect(misspelt).toHaveLength(words.length);
    expect(changed.length).toBeGreaterThanOrEqual(3);
    expect(changed.length).toBeLessThanOrEqual(5);
    for (const [word, slip] of changed) {
      expect(word.replace(/\P{L}/gu, "").length).toBeGreaterThanOrEqual(4);
      expect(slip.charAt(0)).toBe(word.charAt(0));
      expect(Math.abs(slip.length - word.length)).toBeLessThanOrEqual(1);
    }
  });

  test("chat spelling keeps the words that carry the meaning", () => {
    expect(withNoise("chat spelling, particles", question)).toContain("thường trú");
    expect(withNoise("chat spelling, particles", "cấp hộ chiếu như thế nào?")).toMatch(/cấp hộ chiếu ntn.*\?$/);
  });

  test("fillers stand between the words, and all the words stay", () => {
    const words = withNoise("fillers as one speaks", question).split(" ");
    const added = words.length - question.split(" ").length;
    expect(added).toBeGreaterThanOrEqual(2);
    expect(added).toBeLessThanOrEqual(7);
    expect(question.split(" ").filter((word) => !words.includes(word))).toEqual([]);
    expect(withNoise("fillers as one speaks", "marriage registration")).toBe("marriage registration");
  });

  test("there are enough ordinary words to try", () => {
    expect(ordinary.length).toBeGreaterThan(300);
  });

  test.each(["raw Telex", "raw VNI"] as const)("%s of an ordinary word is read back as that word", (name) => {
    const lost = ordinary.filter((word) => wordOf(decodeKeystrokes(withNoise(name, word)) ?? "").accented !== wordOf(word).accented);
    expect(lost).toEqual([]);
  });
});

describe("some of many", () => {
  test("are the same every time, each once, in their order", () => {
    const many = Array.from({ length: 100 }, (_, position) => position);
    const some = someOf(many, 10, "a seed");
    expect(some).toEqual(someOf(many, 10, "a seed"));
    expect(new Set(some).size).toBe(10);
    expect(some).toEqual([...some].sort((a, b) => a - b));
    expect(some).not.toEqual(someOf(many, 10, "another seed"));
  });

  test("are all of few", () => {
    expect(someOf([1, 2], 10, "a seed")).toEqual([1, 2]);
  });
});
