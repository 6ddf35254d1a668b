import { missingFacts } from "./own-facts.ts";
import type { Parsed, Path } from "./parse-file.ts";
import type { Problem } from "./problem.ts";
import type { Guided, Question, When } from "./procedure.ts";

type Conditional = { when?: When | undefined };

/** What the schema of one file cannot see: ids used twice, conditions that can never hold, rows that point nowhere. */
export function checkGuided({ value, problemAt }: Parsed<Guided>): Problem[] {
  return [
    ...usedTwice(value).map(({ path, what }) => problemAt(path, what)),
    ...conditionsOf(value).flatMap(({ path, when, known }) => wrongConditions(when, known).map((what) => problemAt(path, what))),
    ...missingFacts(value).map(({ path, what }) => problemAt(path, what)),
    ...wrongRows(value).map(({ path, what }) => problemAt(path, what)),
  ];
}

function usedTwice(value: Guided): { path: Path; what: string }[] {
  return (["questions", "papers", "lookedUp", "notes"] as const).flatMap((list) => {
    const ids = (value[list] ?? []).map(({ id }) => id);
    return ids.flatMap((id, position) =>
      ids.indexOf(id) < position ? [{ path: [list, position, "id"], what: `${list}: the id "${id}" is used twice` }] : [],
    );
  });
}

function conditionsOf(value: Guided): { path: Path; when: When; known: Question[] }[] {
  const lists: [string, readonly Conditional[]][] = [
    ["papers", value.papers],
    ["lookedUp", value.lookedUp ?? []],
    ["notes", value.notes ?? []],
    ["time", value.time ?? []],
  ];
  const whole = lists.flatMap(([list, items]) => items.map((item, position) => ({ path: [list, position], item, known: value.questions })));
  const amounts = value.fee.kind === "amounts" ? value.fee.amounts : [];
  const fees = amounts.map((item, position) => ({ path: ["fee", "amounts", position], item, known: value.questions }));
  const questions = value.questions.map((item, position) => ({
    path: ["questions", position],
    item,
    known: value.questions.slice(0, position),
  }));
  return [...whole, ...fees, ...questions].flatMap(({ path, item, known }) =>
    item.when ? [{ path: [...path, "when"], when: item.when, known }] : [],
  );
}

function wrongConditions(when: When, known: Question[]): string[] {
  return Object.entries({ ...when.all, ...when.any }).flatMap(([id, wanted]) => {
    const question = known.find((candidate) => candidate.id === id);
    if (!question) return [`when: there is no question "${id}" before this place`];
    const unknown = wanted.filter((answer) => !question.answers.some(({ id: known }) => known === answer));
    return unknown.map((answer) => `when: the question "${id}" has no answer "${answer}"`);
  });
}

function wrongRows(value: Guided): { path: Path; what: string }[] {
  const ids = { paper: value.papers, question: value.questions, note: value.notes ?? [], "looked-up": value.lookedUp ?? [] };
  return Object.entries(value.rows).flatMap(([row, places]) =>
    [places].flat().flatMap((place) => {
      const [kind = "", id = ""] = place.split(/:\s*/);
      const list = ids[kind as keyof typeof ids];
      if (list === undefined || list.some((item) => item.id === id)) return [];
      return [{ path: ["rows", row], what: `rows.${row}: there is no ${kind} "${id}"` }];
    }),
  );
}
