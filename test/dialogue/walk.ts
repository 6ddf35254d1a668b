import { choiceId } from "../../src/dialogue/choice.ts";
import type { Answer } from "../../src/dialogue/knowledge.ts";
import type { Reply } from "../../src/dialogue/reply.ts";
import { respond } from "../../src/dialogue/respond.ts";
import { newSession, type Session } from "../../src/dialogue/session.ts";
import { knowledge } from "../knowledge.ts";

const at = Date.parse("2026-11-22T02:00:00Z");

/** Walks a guided procedure from its card to its link. At each question another answer in turn, at each paper "have it" or "not yet"; `way` says which comes first. Throws when the walk strays. */
export function walk(code: string, way: number): Answer[] {
  const answers: Answer[] = [press({ ...newSession(), province: "ninh-binh" }, choiceId("card", code))];
  const go = (choice: string): Answer => {
    const answer = press(answers.at(-1)?.session ?? newSession(), choice);
    answers.push(answer);
    return answer;
  };
  let answer = go(choiceId("begin", code));
  for (let step = 0; step < 60 && answer.session.place.at !== "summary"; step++) answer = go(nextChoice(answer, code, way + step));
  go(choiceId("ready", code, "account", "ask"));
  go(choiceId("file", code));
  return answers;
}

/** Every reply of a few walks, with "what is this?" and the facets of the procedure in between. */
export function everyWalk(code: string, ways: number): Reply[] {
  const walks = Array.from({ length: ways }, (_, way) => walk(code, way)).flat();
  const session = { ...newSession(), province: "lang-son" };
  const facets = (["papers", "steps", "law", "place", "fee"] as const).map((facet) => press(session, choiceId("facet", code, facet)));
  const papers = walks.flatMap(({ session: { place } }) =>
    place.at === "paper" ? [press(session, choiceId("paper", code, place.paper, "what"))] : [],
  );
  return [...walks, ...facets, ...papers].flatMap(({ replies }) => replies);
}

function nextChoice(answer: Answer, code: string, turn: number): string {
  const { place } = answer.session;
  const reply = answer.replies.at(-1);
  if (reply?.kind === "explain") return choiceId("resume", code);
  if (place.at === "paper") return choiceId("paper", code, place.paper, turn % 2 === 0 ? "have" : "missing");
  if (place.at !== "question") throw new Error(`the walk of ${code} strayed to ${place.at}`);
  const offered = (reply?.choices ?? []).filter(({ id }) => id.startsWith("answer:"));
  return offered[turn % offered.length]?.id ?? "";
}

function press(session: Session, choice: string): Answer {
  return respond(session, { did: "chose", choice, at }, knowledge);
}
