import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stockOf } from "../../../src/search/build-search.ts";
import { decidedQuestions, readQuestionBook, withEntry } from "../../../src/staff/questions/question-book.ts";
import { lostQuestions } from "../../../src/staff/questions/try-alias.ts";
import { knowledge } from "../../knowledge.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "motcua-book-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (text: string): void => writeFileSync(join(folder, "questions.yaml"), text);
const answered = { question: "xin mộc đỏ", code: "2.000815", since: "2026-11" };

describe("the questions that staff chose (content/questions.yaml)", () => {
  test("each finds its procedure among the first three", () => {
    const { book, problems } = readQuestionBook("content");
    expect(problems).toEqual([]);
    expect(lostQuestions(stockOf(knowledge.catalog), book?.answered ?? [])).toEqual([]);
  });

  test("one that does not is told", () => {
    const lost = { question: "đăng ký kết hôn", code: "2.000815", since: "2026-11" };
    const found = { question: "đăng ký kết hôn", code: "1.000894", since: "2026-11" };
    expect(lostQuestions(stockOf(knowledge.catalog), [lost, found])).toEqual([lost]);
  });
});

describe("the file", () => {
  test("is not needed, and may be empty", () => {
    expect(readQuestionBook(folder).book).toEqual({ answered: [], rejected: [] });
    write("# nothing yet\n\n");
    expect(readQuestionBook(folder)).toMatchObject({ book: { answered: [], rejected: [] }, problems: [] });
  });

  test.each([
    "",
    "# a word before\n",
    "# a word before\nanswered: []\nrejected: []\n",
    "rejected:\n  - { question: x, reason: why not, since: 2026-10 }\n",
  ])("takes entries and keeps comments and order: %j", (text) => {
    const rejected = { question: "1.5", reason: "hỏi: việc khác, “x”", since: "2026-11", alike: ["yes", "- x"] };
    const after = withEntry(withEntry(text, "answered", answered), "rejected", rejected);
    write(after);
    const { book } = readQuestionBook(folder);
    expect(book?.answered).toEqual([answered]);
    expect(book?.rejected.at(-1)).toEqual(rejected);
    expect(after.includes("# a word before")).toBe(text.includes("#"));
    if (book) expect(decidedQuestions(book)).toEqual(expect.arrayContaining(["xin mộc đỏ", "1.5", "yes", "- x"]));
  });

  test("mistakes come back with line and column", () => {
    write('answered:\n  - { question: x, code: 1.5, since: 2026-11 }\n  - { question: y, code: "1.000894", since: soon }\nrefused: []\n');
    const { book, problems } = readQuestionBook(folder);
    expect(book).toBeUndefined();
    expect(problems.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
      "questions.yaml:2",
      "questions.yaml:3",
      "questions.yaml:4",
    ]);
  });
});
