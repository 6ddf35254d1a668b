import { papersOf } from "../../catalog/cases.ts";
import { procedureOf } from "../../catalog/catalog.ts";
import { walkOf } from "../checklist.ts";
import { shortName } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, reply, say, text } from "../phrase.ts";
import type { PaperState } from "../session.ts";
import { sayOldChoice } from "./say-old-choice.ts";
import { keepAndWalkOn } from "./walk-on.ts";

/** Takes what she says of a paper. "Not yet" on a paper that another procedure yields offers to go there and come back. */
export function takePaper(here: Here, code: string, said: { paper: string; state: PaperState }): Answer {
  const walk = walkOf(here, code);
  const paper = walk && papersOf(walk.guided, walk.checklist.answers).find(({ id }) => id === said.paper);
  if (!walk || !paper) return sayOldChoice(here);
  const checklist = { ...walk.checklist, papers: { ...walk.checklist.papers, [paper.id]: said.state } };
  const answer = keepAndWalkOn(here, checklist);
  return said.state === "missing" ? (offerYield({ ...here, session: answer.session }, walk.code, paper.id) ?? answer) : answer;
}

/** The offer between a missing paper and the next step: go to the procedure that yields it, or go on. Undefined when no other procedure does. */
export function offerYield(here: Here, code: string, id: string): Answer | undefined {
  const walk = walkOf(here, code);
  const paper = walk?.guided.papers.find((known) => known.id === id);
  const yielding = paper?.yieldedBy === undefined ? undefined : procedureOf(here.knowledge.catalog, paper.yieldedBy);
  const name = yielding && shortName(here, yielding.code);
  if (!walk || !paper || !yielding || !name || yielding.code === walk.code) return undefined;
  const choices = [
    button(say("choice.yield", { name }), "yield", yielding.code, walk.code),
    button(say("choice.go-on"), "resume", walk.code),
  ];
  const lines = [text("paper.yielded", { paper: paper.name, name })];
  const session = { ...here.session, place: { at: "yield" as const, code: walk.code, paper: paper.id } };
  return { session, replies: [reply("explain", { lines, choices, procedure: walk.code })] };
}
