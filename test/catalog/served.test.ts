import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { procedureOf } from "../../src/catalog/catalog.ts";
import { readContent } from "../../src/catalog/read-content.ts";
import { card, index, mistaken, SmallContent } from "./small-content.ts";

const next = "procedures/residence/9.000001-next.yaml";
const today = "2026-11-25";

/** A small content whose card has another file beside it, with these lines on top of each; "-" for no second file. */
function contentOf(first: string, second = "-"): SmallContent {
  const content = new SmallContent();
  const text = readFileSync(join(content.path, card), "utf8");
  content.write(card, `${first}\n${text}`);
  if (second !== "-")
    content.write(next, `${second}\n${text.replace("vi: Xin thẻ,", "vi: Xin thẻ mới,").replace("vi: Cấp thẻ,", "vi: Đổi thẻ,")}`);
  return content;
}

/** What answers for the card on a day: its everyday name, "index" for its row there, "nothing". */
function servedOn(content: SmallContent, day: string, preview?: string): string {
  const { catalog } = readContent(content.path, undefined, day, preview);
  if (!catalog) return "refused";
  const procedure = procedureOf(catalog, "9.000001");
  if (!procedure) return "nothing";
  return procedure.kind === "known" ? "index" : (procedure.guided.everyday?.vi ?? "");
}

const until = "effective: { to: 2026-12-31 }";
const from = "effective: { from: 2027-01-01 }";

describe("the catalog as of a day", () => {
  test.each<[string, string, string, Record<string, string>]>([
    ["a file without days", "", "-", { "2026-11-25": "Xin thẻ", "2030-01-01": "Xin thẻ" }],
    ["a draft", "draft: true", "-", { "2026-11-25": "nothing" }],
    ["a file that says it is no draft", "draft: false", "-", { "2026-11-25": "Xin thẻ" }],
    ["a file with a last day", until, "-", { "2026-12-31": "Xin thẻ", "2027-01-01": "nothing" }],
    ["a file with a first day", from, "-", { "2026-12-31": "nothing", "2027-01-01": "Xin thẻ" }],
    [
      "one after the other, with a gap",
      "effective: { to: 2026-11-30 }",
      from,
      { "2026-11-30": "Xin thẻ", "2026-12-01": "nothing", "2026-12-31": "nothing", "2027-01-01": "Xin thẻ mới" },
    ],
    ["one the day after the other", until, from, { "2026-12-31": "Xin thẻ", "2027-01-01": "Xin thẻ mới" }],
    ["a draft beside a published file", "", "draft: true", { "2026-11-25": "Xin thẻ" }],
    ["a draft with days", "", `draft: true\n${from}`, { "2027-01-01": "Xin thẻ" }],
  ])("%s", (_name, first, second, wanted) => {
    using content = contentOf(first, second);
    const days = Object.keys(wanted);
    expect(Object.fromEntries(days.map((day) => [day, servedOn(content, day)]))).toEqual(wanted);
  });

  test("falls back to the row of the index", () => {
    using content = contentOf("draft: true");
    content.edit(
      index,
      "9.000002,Cấp giấy đi đường,",
      "9.000001,Cấp thẻ,Cư trú,,commune,citizen,,,,,,list,2026-07\n9.000002,Cấp giấy đi đường,",
    );
    expect(servedOn(content, today)).toBe("index");
  });

  test("drafts and files of other days stay among the guided files, with their paths", () => {
    using content = contentOf(from, "draft: true");
    const { guided, fileOf } = readContent(content.path, undefined, today);
    expect(guided.map((each) => fileOf.get(each))).toEqual([card, next]);
  });

  test("a draft that is previewed takes the place of what serves its code, on its own days", () => {
    using content = contentOf("", `draft: true\n${from}`);
    expect(servedOn(content, "2026-12-31", "9.000001")).toBe("Xin thẻ");
    expect(servedOn(content, "2027-01-01", "9.000001")).toBe("Xin thẻ mới");
    expect(servedOn(content, "2027-01-01", "9.000002")).toBe("Xin thẻ");
  });
});

