import { describe, expect, test } from "vitest";
import { readYaml } from "../../src/catalog/yaml-file.ts";

/** What is found in a text: place and name of each mistake. */
function found(text: string): string[] {
  const read = readYaml("file.yaml", text);
  return Array.isArray(read) ? read.map(({ line, column, mistake }) => `${line}:${column} ${mistake}`) : [];
}

describe("what a hand slips on in YAML is named, where it stands", () => {
  test.each<[string, string, string]>([
    ["a tab in front of a line", "a:\n\tb: 1", "2:1 tab-indent"],
    ["a space copied from Word in front of a line", "a: 1\n\u00a0b: 2", "2:1 odd-space"],
    ["a space copied from Word behind the colon", "a: 1\nb:\u00a02", "2:3 odd-space"],
    ["a key written twice", "a: 1\nb: 2\na: 3", "3:1 key-twice"],
    ["a colon inside a sentence", "vi: Lưu ý: mang theo", "1:5 colon-in-text"],
    ["a colon inside a sentence in braces", "{ vi: Lưu ý: mang theo, en: x }", "1:7 colon-in-text"],
    ["a quote that nothing closes", 'a: "x\nb: 1', "2:5 quote-open"],
    ["words behind a closing quote", 'a: "x" y', "1:8 after-quote"],
    ["an apostrophe inside single quotes", "a: 'it's'", "1:8 after-quote"],
    ["a list that nothing closes", "a: 1\nb: [1, 2\nc: 3", "2:4 bracket-open"],
    ["a brace that nothing closes, far above", "a: {\n  b: 1,\n  c: 2\nd: 3\ne: 4", "1:4 bracket-open"],
    ["a bracket closed by another", "a: [x, y}", "1:4 bracket-open"],
    ["a line without a colon", "a: 1\njust words", "2:1 no-colon"],
    ["no space behind the colon", "a: 1\nb:2", "2:1 no-colon"],
    ["a line too far to the right", "a: 1\n  b: 2", "2:3 bad-indent"],
    ["a line too far to the left", "  a: 1\nb: 2", "2:1 bad-indent"],
    ["a key in the middle of a list", "a:\n- x\n- y\n b: 1", "4:2 bad-indent"],
    ["a sentence that begins with @", "a: @x", "1:4 bad-start"],
    ["a sentence that begins with %", "a: %x", "1:4 bad-start"],
    ["a backslash in quotes", 'a: "C:\\q"', "1:7 bad-escape"],
    ["an anchor", "a: &x 1", "1:7 alias"],
    ["an alias", "a: 1\nb: *x", "2:4 alias"],
    ["an asterisk in front of a sentence", "a: * bản chính", "1:4 alias"],
    ["a merge key", "a: 1\n<<: { b: 1 }", "2:1 merge-key"],
    ["a tag of one's own", "a: !x y", "1:7 tag"],
    ["binary data", "a: !!binary aGk=", "1:13 tag"],
    ["two parts in one file", "a: 1\n---\nb: 2", "2:1 two-documents"],
    ["a list as a key", "? [a]\n: 1", "1:3 yaml-unclear"],
    ["nothing but a comment", "# x", "1:1 empty-file"],
  ])("%s", (_name, text, wanted) => expect(found(text)).toEqual([wanted]));

  test("several at once, one a line", () => {
    expect(found("a: x: y: z\nb: 1\nb: 2\nc: %")).toEqual(["1:4 colon-in-text", "3:1 key-twice", "4:4 bad-start"]);
  });
});

test("what looks odd and is in order is read", () => {
  const text =
    '\uFEFF---\n# a comment\n"a": 1.001190 # another\nb: |\n  two\n  lines\n1.001190: { x: "y", z: [] }\n__proto__: x\n...\n'.slice(1);
  const read = readYaml("file.yaml", text);
  if (Array.isArray(read)) throw new Error(JSON.stringify(read));
  expect(JSON.stringify(read.value)).toBe('{"a":1.00119,"b":"two\\nlines\\n","1.001190":{"x":"y","z":[]},"__proto__":"x"}');
  expect(read.written(["a"])).toBe("1.001190");
});
