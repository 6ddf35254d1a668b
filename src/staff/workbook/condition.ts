import type { StaffSentence } from "../../wording/staff-words.ts";
import { type Facts, listAt, valueAt } from "./facts.ts";
import { tidy } from "./tidy.ts";

type Answers = Record<string, string[]>;
/** When something belongs to a case, as the content files write it. */
export type Condition = { all?: Answers | undefined; any?: Answers | undefined };

/** What is wrong with a cell, as one of our sentences. */
export type Fault = { say: StaffSentence; with?: Record<string, string | number> };

const term = String.raw`[^\s=|()]+\s*=`;
const and = new RegExp(String.raw`(?:\s+(?:VÀ|và|AND|and)\s+|\s*[;&]\s*)(?=\(|${term})`, "u");
const or = new RegExp(String.raw`\s+(?:HOẶC|hoặc|OR|or)\s+(?=${term})`, "u");

/** "kind = household | list VÀ home = own": all of it holds. "a = x HOẶC b = y": one of it does. Both together: "a = x VÀ (b = y HOẶC c = z)". */
export function writeCondition(when: Condition | undefined): string {
  const all = terms(when?.all);
  const any = terms(when?.any).join(" HOẶC ");
  if (any === "") return all.join(" VÀ ");
  return all.length === 0 ? any : [...all, `(${any})`].join(" VÀ ");
}

/** Reads what writeCondition writes; undefined when it is no condition. Names of questions and answers are not looked at. */
export function readCondition(text: string): Condition | undefined {
  const parts = text.split(and);
  const groups = parts.filter((part) => part.startsWith("(") || (parts.length === 1 && or.test(part)));
  const all = answersOf(parts.filter((part) => !groups.includes(part)));
  const any = answersOf(groups.flatMap((group) => group.replace(/^\(|\)$/g, "").split(or)));
  if (groups.length > 1 || !all || !any) return undefined;
  return { ...(Object.keys(all).length > 0 && { all }), ...(Object.keys(any).length > 0 && { any }) };
}

/** The condition with ids for the questions and answers it names; an answer may be named as it is shown. */
export function settleCondition(text: string, questions: readonly Facts[]): { settled: string } | { fault: Fault } {
  const read = readCondition(text);
  if (!read) return { fault: { say: "wrong.condition", with: { text } } };
  const faults: Fault[] = [];
  const settle = (answers: Answers | undefined): Answers | undefined => {
    if (!answers) return undefined;
    return Object.fromEntries(Object.entries(answers).map(([id, named]) => settleTerm({ id, named, questions, faults })));
  };
  const settled = writeCondition({ all: settle(read.all), any: settle(read.any) });
  return faults[0] ? { fault: faults[0] } : { settled };
}

/** The condition in words, for whoever reads the sheet: each question with the answers that count. */
export function conditionInWords(when: Condition | undefined, questions: readonly Facts[]): string {
  const sentences = Object.entries({ ...when?.all, ...when?.any }).map(([id, answers]) => {
    const question = questions.find((one) => one["id"] === id);
    const labels = answers.map((answer) => labelOf(listAt(question ?? {}, ["answers"]).find((one) => one["id"] === answer)) || answer);
    return `${String(valueAt(question ?? {}, ["ask", "vi"]) ?? id)} → ${labels.join(" / ")}`;
  });
  return sentences.join("\n");
}

type Named = { id: string; named: string[]; questions: readonly Facts[]; faults: Fault[] };

function settleTerm({ id, named, questions, faults }: Named): [string, string[]] {
  const question = questions.find((one) => one["id"] === id.toLowerCase());
  const known = questions.map((one) => one["id"]).join(", ");
  if (!question) faults.push({ say: "wrong.question", with: { id, known: known || "–" } });
  const answers = question ? listAt(question, ["answers"]) : [];
  const found = named.map((name) => {
    const same = (text: unknown): boolean => typeof text === "string" && tidy(text).toLowerCase() === tidy(name).toLowerCase();
    const answer =
      answers.find((one) => same(one["id"])) ?? answers.find((one) => same(labelOf(one)) || same(valueAt(one, ["label", "en"])));
    const all = answers.map((one) => one["id"]).join(", ");
    if (question && !answer) faults.push({ say: "wrong.answer", with: { id, answer: name, known: all } });
    return String(answer?.["id"] ?? name);
  });
  return [String(question?.["id"] ?? id), found];
}

function labelOf(answer: Facts | undefined): string {
  return String(valueAt(answer ?? {}, ["label", "vi"]) ?? "");
}

function terms(answers: Answers | undefined): string[] {
  return Object.entries(answers ?? {}).map(([id, wanted]) => `${id} = ${wanted.join(" | ")}`);
}

/** The answers wanted of each question, undefined when a part is no term or a question is named twice. */
function answersOf(parts: readonly string[]): Answers | undefined {
  const pairs = parts.map((part) => /^([^\s=|()]+)\s*=(.+)$/su.exec(tidy(part)));
  const read = pairs.map((pair) => [pair?.[1] ?? "", (pair?.[2] ?? "").split("|").map(tidy)] as const);
  const broken = read.some(([id, answers]) => id === "" || answers.length === 0 || answers.includes(""));
  const twice = new Set(read.map(([id]) => id)).size < read.length;
  return broken || twice ? undefined : Object.fromEntries(read.map(([id, answers]) => [id, [...answers]]));
}