describe("days in the check", () => {
  const found = (first: string, second?: string): unknown[] => {
    using content = contentOf(first, second);
    return content.found().map(({ file, mistake, values }) => ({ file, mistake, values }));
  };
  const twice = { file: next, ...mistaken("code-twice", { code: "9.000001", other: card }) };

  test.each([
    ["no days at all", "", ""],
    ["days in one of them", until, ""],
    ["one day in common", "effective: { to: 2027-01-01 }", from],
    ["both from a day on", from, "effective: { from: 2028-01-01 }"],
  ])("two files that serve one code with %s are a mistake", (_name, first, second) => expect(found(first, second)).toContainEqual(twice));

  test("two files one after the other are in order, in either order of their names", () => {
    expect(found(until, from)).toEqual([]);
    expect(found(from, until)).toEqual([]);
  });

  test("a last day before the first is a mistake, and a day that no calendar has", () => {
    expect(found("effective: { from: 2027-01-02, to: 2027-01-01 }")).toEqual([
      { file: card, ...mistaken("days-turned", { from: "2027-01-02", to: "2027-01-01" }) },
    ]);
    expect(found("effective: { from: 2027-02-30 }")).toMatchObject([{ file: card, mistake: "bad-date" }]);
  });

  test("a name may go from one procedure to another with the day", () => {
    using content = contentOf(until, from);
    content.edit(next, '- code: "9.000001"', '- code: "9.000009"');
    expect(content.found()).toEqual([]);
    content.edit(next, "2027-01-01", "2026-12-31");
    expect(content.found().map(({ mistake }) => mistake)).toContain("alias-claimed");
  });
});

describe("what is wrong in a draft", () => {
  test.each([
    ["something is missing", "way: hand-in", "# no way yet"],
    ["a condition is on a question nobody asks", "{ all: { age: [big] } }", "{ all: { home: [big] } }"],
    ["it is no YAML", "name: {", "name: [{"],
    ["it claims the name of a procedure", "xin thẻ cư dân,", "xin giấy đi đường,"],
  ])("is told and refuses nothing: %s", (_name, old, young) => {
    using content = contentOf("draft: true");
    content.edit("life-events.yaml", "9.000001", "9.000002");
    content.edit(card, old, young);
    const { catalog, problems, remarks } = readContent(content.path, undefined, today);
    expect(catalog).toBeDefined();
    expect(problems).toEqual([]);
    expect(remarks.length).toBeGreaterThan(0);
    expect(new Set(remarks.map(({ file }) => file))).toEqual(new Set([card]));
    expect(readContent(content.path, undefined, today, "9.000001").problems).not.toEqual([]);
    expect(readContent(content.path, undefined, today, "9.000002").problems).toEqual([]);
  });

  test("does not lie with the published file that stands behind it", () => {
    using content = contentOf("", "draft: true");
    content.edit(next, '- code: "9.000001"', '- code: "9.000009"');
    const { problems, remarks } = readContent(content.path, undefined, today);
    expect(problems).toEqual([]);
    expect(new Set(remarks.map(({ file, mistake }) => `${file} ${mistake}`))).toEqual(new Set([`${next} alias-claimed`]));
  });
});

describe("the version as of a day", () => {
  const versionOn = (content: SmallContent, day: string): string => readContent(content.path, undefined, day).version;

  test("is one for all days where no file has any", () => {
    using content = contentOf("draft: true");
    expect(versionOn(content, "2030-01-01")).toBe(versionOn(content, today));
  });

  test("changes over with the day when what is served does, and only then", () => {
    using content = contentOf(until, from);
    expect(versionOn(content, "2026-12-31")).toBe(versionOn(content, today));
    expect(versionOn(content, "2027-01-01")).not.toBe(versionOn(content, today));
    expect(versionOn(content, "2028-01-01")).toBe(versionOn(content, "2027-01-01"));
  });
});
