import { keptAnswers } from "../catalog/cases.ts";
import { nameOf, type Procedure, procedureOf, shortNameOf } from "../catalog/catalog.ts";
import type { Province } from "../catalog/province.ts";
import { caseIsKnown, progressOf, type Walk, walkOf } from "./checklist.ts";
import type { Subject } from "./facts.ts";
import type { Here } from "./knowledge.ts";
import { button, quote, say } from "./phrase.ts";
import type { Choice } from "./reply.ts";

/** Her province, if she named one that the guide knows. */
export function provinceOf({ session, knowledge }: Here): Province | undefined {
  return knowledge.catalog.provinces.find(({ id }) => id === session.province);
}

/** A procedure as a subject of facts: with her answers so far and her province. */
export function subjectOf(here: Here, procedure: Procedure): Subject {
  const answers = here.session.checklists.find(({ code }) => code === procedure.code)?.answers ?? {};
  const kept = procedure.kind === "guided" ? keptAnswers(procedure.guided, answers) : answers;
  return { procedure, answers: kept, province: provinceOf(here) };
}

/** The procedure the conversation is about now. */
export function currentOf({ session, knowledge }: Here): Procedure | undefined {
  const code = "code" in session.place ? session.place.code : (session.asked?.code ?? session.checklists[0]?.code);
  return code === undefined ? undefined : procedureOf(knowledge.catalog, code);
}

/** A button back to the checklist she touched last, unless it is the one named; none when nothing is in progress. */
export function backToChecklist(here: Here, except?: string): Choice[] {
  const last = here.session.checklists.find(({ code }) => code !== except);
  const walk = last && walkOf(here, last.code);
  return walk ? [resumeButton(walk)] : [];
}

/** A button that goes on with a checklist; it tells how far she is once the papers of her case are known. */
export function resumeButton(walk: Walk): Choice {
  const name = shortNameOf(walk.guided);
  const counted = caseIsKnown(walk.guided, walk.checklist.answers);
  return button(counted ? say("choice.resume", { name, ...progressOf(walk) }) : say("choice.resume-asking", { name }), "resume", walk.code);
}

/** The everyday name of a guided procedure, the official one of any other. */
export function shortName({ knowledge }: Here, code: string) {
  const procedure = procedureOf(knowledge.catalog, code);
  return procedure?.kind === "guided" ? shortNameOf(procedure.guided) : procedure && nameOf(procedure);
}

/** A button that opens a procedure's card, under its short name. */
export function cardButton(here: Here, code: string): Choice[] {
  const name = shortName(here, code);
  return name ? [button(quote(name), "card", code)] : [];
}
