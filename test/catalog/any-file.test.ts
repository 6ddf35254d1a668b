import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readContent } from "../../src/catalog/read-content.ts";
import { readLocales } from "../../src/wording/read-locales.ts";
import { openStaffWords } from "../../src/wording/staff-words.ts";
import { tellProblems } from "../../src/wording/tell-problems.ts";
import { card, index, SmallContent } from "./small-content.ts";

const locales = readLocales(new URL("../../locales/staff/", import.meta.url));
const says = [openStaffWords(locales, "vi"), openStaffWords(locales, "en")];

/** Reads the folder and tells all that is wrong in both languages: nothing throws, every blank is filled, every place is one, every file is known. */
function readAndTell(content: SmallContent, memory: ReturnType<typeof readContent>["memory"]): void {
  const { problems, remarks } = readContent(content.path, memory, "2026-11-25");
  for (const { line, column } of [...problems, ...remarks]) expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
  for (const say of says)
    for (const told of tellProblems(say, "content", [...problems, ...remarks]))
      expect(told).not.toMatch(/undefined|\{\{\w+\}\}|Invalid input/);
}

const signs = fc.constantFrom(
  ..."\n\n\n    ::,,--[]{}\"'#&*!|>%@`?~<\t\\/.0a\u0000\u00a0\ufeffđ😀",
  "null",
  "true",
  "1.001190",
  "- ",
  "<<: ",
  "id: ",
  "when: {}",
  ";",
);

test.each([card, index, "life-events.yaml", "provinces/somewhere.yaml", "everyday-names/ministry.yaml"])(
  "whatever a hand does to %s, it is told and not thrown",
  (file) => {
    using content = new SmallContent();
    const { memory } = readContent(content.path);
    const text = readFileSync(join(content.path, file), "utf8");
    const slip = fc.record({
      at: fc.nat(text.length),
      gone: fc.constantFrom(0, 1, 3, 40),
      put: fc.array(signs, { maxLength: 3 }).map((parts) => parts.join("")),
    });
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
        content.write(
          file,
          slips.reduce((now, { at, gone, put }) => now.slice(0, at) + put + now.slice(at + gone), text),
        );
        readAndTell(content, memory);
      }),
      { numRuns: 150 },
    );
  },
);

test("any bytes at all are told and not thrown", () => {
  using content = new SmallContent();
  const { memory } = readContent(content.path);
  fc.assert(
    fc.property(fc.constantFrom(card, index, "words.yaml"), fc.uint8Array({ maxLength: 200 }), (file, bytes) => {
      const before = readFileSync(join(content.path, file));
      content.write(file, bytes);
      readAndTell(content, memory);
      content.write(file, before);
    }),
    { numRuns: 300 },
  );
});
