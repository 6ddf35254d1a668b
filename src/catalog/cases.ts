import type { Guided, Note, Paper, Question, When } from "./procedure.ts";

/** What she answered: question id → answer id. */
export type Answers = Readonly<Record<string, string>>;

/** Does this belong to her case? What has no condition always does. */
export function applies({ when }: { when?: When | undefined }, answers: Answers): boolean {
  if (!when) return true;
  const holds = ([question, wanted]: [string, string[]]): boolean => wanted.includes(answers[question] ?? "");
  const all = Object.entries(when.all ?? {}).every(holds);
  const any = when.any === undefined || Object.entries(when.any).some(holds);
  return all && any;
}

/** The questions of her case, in order; an answer given earlier decides whether a later question is asked. */
export function questionsOf(procedure: Guided, answers: Answers): Question[] {
  return procedure.questions.filter((question) => applies(question, keptAnswers(procedure, answers)));
}

/** Her answers less those to questions that no longer belong to her case, so that a changed answer leaves no ghost behind. */
export function keptAnswers(procedure: Guided, answers: Answers): Answers {
  const kept: Record<string, string> = {};
  for (const question of procedure.questions) {
    const answer = answers[question.id];
    const known = question.answers.some(({ id }) => id === answer);
    if (answer !== undefined && known && applies(question, kept)) kept[question.id] = answer;
  }
  return kept;
}

/** The papers of her case, in the order of the file. */
export function papersOf(procedure: Guided, answers: Answers): Paper[] {
  return procedure.papers.filter((paper) => applies(paper, keptAnswers(procedure, answers)));
}

/** The notes of her case. */
export function notesOf(procedure: Guided, answers: Answers): Note[] {
  return (procedure.notes ?? []).filter((note) => applies(note, keptAnswers(procedure, answers)));
}
