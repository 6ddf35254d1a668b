import { type Catalog, nameOf, type Procedure, procedureOf } from "../../catalog/catalog.ts";
import type { Guided, Paper, Question, When } from "../../catalog/procedure.ts";
import type { Text } from "../../catalog/text.ts";
import type { StaffSay } from "../../wording/staff-words.ts";
import { branchesOf, whenWords } from "./branches.ts";
import { type Fact, factsOf } from "./facts-of-flow.ts";
import type { InWords } from "./in-words.ts";

/** Something to have ready, or that the office looks up: its name and the smaller lines below it. */
export type FlowItem = { kind: "paper" | "looked-up"; name: string; lines: string[] };

/** What some answers of a question lead to. Answers are positions in the question's list. */
type Outcome = { answers: readonly number[]; items: FlowItem[] };

/** A question of the picture: `after` are the answers of earlier questions that lead to it (none: everybody is asked), `only` says the same in words. */
export type FlowQuestion = {
  number: number;
  ask: string;
  only: string | undefined;
  after: { question: number; answers: readonly number[] }[];
  /** Each answer, the numbers of the questions it leads to, and what else it changes, in a word each. */
  answers: { label: string; next: number[]; besides: string[] }[];
  outcomes: Outcome[];
};

/** Everything a picture of a guided procedure shows, in words of one language. */
export type Flow = {
  code: string;
  name: string;
  about: string;
  /** Life events that lead here. */
  leads: string[];
  questions: FlowQuestion[];
  everybody: FlowItem[];
  lookedUp: FlowItem[];
  facts: Fact[];
  link: string;
};

type Conditional = { item: FlowItem; when: When };

/** What the picture of a guided file shows; drafts, which the catalog leaves out, can be drawn too. */
export function flowOf(catalog: Catalog, guided: Guided, wording: InWords): Flow {
  const { say, read } = wording;
  const papers = guided.papers.map((paper) => ({ item: paperItem(catalog, paper, wording), when: paper.when }));
  const found = (guided.lookedUp ?? []).map(({ name, database, when }) => {
    return { item: { kind: "looked-up" as const, name: read(name), lines: [say("picture.in", { database: read(database) })] }, when };
  });
  const conditional = [...papers, ...found].filter((each): each is Conditional => each.when !== undefined);
  const ofEverybody = (items: { item: FlowItem; when: When | undefined }[]): FlowItem[] =>
    items.flatMap(({ item, when }) => (when ? [] : [item]));
  const levels = [...new Set(guided.codes.flatMap((each) => each.levels))].map((level) => say(`level.${level}`));
  const codes = guided.codes.map((each) => each.code);
  const leading = catalog.lifeEvents.filter(({ steps }) => steps.some((step) => codes.includes(step.code)));
  return {
    code: codes[0] ?? "",
    name: read(guided.name),
    about: [codes.join(", "), guided.field ? read(guided.field) : "", levels.join(", ")].filter(Boolean).join(" · "),
    leads: leading.map(({ name }) => read(name)),
    questions: guided.questions.map((question) => questionOf(guided, question, conditional, wording)),
    everybody: ofEverybody(papers),
    lookedUp: ofEverybody(found),
    ...factsOf(catalog, guided, wording),
  };
}

function questionOf(guided: Guided, question: Question, conditional: Conditional[], wording: InWords): FlowQuestion {
  const { questions } = guided;
  const numberOf = (id: string): number => questions.findIndex((each) => each.id === id) + 1;
  const nextOf = (answer: string): number[] =>
    questions.flatMap((other) => {
      const branch = other.when && branchesOf(questions, other.when).find((each) => each.question === question.id);
      return branch?.answers.includes(answer) ? [numberOf(other.id)] : [];
    });
  return {
    number: numberOf(question.id),
    ask: wording.read(question.ask),
    only: question.when && wording.say("picture.only", { when: whenWords(questions, question.when, undefined, wording) ?? "" }),
    after: (question.when ? branchesOf(questions, question.when) : []).map((branch) => ({
      question: numberOf(branch.question),
      answers: positionsOf(questions, branch.question, branch.answers),
    })),
    answers: question.answers.map(({ id, label }) => {
      return { label: wording.read(label), next: nextOf(id), besides: besidesOf(guided, question.id, id, wording.say) };
    }),
    outcomes: outcomesOf(questions, question, conditional, wording),
  };
}

/** What an answer changes besides papers and questions: the fee, the time, what to remember. */
function besidesOf({ questions, fee, time = [], notes = [] }: Guided, question: string, answer: string, say: StaffSay): string[] {
  const changes = (each: { when?: When | undefined }): boolean =>
    each.when !== undefined &&
    branchesOf(questions, each.when).some((branch) => branch.question === question && branch.answers.includes(answer));
  const amounts = fee.kind === "amounts" ? fee.amounts : [];
  return [
    ...(amounts.some(changes) ? [say("picture.own-fee")] : []),
    ...(time.some(changes) ? [say("picture.own-time")] : []),
    ...(notes.some(changes) ? [say("picture.own-note")] : []),
  ];
}

/** What hangs on this question, the same answers together. */
function outcomesOf(questions: Question[], { id }: Question, conditional: Conditional[], wording: InWords): Outcome[] {
  const here = conditional.flatMap(({ item, when }) => {
    const branch = branchesOf(questions, when).find((each) => each.question === id);
    if (!branch) return [];
    const also = whenWords(questions, when, id, wording);
    const lines = also === undefined ? item.lines : [...item.lines, wording.say("picture.also", { when: also })];
    return [{ answers: positionsOf(questions, id, branch.answers), item: { ...item, lines } }];
  });
  const together = Map.groupBy(here, ({ answers }) => answers.join());
  const outcomes = [...together.values()].map((same) => ({ answers: same[0]?.answers ?? [], items: same.map(({ item }) => item) }));
  return outcomes.sort((one, other) => (one.answers[0] ?? 0) - (other.answers[0] ?? 0));
}

function positionsOf(questions: Question[], id: string, answers: readonly string[]): number[] {
  const all = questions.find((question) => question.id === id)?.answers ?? [];
  return all.flatMap((answer, position) => (answers.includes(answer.id) ? [position] : []));
}

function paperItem(catalog: Catalog, { name, way, counts = {}, yieldedBy }: Paper, { say, read }: InWords): FlowItem {
  const counted = (["original", "copy", "certified"] as const).flatMap((kind) => {
    const count = counts[kind];
    return count === undefined || count === 0 ? [] : [say(`picture.count.${kind}`, { count })];
  });
  const giver = yieldedBy === undefined ? undefined : procedureOf(catalog, yieldedBy);
  const from = giver ? [say("picture.yielded", { name: read(calledName(giver)), code: yieldedBy ?? "" })] : [];
  return { kind: "paper", name: read(name), lines: [[say(`picture.way.${way}`), ...counted].join(" · "), ...from] };
}

/** The everyday name where there is one: official names may be 50 words long. */
function calledName(procedure: Procedure): Text {
  return (procedure.kind === "guided" ? procedure.guided.everyday : undefined) ?? nameOf(procedure);
}
