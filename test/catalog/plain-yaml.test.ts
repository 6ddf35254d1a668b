import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlainYaml } from "../../src/catalog/plain-yaml.ts";
import { readYaml } from "../../src/catalog/yaml-file.ts";

const files = readdirSync("content", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
const texts = files.map((name) => readFileSync(join("content", name), "utf8"));

/** What the library makes of a text. */
function ofLibrary(text: string): unknown {
  const read = readYaml("file.yaml", text);
  return Array.isArray(read) ? read : { value: read.value, places: read.places };
}

/** Where the plain reader reads a text, it reads what the library reads. True when it did. */
function agrees(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain) expect(plain).toEqual(ofLibrary(text));
  return plain !== undefined;
}

/** Stretches of YAML, signs that mean something in it, and what only looks like them. */
const bits = [
  "a",
  "b: 1",
  "a: x",
  "- ",
  "-",
  ": ",
  ":",
  " ",
  "  ",
  "\n",
  "\n  ",
  "\n- ",
  "{ ",
  " }",
  "[",
  "]",
  ", ",
  ",",
  '"',
  "'",
  '"x y"',
  "'z'",
];
const oddBits = [
  "#",
  " # c",
  "&a",
  "*a",
  "!t",
  "|",
  ">",
  "%",
  "@",
  "`",
  "?",
  "? ",
  "~",
  "null",
  "true",
  "No",
  "1.001190",
  "007",
  "0x1f",
  "1e3",
  "-1",
  "2026-07",
];
const rareBits = [
  "\t",
  "\r\n",
  "\r",
  "\u00a0",
  "\ufeff",
  "---\n",
  "...\n",
  "<<: ",
  "\\",
  "''",
  "é",
  "đ",
  "😀",
  "\u0301",
  "\u2028",
  "“",
  "(",
  "__proto__: ",
];
const bit = fc.constantFrom(...bits, ...oddBits, ...rareBits);

const indent = fc.constantFrom("", "", "", "  ", "  ", "    ", "- ", "- ", "  - ", " ");
const head = fc.constantFrom("a: ", "b: ", "c: ", "d:", "a:", "- ", '"e": ', "", "");
const tail = fc.oneof(
  bit,
  fc.constantFrom("x", "x y", "{ a: 1 }", "[x, y]", "{ a: [b], c: { d: e } }", '"x: y"', "12", "", "", "x # y", "'it'"),
);
const line = fc.tuple(indent, head, tail).map((parts) => parts.join(""));

describe("the plain reader of YAML", () => {
  test("reads every guided file of the content, as the library does", () => {
    for (const [at, text] of texts.entries()) {
      const read = agrees(text);
      if (files[at]?.startsWith("procedures")) expect([files[at], read]).toEqual([files[at], true]);
    }
  });

  test.each([
    ["lists at the depth of their key", "a:\n- x\n- y\nb: 1\n"],
    ["maps in lists in maps", "a:\n  - b: 1\n    c:\n      - d\n      - e: f\n  - g\n"],
    ["brackets in brackets", 'a: { b: [x, "y, z", { c: 1 }], d: [], e: {} }\n'],
    ["comments and empty lines", "# a\n\na: 1\n  # b\n\nb: 2\n#c"],
    ["words that look like numbers", 'a: [123/2015/NĐ-CP, 2026-07, 12, 007, 3 ngày, 1_0, "1.001193"]'],
    ["words that look like signs", "a: x - y\nb: x#y\nc: a:b\nd: x & y * z\ne: it's\nf: (x)\ng: “x”\nh: true\ni: yes\n"],
    ["spaces at the end of a line", "a: x  \nb:  \n  c: 1 \n"],
    ["comments behind a value", 'a: x # y\nb: "z" # y\nc: [d] # y\ne: f#g\n'],
    ["keys in quotes", '"1.001190": { vi: x }\n"a b": 1\n'],
  ])("reads %s", (_name, text) => expect(agrees(text)).toBe(true));

  test("leaves to the library what is not plain", () => {
    for (const text of [
      "",
      "a",
      "a: ~",
      "a: |\n  x",
      "a: 1.5",
      'a: "\\n"',
      "a: [x,\n  y]",
      "a: x\n  y",
      "a: b: c",
      "a: 1\na: 2",
      "{a}",
      "- - a",
      "a: &x y",
      "a:\n",
    ])
      expect([text, readPlainYaml(text)]).toEqual([text, undefined]);
    expect(readPlainYaml(`a: ${"[".repeat(100_000)}`)).toBeUndefined();
  });

  test("agrees with the library on any text", () => {
    const bits = fc.array(bit, { maxLength: 25 }).map((parts) => parts.join(""));
    const lines = fc.array(line, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("\n"));
    const read: string[] = [];
    const property = fc.property(fc.oneof(bits, lines, lines, lines), (text) => {
      if (agrees(text)) read.push(text);
    });
    fc.assert(property, { numRuns: 20_000 });
    expect(read.length).toBeGreaterThan(300);
  });

  test("agrees with the library on content that a hand slipped in", () => {
    const stretch = fc.constantFrom(...texts.filter((text) => text.length < 9000));
    const slip = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.constantFrom(0, 0, 1, 2, 30),
      put: fc.oneof(bit, fc.constant("")),
    });
    fc.assert(
      fc.property(stretch, fc.array(slip, { minLength: 1, maxLength: 3 }), (text, slips) => {
        const slipped = slips.reduce((now, { at, gone, put }) => {
          const from = Math.floor(at * now.length);
          return now.slice(0, from) + put + now.slice(from + gone);
        }, text);
        agrees(slipped);
      }),
      { numRuns: 400 },
    );
  });
});
