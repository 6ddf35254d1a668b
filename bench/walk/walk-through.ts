import type { Guided } from "../../src/catalog/procedure.ts";
import { facets } from "../../src/catalog/words.ts";
import { choiceId } from "../../src/dialogue/choice.ts";
import type { Answer, Knowledge } from "../../src/dialogue/knowledge.ts";
import { respond } from "../../src/dialogue/respond.ts";
import { newSession, type Session } from "../../src/dialogue/session.ts";

const at = Date.parse("2026-11-22T02:00:00Z");
/** A checklist with more steps than this goes round in circles. */
const mostSteps = 400;

/** How many walks it takes to give every answer of every question once, and to say of every paper that it is there and that it is missing. */
export function waysThrough({ questions }: Guided): number {
  return Math.max(2, ...questions.map(({ answers }) => answers.length));
}

/** Walks a procedure from its card to its link, in the way with this number. Throws when the walk strays. */
export function walkThrough(knowledge: Knowledge, code: string, way: number): Answer[] {
  const press = presser(knowledge);
  const answers: Answer[] = [press({ ...newSession(), province: "lang-son" }, choiceId("card", code))];
  const go = (choice: string): Answer => {
    const answer = press(answers.at(-1)?.session ?? newSession(), choice);
    answers.push(answer);
    return answer;
  };
  let answer = go(choiceId("begin", code));
  for (let step = 0; answer.session.place.at !== "summary"; step++) {
    if (step > mostSteps) throw new Error("the walk does not end");
    answer = go(nextChoice(answer, code, way));
  }
  go(choiceId("change", code));
  for (const point of ["account", "scans", "payment", "filer"] as const) go(choiceId("ready", code, point, "ask"));
  go(choiceId("file", code));
  return answers;
}

/** What a citizen may ask on the side: every facet, and what each paper is. */
export function askAside(knowledge: Knowledge, { codes, papers }: Guided): Answer[] {
  const press = presser(knowledge);
  const code = codes[0]?.code ?? "";
  const session = { ...newSession(), province: "lang-son" };
  return [
    ...[choiceId("facets", code), ...facets.map((facet) => choiceId("facet", code, facet))],
    ...papers.map(({ id }) => choiceId("paper", code, id, "what")),
  ].map((choice) => press(session, choice));
}

/** Every page of the menu of fields and of each field. */
export function leafThrough(knowledge: Knowledge): Answer[] {
  const press = presser(knowledge);
  const seen = new Set<string>();
  const open = [choiceId("fields")];
  const answers: Answer[] = [];
  for (let choice = open.pop(); choice !== undefined; choice = open.pop()) {
    if (seen.has(choice)) continue;
    seen.add(choice);
    const answer = press(newSession(), choice);
    answers.push(answer);
    open.push(...answer.replies.flatMap(({ choices }) => choices.map(({ id }) => id)).filter((id) => /^fields?(-from)?:?/.test(id)));
  }
  return answers;
}

function nextChoice(answer: Answer, code: string, way: number): string {
  const { place } = answer.session;
  const reply = answer.replies.at(-1);
  if (place.at === "yield") return choiceId("resume", code);
  if (place.at === "paper") return choiceId("paper", code, place.paper, way % 2 === 0 ? "missing" : "have");
  if (place.at !== "question") throw new Error(`the walk strayed to ${place.at}`);
  const offered = (reply?.choices ?? []).filter(({ id }) => id.startsWith("answer:"));
  return offered[way % offered.length]?.id ?? "";
}

function presser(knowledge: Knowledge): (session: Session, choice: string) => Answer {
  return (session, choice) => respond(session, { did: "chose", choice, at }, knowledge);
}
