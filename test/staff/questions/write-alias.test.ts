import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { withListItem, withNewCode } from "../../../src/staff/questions/write-alias.ts";

describe("a name is added to a list and no other sign changes", () => {
  const block = "# a file\naliases:\n  vi:\n    - một   # first\n    - 'hai'\n\n  # English\n  en: [one]\nname: x\n";

  test("below the last of a list over lines", () => {
    expect(withListItem(block, ["aliases", "vi"], "ba bốn")).toBe(block.replace("    - 'hai'\n", "    - 'hai'\n    - ba bốn\n"));
  });

  test("between brackets, also over several lines", () => {
    expect(withListItem(block, ["aliases", "en"], "two")).toBe(block.replace("[one]", "[one, two]"));
    expect(withListItem("a: [\n  x, # why\n  y ]\n", ["a"], "z")).toBe("a: [\n  x, # why\n  y, z ]\n");
  });

  test("Windows line ends stay, and a file without a last one gets it", () => {
    expect(withListItem("a:\r\n  - x\r\nb: 1\r\n", ["a"], "y")).toBe("a:\r\n  - x\r\n  - y\r\nb: 1\r\n");
    expect(withListItem("a:\n  - x", ["a"], "y")).toBe("a:\n  - x\n  - y\n");
  });

  test.each(["a, b", "yes", "1.5", "- x", "a: b", "#x", "[x]", "it's", '"x"', "null"])("%j is quoted where it must be", (name) => {
    expect(parse(withListItem(block, ["aliases", "en"], name) ?? "").aliases.en).toEqual(["one", name]);
    expect(parse(withListItem(block, ["aliases", "vi"], name) ?? "").aliases.vi).toEqual(["một", "hai", name]);
  });

  test.each([
    ["no such list", "aliases: { en: [x] }\n"],
    ["an empty list", "aliases: { vi: [] }\n"],
    ["no list", "aliases: { vi: x }\n"],
    ["an anchor", "aliases: { vi: *there }\n"],
    ["no YAML", "aliases: { vi: [x\n"],
  ])("%s is left to a person", (_what, text) => {
    expect(withListItem(text, ["aliases", "vi"], "y")).toBeUndefined();
  });

  test("every list of names in the content takes one", () => {
    const files = readdirSync("content/procedures", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
    for (const file of files) {
      const text = readFileSync(join("content/procedures", file), "utf8");
      expect([file, withListItem(text, ["aliases", "vi"], "một tên, mới")?.length]).toEqual([file, expect.any(Number)]);
    }
    const names = readFileSync("content/everyday-names/bo-y-te.yaml", "utf8");
    for (const code of Object.keys(parse(names)))
      expect(withListItem(names, [code, "vi"], "một tên mới")?.split("\n")).toHaveLength(names.split("\n").length);
  });
});

describe("a code that has no names yet", () => {
  const names = '# names\n"1.000002": { vi: [hai] }\n\n# the fourth\n"1.000004": { vi: [bốn] }\n';

  test.each([
    ["1.000001", '# names\n"1.000001": { vi: [mới] }\n"1.000002"'],
    ["1.000003", '# the fourth\n"1.000003": { vi: [mới] }\n"1.000004"'],
    ["1.000005", '"1.000004": { vi: [bốn] }\n"1.000005": { vi: [mới] }\n'],
  ])("%s gets its line in the order of the codes", (code, part) => {
    expect(withNewCode(names, code, "mới")).toContain(part);
  });

  test("an empty file, one of comments only, and one without a last line end", () => {
    expect(withNewCode("", "1.000001", "mới")).toBe('"1.000001": { vi: [mới] }\n');
    expect(withNewCode("# names", "1.000001", "mới")).toBe('# names\n"1.000001": { vi: [mới] }\n');
    expect(withNewCode('"1.000002": { vi: [x] }', "1.000003", "y")).toBe('"1.000002": { vi: [x] }\n"1.000003": { vi: [y] }\n');
  });

  test("what is no map is left to a person", () => {
    expect(withNewCode("- x\n", "1.000001", "mới")).toBeUndefined();
    expect(withNewCode("{ a: 1 }\n", "1.000001", "mới")).toBeUndefined();
  });
});
