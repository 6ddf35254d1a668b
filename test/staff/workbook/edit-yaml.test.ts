import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { editYaml } from "../../../src/staff/workbook/edit-yaml.ts";

const file = `# the head
name: { vi: "Tờ khai", en: A form } # two languages
aliases:
  vi:
    - một
    # the second has a reason
    - hai # and a tail
  en: [one, two]

# about the papers
papers:
  - id: ct01
    name: { vi: Tờ khai, en: Form }
    what: |
      two
      lines

  # the list of people
  - id: list
    name: { vi: Danh sách, en: List }
questions: []
`;
type Loose = Record<string, unknown> & { papers: Record<string, unknown>[]; name: Loose; aliases: { vi: string[]; en: string[] } };
const edited = (change: (value: Loose) => unknown, text = file): string => {
  const value = parse(text) as Loose;
  change(value);
  const result = editYaml(text, value);
  expect(parse(result ?? "")).toEqual(value);
  return result ?? "";
};
const lines = (text: string): string[] => text.split("\n");
/** Lines that only one of the two texts has. */
const differing = (text: string): string[] => [
  ...lines(text).filter((line) => !lines(file).includes(line)),
  ...lines(file).filter((line) => !lines(text).includes(line)),
];

describe("editing a content file", () => {
  test("nothing changed: not a byte, for every file of content/", () => {
    for (const path of globSync("content/**/*.yaml")) {
      const text = readFileSync(path, "utf8");
      expect([path, editYaml(text, parse(text)) === text]).toEqual([path, true]);
    }
  });

  test("a sentence: only its line, quoted as before, its comment kept", () => {
    const text = edited(({ name }) => Object.assign(name, { vi: "Tờ khai mới" }));
    expect(differing(text)).toEqual([
      'name: { vi: "Tờ khai mới", en: A form } # two languages',
      'name: { vi: "Tờ khai", en: A form } # two languages',
    ]);
  });

  test("a list that loses an item, gains one and is set in another order keeps the comments with their items", () => {
    const text = edited(({ aliases }) => Object.assign(aliases, { vi: ["hai", "ba", "một"], en: ["one", "2, two"] }));
    expect(text).toContain("    # the second has a reason\n    - hai # and a tail\n    - ba\n    - một\n");
    expect(text).toContain('  en: [one, "2, two"]\n');
    expect(edited(({ aliases }) => aliases.vi.pop())).not.toContain("reason");
  });

  test("a paper that comes, goes or moves, and a list that was empty", () => {
    const paper = { id: "new", name: { vi: "Giấy mới", en: "New paper" } };
    expect(edited(({ papers }) => papers.push(paper))).toContain("  - id: new\n    name: { vi: Giấy mới, en: New paper }\nquestions: []");
    expect(edited(({ papers }) => papers.reverse())).toContain("papers:\n\n  # the list of people\n  - id: list");
    expect(edited(({ papers }) => papers.shift())).toContain("# about the papers\npapers:\n\n  # the list of people\n  - id: list");
    expect(edited((value) => Object.assign(value, { papers: [] }))).toContain("papers: []\nquestions: []");
    const asked = edited((value) => Object.assign(value, { questions: [{ id: "who", ask: { vi: "Ai?", en: "Who?" } }] }));
    expect(asked).toContain("questions:\n  - { id: who, ask: { vi: Ai?, en: Who? } }\n");
  });

  test("Windows line ends and a byte order mark stay", () => {
    const windows = `\uFEFF${file.replaceAll("\n", "\r\n")}`;
    const text = editYaml(windows, { ...parse(file), questions: ["x"] }) ?? "";
    expect(text).toBe(windows.replace("questions: []", "questions: [x]"));
  });

  test("a file with anchors is left to a person", () => {
    expect(editYaml("a: &x [1]\nb: *x\n", { a: [2], b: [1] })).toBeUndefined();
  });
});

describe("any edit", () => {
  const texts = [
    "a, b",
    "x: y",
    "#h",
    "- z",
    "“q”",
    "l1\nl2",
    "1.000193",
    "",
    "đổi",
    "true",
    "it's",
    '"dq"',
    "[",
    "null",
    "2027-01-31",
    "\u0085",
  ];
  const leaf = fc.oneof(fc.constantFrom(...texts), fc.integer(), fc.boolean());
  const grown = fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 3 }),
    fc.record({ vi: leaf, en: leaf }, { noNullPrototype: true }),
    fc.array(
      fc.record({ id: fc.constantFrom("a", "b", "c"), ask: fc.record({ vi: leaf }, { noNullPrototype: true }) }, { noNullPrototype: true }),
      { maxLength: 2 },
    ),
  );
  const step = fc.record({ at: fc.nat(), what: fc.constantFrom("set", "remove", "insert", "swap"), to: fc.nat(), value: grown });
  const samples = globSync("content/{procedures/cu-tru,provinces,everyday-names}/*.yaml").map((path) => readFileSync(path, "utf8"));

  test("gives a file with exactly the new value, comments above what stays included", () => {
    const property = fc.property(fc.constantFrom(file, ...samples), fc.array(step, { minLength: 1, maxLength: 4 }), (text, steps) => {
      const value = parse(text);
      for (const one of steps) change(value, one);
      expect(parse(editYaml(text, value) ?? "nothing came back")).toEqual(value);
    });
    fc.assert(property, { numRuns: 300 });
  });

  type Step = { at: number; what: string; to: number; value: unknown };
  /** Changes one place of a value, lists and maps alike. */
  function change(root: unknown, { at, what, to, value }: Step): void {
    const holders: (Record<string, unknown> | unknown[])[] = [];
    const walk = (one: unknown): void => {
      if (typeof one !== "object" || one === null) return;
      if (Object.keys(one).length > 0) holders.push(one as Record<string, unknown>);
      for (const part of Object.values(one)) walk(part);
    };
    walk(root);
    const holder = holders[at % holders.length];
    if (holder === undefined) return;
    const keys = Object.keys(holder);
    const key = keys[to % keys.length] ?? "";
    if (Array.isArray(holder)) {
      const place = Number(key);
      if (what === "set") holder[place] = value;
      if (what === "remove") holder.splice(place, 1);
      if (what === "insert") holder.splice(place, 0, value);
      if (what === "swap") holder.push(...holder.splice(place, 1));
      return;
    }
    if (what === "remove") delete holder[key];
    else holder[what === "insert" ? "fresh" : key] = value;
  }
});
