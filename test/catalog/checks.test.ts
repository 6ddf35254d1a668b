import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readContent } from "../../src/catalog/read-content.ts";
import { card, index, mistaken, SmallContent } from "./small-content.ts";

const everyday = "everyday-names/ministry.yaml";

/** What is found after one edit, without the places. */
function found(file: string, old: string, young: string): unknown[] {
  using content = new SmallContent();
  content.edit(file, old, young);
  return content.found().map(({ mistake, values }) => ({ mistake, values }));
}

describe("inside one guided file", () => {
  test.each<[string, [string, string], ReturnType<typeof mistaken>]>([
    ["two papers of one id", ["id: consent", "id: form"], mistaken("id-twice", { list: "papers", id: "form" })],
    ["two answers of one id", ["id: child", "id: me"], mistaken("id-twice", { list: "answers", id: "me" })],
    [
      "a condition on a question nobody asks",
      ["{ all: { age: [big] } }", "{ all: { home: [big] } }"],
      mistaken("unknown-question", { id: "home" }),
    ],
    [
      "a question with a slip",
      ["{ all: { age: [big] } }", "{ all: { aeg: [big] } }"],
      mistaken("unknown-question-near", { id: "aeg", near: "age" }),
    ],
    [
      "an answer nobody gives",
      ["{ all: { age: [big] } }", "{ all: { age: [old] } }"],
      mistaken("unknown-answer", { question: "age", answer: "old", choices: "small, big" }),
    ],
    [
      "an answer with a slip",
      ["{ all: { age: [big] } }", "{ all: { age: [bigg] } }"],
      mistaken("unknown-answer-near", { question: "age", answer: "bigg", near: "big" }),
    ],
    ["a row of a paper that is not there", ["paper:form", "paper:photo"], mistaken("row-nowhere", { place: "paper:photo" })],
    ["a row with a slip", ["paper:form", "paper:fom"], mistaken("row-nowhere-near", { place: "paper:fom", near: "paper:form" })],
    [
      "a paper for who files for herself and for a small child",
      ["who: [child], age: [small]", "who: [me], age: [small]"],
      mistaken("paper-never-reached", { id: "consent" }),
    ],
    ["a note under an empty condition", ["{ all: { age: [big] } }", "{ any: {} }"], mistaken("note-never-reached", { id: "alone" })],
    [
      "a question that waits for its own answer",
      ["when: { all: { who: [child] } }", "when: { all: { age: [big] } }"],
      mistaken("question-later", { id: "age" }),
    ],
    [
      "a link to anybody inside a sentence",
      ["The child can come alone.", "See https://example.com/form."],
      mistaken("link-off-list", { value: "https://example.com/form." }),
    ],
    [
      "a sentence longer than a message",
      ["Cháu tự đến được.", "a ".repeat(2100).trim()],
      mistaken("text-too-long", { key: "vi", length: 4199, most: 4096 }),
    ],
    [
      "a button longer than a button",
      ["vi: Cho con", `vi: ${"Cho con tôi ".repeat(6).trim()}`],
      mistaken("label-long", { length: 71, most: 60 }),
    ],
  ])("%s", (_name, [old, young], wanted) => expect(found(card, old, young)).toContainEqual(wanted));

  test("a question that comes too late for a question, not for a paper", () => {
    using content = new SmallContent();
    content.edit(
      card,
      "  - id: who\n",
      "  - id: first\n    ask: { vi: A, en: A }\n    when: { all: { who: [me] } }\n    answers: [{ id: x, label: { vi: X, en: X } }, { id: y, label: { vi: Y, en: Y } }]\n  - id: who\n",
    );
    expect(content.found()).toEqual([expect.objectContaining({ mistake: "question-later", line: 18, column: 20 })]);
  });

  test("conditions over dozens of questions are gone through in no time, fulfilled or not", () => {
    const asked = Array.from(
      { length: 40 },
      (_, at) =>
        `  - id: q${at}\n    ask: { vi: A, en: A }\n    answers: [{ id: x, label: { vi: X, en: X } }, { id: y, label: { vi: Y, en: Y } }]`,
    );
    const all = asked.map((_, at) => `q${at}: [x]`).join(", ");
    using content = new SmallContent();
    content.edit(card, "  - id: who\n", `${asked.join("\n")}\n  - id: who\n`);
    content.edit(card, "{ all: { age: [big] } }", `{ all: { ${all} } }`);
    expect(content.found()).toEqual([]);
  });
});

