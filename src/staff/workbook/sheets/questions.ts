import { both, type Choice, type Column, condition, plain, shown } from "../columns.ts";
import { type Condition, conditionInWords } from "../condition.ts";
import { type Facts, listAt, withValueAt } from "../facts.ts";
import { type Cells, cellsOf, type Entry, itemAt, type Row, type Sheet, withItems } from "./sheet.ts";

const lineKinds = [
  { value: "question", say: "choice.question" },
  { value: "answer", say: "choice.answer" },
] as const satisfies readonly Choice[];

const ofQuestion = [
  plain("question", ["id"], { is: "id" }, { width: 16 }),
  ...both("ask", ["ask"], { required: true }),
  ...both("hint", ["hint"]),
  condition(),
];
const ofAnswer = [plain("answer", ["id"], { is: "id" }, { width: 16 }), ...both("ask", ["label"], { required: true })];

const columns: Column[] = [
  { ...shown("code", 10), kind: { is: "code" } },
  shown("procedure", 24),
  { ...shown("line", 12), kind: { is: "choice", of: lineKinds }, required: true },
  { ...shown("order", 8), kind: { is: "order" } },
  { ...shown("question", 16), kind: { is: "id" } },
  { ...shown("answer", 16), kind: { is: "id" } },
  ...ofQuestion.slice(1),
  shown("in-words", 30),
];

/** A question in one row and its answers in the rows below it; which is which stands in the column "line". */
export const questions: Sheet = {
  name: "questions",
  of: ["guided"],
  sticky: 6,
  columns,
  rows: "by id",
  keyOf: ({ line, question = "", answer = "" }) => (line === "answer" ? answer && `${question}/${answer}` : question),
  groupOf: ({ line, question = "" }) => (line === "answer" ? question : ""),
  toRows: (entry) => listAt(entry.facts, ["questions"]).flatMap((question, place) => rowsOf(entry, question, place)),
  apply: (facts, before, after) => {
    const asked = { before: before.filter(isQuestion), after: after.filter(isQuestion) };
    const withAsked = withItems(facts, { list: ["questions"], columns: ofQuestion }, asked);
    const list = listAt(withAsked, ["questions"]).map((question, place) => {
      const id = asked.after[place]?.cells["question"] ?? "";
      const ofIt = (rows: readonly Row[]): Row[] => rows.filter((row) => !isQuestion(row) && row.cells["question"] === id).map(ownKey);
      return withItems(question, { list: ["answers"], columns: ofAnswer }, { before: ofIt(before), after: ofIt(after) });
    });
    return withValueAt(withAsked, ["questions"], list);
  },
  rowAt: (facts, path) => {
    const asked = itemAt(facts, ["questions"], path);
    const question = listAt(facts, ["questions"]).find(({ id }) => id === asked?.key);
    const answered = asked && question ? itemAt(question, ["answers"], asked.rest) : undefined;
    if (!answered || !asked) return asked;
    const [label, ...rest] = answered.rest;
    return { key: `${asked.key}/${answered.key}`, rest: label === "label" ? ["ask", ...rest] : answered.rest };
  },
};

function rowsOf({ owner, title, facts }: Entry, question: Facts, place: number): Row[] {
  const id = String(question["id"]);
  const words = conditionInWords(question["when"] as Condition | undefined, listAt(facts, ["questions"]));
  const empty = Object.fromEntries(columns.map(({ name }) => [name, ""]));
  const beside = { code: owner, procedure: title };
  const asked: Cells = {
    ...empty,
    ...cellsOf(ofQuestion, question),
    ...beside,
    line: "question",
    order: String(place + 1),
    "in-words": words,
  };
  const answers = listAt(question, ["answers"]).map((answer, at) => ({
    owner,
    key: `${id}/${String(answer["id"])}`,
    cells: { ...empty, ...cellsOf(ofAnswer, answer), ...beside, line: "answer", order: String(at + 1), question: id },
  }));
  return [{ owner, key: id, cells: asked }, ...answers];
}

function isQuestion({ cells }: Row): boolean {
  return cells["line"] === "question";
}

function ownKey(row: Row): Row {
  return { ...row, key: row.cells["answer"] ?? "" };
}
