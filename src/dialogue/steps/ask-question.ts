import { shortNameOf } from "../../catalog/catalog.ts";
import type { Question } from "../../catalog/procedure.ts";
import { inCase, walkOf } from "../checklist.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Line } from "../reply.ts";
import { sayOldChoice } from "./say-old-choice.ts";

/** Asks one question of the procedure; an answer given before is shown, so that it can be kept or changed. */
export function askQuestion(here: Here, code: string, question: Question): Answer {
  const walk = walkOf(here, code);
  if (!walk) return sayOldChoice(here);
  const before = question.answers.find(({ id }) => id === walk.checklist.answers[question.id]);
  const lines: Line[] = [
    { as: "text", say: quote(shortNameOf(walk.guided)) },
    { as: "title", say: quote(question.ask) },
    ...(question.hint ? [{ as: "text" as const, say: quote(question.hint) }] : []),
    ...question.answers.flatMap(({ inFull }): Line[] => (inFull ? [{ as: "item", say: quote(inFull) }] : [])),
    ...(before ? [text("question.before", { answer: before.label })] : []),
  ];
  const answers = question.answers.map(({ id, label }) => button(quote(label), "answer", walk.code, question.id, id));
  return {
    session: { ...here.session, place: { at: "question", code: walk.code, question: question.id }, missed: 0 },
    replies: [reply("question", { lines, choices: [...answers, button(say("choice.back"), "back")], procedure: walk.code })],
  };
}

/** The questions of her case with her answers, to change one and keep the rest. */
export function offerChange(here: Here, code: string): Answer {
  const walk = walkOf(here, code);
  if (!walk) return sayOldChoice(here);
  const answered = inCase(walk).filter(({ answer }) => answer !== undefined);
  const choices = answered.map(({ question, answer }) => {
    const filling = { question: question.ask, answer: answer?.label ?? question.ask };
    return button(say("choice.question", filling), "question", walk.code, question.id);
  });
  const lines = [text(answered.length > 0 ? "change.ask" : "change.nothing")];
  const more = [button(say("choice.restart"), "restart", walk.code), button(say("choice.go-on"), "resume", walk.code)];
  return { session: here.session, replies: [reply("question", { lines, choices: [...choices, ...more], procedure: walk.code })] };
}
