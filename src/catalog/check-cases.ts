import { type Answers, applies } from "./cases.ts";
import type { Mistaken } from "./mistakes.ts";
import { nearest } from "./nearest.ts";
import type { Path } from "./places.ts";
import type { Guided, Question, When } from "./procedure.ts";

/** A condition of a file: where it stands, what never happens if it never holds, and which questions are answered before it. */
type Condition = { path: Path; when: When; never: Mistaken; before: readonly Question[] };
type Found = { path: Path; mistaken: Mistaken };
type Conditional = { when?: When | undefined };

/** More cases than this are not gone through; a condition over so many counts as one that can hold. The largest of today's files has some hundred. */
const mostCases = 20_000;

/** Conditions that name what does not exist, and conditions that no case fulfils: questions never asked, papers and notes nobody reaches, fees and times for nobody. */
export function checkCases(value: Guided): Found[] {
  return conditionsOf(value).flatMap(({ path, when, never, before }) => {
    const wrong = wrongNames(when, before, value.questions);
    if (wrong.length > 0) return wrong.map(({ path: inner, mistaken }) => ({ path: [...path, ...inner], mistaken }));
    return canHold(when, before) ? [] : [{ path, mistaken: never }];
  });
}

function conditionsOf(value: Guided): Condition[] {
  const all = value.questions;
  const amounts = value.fee.kind === "amounts" ? value.fee.amounts : [];
  const noCase = (): Mistaken => ({ mistake: "condition-never", values: {} });
  const noPaper = ({ id }: { id: string }): Mistaken => ({ mistake: "paper-never-reached", values: { id } });
  return [
    ...value.questions.flatMap((item, at) =>
      conditionAt(item, ["questions", at], { mistake: "question-never-asked", values: { id: item.id } }, all.slice(0, at)),
    ),
    ...value.papers.flatMap((item, at) => conditionAt(item, ["papers", at], noPaper(item), all)),
    ...(value.lookedUp ?? []).flatMap((item, at) => conditionAt(item, ["lookedUp", at], noPaper(item), all)),
    ...(value.notes ?? []).flatMap((item, at) =>
      conditionAt(item, ["notes", at], { mistake: "note-never-reached", values: { id: item.id } }, all),
    ),
    ...(value.time ?? []).flatMap((item, at) => conditionAt(item, ["time", at], noCase(), all)),
    ...amounts.flatMap((item, at) => conditionAt(item, ["fee", "amounts", at], noCase(), all)),
  ];
}

function conditionAt({ when }: Conditional, path: Path, never: Mistaken, before: readonly Question[]): Condition[] {
  return when ? [{ path: [...path, "when"], when, never, before }] : [];
}

function wrongNames(when: When, before: readonly Question[], all: readonly Question[]): Found[] {
  return (["all", "any"] as const).flatMap((part) =>
    Object.entries(when[part] ?? {}).flatMap(([id, answers]): Found[] => {
      const question = before.find((candidate) => candidate.id === id);
      if (!question) return [{ path: [part, id], mistaken: noQuestion(id, before, all) }];
      return answers.flatMap((answer, at) => {
        const known = question.answers.map((each) => each.id);
        return known.includes(answer) ? [] : [{ path: [part, id, at], mistaken: noAnswer(id, answer, known) }];
      });
    }),
  );
}

function noQuestion(id: string, before: readonly Question[], all: readonly Question[]): Mistaken {
  if (all.some((question) => question.id === id)) return { mistake: "question-later", values: { id } };
  const near = nearest(
    id,
    before.map((question) => question.id),
  );
  return near === undefined ? { mistake: "unknown-question", values: { id } } : { mistake: "unknown-question-near", values: { id, near } };
}

function noAnswer(question: string, answer: string, known: readonly string[]): Mistaken {
  const near = nearest(answer, known);
  return near === undefined
    ? { mistake: "unknown-answer", values: { question, answer, choices: known.join(", ") } }
    : { mistake: "unknown-answer-near", values: { question, answer, near } };
}

/** Is there a case in which the condition holds? Goes through the answers of the questions that matter to it, each asked only where its own condition holds. */
function canHold(when: When, questions: readonly Question[]): boolean {
  const matter = mattering(when, questions);
  let left = mostCases;
  const tryFrom = (at: number, answers: Answers): boolean => {
    const question = matter[at];
    if (!question) return --left < 0 || applies({ when }, answers);
    if (!applies(question, answers)) return tryFrom(at + 1, answers);
    return question.answers.some(({ id }) => tryFrom(at + 1, { ...answers, [question.id]: id }));
  };
  return tryFrom(0, {});
}

/** The questions a condition names, and those that decide whether these are asked, in the order of the file. */
function mattering(when: When, questions: readonly Question[]): Question[] {
  const wanted = new Set<string>(namedIn(when));
  for (const question of [...questions].reverse()) if (wanted.has(question.id)) for (const id of namedIn(question.when)) wanted.add(id);
  return questions.filter(({ id }) => wanted.has(id));
}

function namedIn(when: When | undefined): string[] {
  return Object.keys({ ...when?.all, ...when?.any });
}
