import { keptAnswers } from "../../catalog/cases.ts";
import { shortNameOf } from "../../catalog/catalog.ts";
import { keepChecklist, nextStep, type Step, stepsOf, walkOf } from "../checklist.ts";
import type { Answer, Here } from "../knowledge.ts";
import { reply, text } from "../phrase.ts";
import type { Checklist } from "../session.ts";
import { askPaper } from "./ask-paper.ts";
import { askQuestion } from "./ask-question.ts";
import { sayOldChoice } from "./say-old-choice.ts";
import { showCard } from "./show-card.ts";
import { sumUp } from "./sum-up.ts";

/** Begins a checklist, or goes on with it where there is one. A sixth takes the place of the one untouched longest, and she is told. */
export function walkOn(here: Here, code: string): Answer {
  const walk = walkOf(here, code);
  if (!walk) return showCard(here, code);
  const session = keepChecklist(here.session, walk.checklist, here.at);
  const dropped = here.session.checklists.find((old) => !session.checklists.some((kept) => kept.code === old.code));
  const answer = showStep({ ...here, session }, walk.code, nextStep(walk));
  const gone = dropped && walkOf({ ...here, session: { ...session, checklists: [dropped] } }, dropped.code);
  if (!gone) return answer;
  const told = reply("list", { lines: [text("list.made-room", { name: shortNameOf(gone.guided) })] });
  return { ...answer, replies: [told, ...answer.replies] };
}

/** Shows one step of a walk. */
export function showStep(here: Here, code: string, step: Step): Answer {
  if (step.kind === "question") return askQuestion(here, code, step.question);
  if (step.kind === "paper") return askPaper(here, code, step.paper);
  return sumUp(here, code);
}

/** Keeps a changed checklist and goes to the first step that is still open. */
export function keepAndWalkOn(here: Here, checklist: Checklist): Answer {
  const session = keepChecklist(here.session, checklist, here.at);
  return walkOn({ ...here, session }, checklist.code);
}

/** Takes an answer to a question of the procedure; the other answers and papers stay. */
export function takeAnswer(here: Here, code: string, given: { question: string; answer: string }): Answer {
  const walk = walkOf(here, code);
  const question = walk?.guided.questions.find(({ id }) => id === given.question);
  if (!walk || !question?.answers.some(({ id }) => id === given.answer)) return sayOldChoice(here);
  const answers = keptAnswers(walk.guided, { ...walk.checklist.answers, [given.question]: given.answer });
  return keepAndWalkOn(here, { ...walk.checklist, answers: { ...answers } });
}

/** Begins the checklist anew: her answers and papers of this procedure go. */
export function beginAnew(here: Here, code: string): Answer {
  const walk = walkOf(here, code);
  return walk ? keepAndWalkOn(here, { ...walk.checklist, answers: {}, papers: {} }) : sayOldChoice(here);
}

/** Goes one step back from where she is. */
export function goBack(here: Here): Answer | undefined {
  const { place } = here.session;
  if (
    place.at !== "question" &&
    place.at !== "paper" &&
    place.at !== "yield" &&
    place.at !== "summary" &&
    place.at !== "ready" &&
    place.at !== "filing"
  )
    return undefined;
  const walk = walkOf(here, place.code);
  if (!walk) return undefined;
  if (place.at === "ready" || place.at === "filing") return walk.begun ? sumUp(here, place.code) : showCard(here, place.code);
  const steps = stepsOf(walk);
  const now = steps.findIndex((step) => isHere(step, place));
  const before = steps[now - 1];
  return before ? showStep(here, walk.code, before) : showCard(here, walk.code);
}

function isHere(step: Step, place: Here["session"]["place"]): boolean {
  if (step.kind === "question") return place.at === "question" && step.question.id === place.question;
  if (step.kind === "paper") return (place.at === "paper" || place.at === "yield") && step.paper.id === place.paper;
  return place.at === "summary";
}
