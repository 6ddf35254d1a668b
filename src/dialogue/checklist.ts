import { type Answers, keptAnswers, papersOf, questionsOf } from "../catalog/cases.ts";
import { type Procedure, procedureOf } from "../catalog/catalog.ts";
import type { Guided, Paper, Question } from "../catalog/procedure.ts";
import type { Here } from "./knowledge.ts";
import { type Checklist, mostChecklists, type PaperState, type Session } from "./session.ts";

/** A procedure that can be walked through, with her checklist for it (empty when she has not begun). */
export type Walk = { code: string; guided: Guided; checklist: Checklist; begun: boolean };

/** The procedure she is in, or undefined when the content has no guided procedure of that code (any more). */
export function walkOf({ session, knowledge, at }: Here, code: string): Walk | undefined {
  const procedure = procedureOf(knowledge.catalog, code);
  if (procedure?.kind !== "guided") return undefined;
  const begun = session.checklists.find((checklist) => checklist.code === procedure.code);
  const checklist = begun ?? { code: procedure.code, answers: {}, papers: {}, touched: at };
  return { code: procedure.code, guided: procedure.guided, checklist, begun: begun !== undefined };
}

/** The session with this checklist in it, touched now and first; the one untouched longest makes room. */
export function keepChecklist(session: Session, checklist: Checklist, at: number): Session {
  const others = session.checklists.filter(({ code }) => code !== checklist.code);
  return { ...session, checklists: [{ ...checklist, touched: at }, ...others].slice(0, mostChecklists) };
}

/** One step of a walk: a question of her case, a paper of her case, or the summary at the end. */
export type Step = { kind: "question"; question: Question } | { kind: "paper"; paper: Paper } | { kind: "summary" };

/** Every step of her case, in order. */
export function stepsOf({ guided, checklist }: Walk): Step[] {
  const questions = questionsOf(guided, checklist.answers).map((question): Step => ({ kind: "question", question }));
  const papers = papersOf(guided, checklist.answers).map((paper): Step => ({ kind: "paper", paper }));
  return [...questions, ...papers, { kind: "summary" }];
}

/** The first step she has not dealt with. */
export function nextStep(walk: Walk): Step {
  const { answers, papers } = walk.checklist;
  const open = (step: Step): boolean => {
    if (step.kind === "question") return answers[step.question.id] === undefined;
    return step.kind === "summary" || papers[step.paper.id] === undefined;
  };
  return (
    stepsOf({ ...walk, checklist: { ...walk.checklist, answers: { ...keptAnswers(walk.guided, answers) } } }).find(open) ?? {
      kind: "summary",
    }
  );
}

/** How far she is through the papers of her case: the position of the paper in front of her, from 1. */
export function progressAt(walk: Walk, paper: string): { at: number; of: number } {
  const papers = papersOf(walk.guided, walk.checklist.answers);
  return { at: papers.findIndex(({ id }) => id === paper) + 1, of: papers.length };
}

/** How many papers of her case she has dealt with. */
export function progressOf(walk: Walk): { at: number; of: number } {
  const papers = papersOf(walk.guided, walk.checklist.answers);
  return { at: papers.filter(({ id }) => walk.checklist.papers[id] !== undefined).length, of: papers.length };
}

/** Are all questions of her case answered, so that its papers, fee and time are certain? */
export function caseIsKnown(guided: Guided, answers: Answers): boolean {
  return questionsOf(guided, answers).every(({ id }) => answers[id] !== undefined);
}

/** Her papers in one state. */
export function papersIn({ guided, checklist }: Walk, state: PaperState): Paper[] {
  return papersOf(guided, checklist.answers).filter(({ id }) => checklist.papers[id] === state);
}

/** The checklist she left for this one's result, if it is still there to come back to. */
export function comeBack(here: Here, { checklist }: Walk): Procedure | undefined {
  const { comeBackTo } = checklist;
  if (comeBackTo === undefined || !here.session.checklists.some(({ code }) => code === comeBackTo)) return undefined;
  return procedureOf(here.knowledge.catalog, comeBackTo);
}

/** The questions of her case, each with the answer she gave. */
export function inCase({ guided, checklist }: Walk): { question: Question; answer: Question["answers"][number] | undefined }[] {
  return questionsOf(guided, checklist.answers).map((question) => ({
    question,
    answer: question.answers.find(({ id }) => id === checklist.answers[question.id]),
  }));
}