describe("in all files together", () => {
  test.each<[string, [string, string, string], ReturnType<typeof mistaken>]>([
    ["a row of the index twice", [index, "9.000003", "9.000002"], mistaken("code-twice", { code: "9.000002", other: index })],
    ["a life event that leads nowhere", ["life-events.yaml", "9.000001", "9.999999"], mistaken("unknown-procedure", { code: "9.999999" })],
    [
      "a paper that no procedure yields",
      [card, "way: hand-in", 'yieldedBy: "9.999999"\n    way: hand-in'],
      mistaken("unknown-procedure", { code: "9.999999" }),
    ],
    ["names of a procedure nobody has", [everyday, "9.000002", "9.999999"], mistaken("unknown-procedure", { code: "9.999999" })],
    [
      "a province that is said to have no file",
      ["words.yaml", "otherProvinces: [", "otherProvinces: [nơi này, "],
      mistaken("province-has-file", { name: "nơi này", other: "provinces/somewhere.yaml" }),
    ],
    [
      "a name of another procedure, with other accents",
      [everyday, "xin giấy đi đường", "Xin the cu dan"],
      mistaken("alias-claimed", { alias: "Xin the cu dan", other: "9.000001 (Cấp thẻ)" }),
    ],
    [
      "a name that is a command",
      [everyday, "xin giấy đi đường", "Quay lại!"],
      mistaken("alias-is-command", { alias: "Quay lại!", command: "back" }),
    ],
    [
      "a name of a life event that is a reply",
      ["life-events.yaml", "[moving house]", "[got it]"],
      mistaken("alias-is-command", { alias: "got it", command: "have" }),
    ],
    [
      "a province without a procedure nobody has",
      ["provinces/somewhere.yaml", "levels:", 'withoutCodes: ["9.999999"]\nlevels:'],
      mistaken("without-unknown", { code: "9.999999" }),
    ],
    ["a review that has passed", [card, "2027-06-30", "2026-11-24"], mistaken("review-passed", { day: "2026-11-24" })],
  ])("%s", (_name, edit, wanted) => expect(found(...edit)).toEqual([wanted]));

  test("two files that serve one code, two provinces and two life events of one id", () => {
    using content = new SmallContent();
    content.write("procedures/other/again.yaml", `${"# a copy\n"}${readText(content, card)}`);
    content.write("provinces/twice.yaml", readText(content, "provinces/somewhere.yaml"));
    content.write("life-events.yaml", readText(content, "life-events.yaml").repeat(2));
    const all = content.found();
    expect(all).toContainEqual(
      expect.objectContaining({ ...mistaken("code-twice", { code: "9.000001", other: "procedures/other/again.yaml" }), file: card }),
    );
    expect(all).toContainEqual(
      expect.objectContaining({ ...mistaken("province-twice", { id: "somewhere", other: "provinces/somewhere.yaml" }) }),
    );
    expect(all).toContainEqual(expect.objectContaining({ ...mistaken("event-twice", { id: "moving" }), line: 5 }));
  });

  test("a name that twins of one official name share is a remark, and the guide starts", () => {
    using content = new SmallContent();
    content.edit(index, '"Cấp giấy đi đường, cấp lại"', "Cấp giấy đi đường");
    content.write(everyday, '"9.000002": { vi: [xin giấy đi đường] }\n"9.000003": { vi: [xin giay di duong] }\n');
    const { catalog, problems, remarks } = readContent(content.path, undefined, "2026-11-25");
    expect(catalog).toBeDefined();
    expect(problems).toEqual([]);
    expect(remarks).toEqual([expect.objectContaining({ mistake: "alias-of-twins", file: everyday, line: 2, column: 20 })]);
  });

  test("the same name with and without accents in one procedure is in order", () => {
    expect(found(card, "thẻ cư dân ở đâu]", "thẻ cư dân ở đâu, xin the cu dan]")).toEqual([]);
  });

  test("a review on the very day is not over yet", () => expect(found(card, "2027-06-30", "2026-11-25")).toEqual([]));

  test("a procedure is not called missing while its file cannot be read", () => {
    using content = new SmallContent();
    content.edit(card, "way: hand-in", "way: mail");
    expect(content.found().map(({ mistake }) => mistake)).toEqual(["unknown-value"]);
  });
});

function readText({ path }: SmallContent, file: string): string {
  return readFileSync(join(path, file), "utf8");
}
