import { nameOf, type Procedure, procedureOf } from "../catalog/catalog.ts";
import { bare } from "../catalog/fold.ts";
import { fieldOf } from "../search/index/fields.ts";
import type { Outcome } from "../search/outcome.ts";
import { currentOf } from "./context.ts";
import type { Answer, Here } from "./knowledge.ts";
import { reply, text } from "./phrase.ts";
import { showPlace } from "./show-place.ts";
import { askOrOffer } from "./steps/ask-apart.ts";
import { offerMatches } from "./steps/offer-matches.ts";
import { sayElsewhere, sayUnknown } from "./steps/say-unknown.ts";
import { showCard } from "./steps/show-card.ts";
import { showFacets } from "./steps/show-facet.ts";
import { showEvent } from "./steps/welcome.ts";

/** Looks a question up and answers by its outcome; the checklists in progress stay as they are. */
export function lookUp(here: Here, question: string): Answer {
  const outcome = here.knowledge.search(question, { province: here.session.province });
  const current = currentOf(here);
  const { facets, matches, kind } = outcome;
  if (kind === "unknown" && outcome.elsewhere === undefined && facets.length > 0 && current) {
    return { ...showFacets(asking(here, { code: current.code, outcome }), current.code, facets), fate: { is: "answered" } };
  }
  const [first] = matches;
  const code = kind === "found" && first ? first.code : undefined;
  const asked = asking(here, { code, outcome });
  return code === undefined ? answerUnsure(asked, question, outcome) : { ...showProcedure(asked, code, facets), fate: { is: "answered" } };
}

/** Remembers what was asked, so that a follow-up or a correction can refer to it. */
function asking(here: Here, { code, outcome }: { code: string | undefined; outcome: Outcome }): Here {
  const asked = { facets: outcome.facets, ...(code !== undefined && { code }) };
  return { ...here, session: { ...here.session, asked } };
}

function showProcedure(here: Here, code: string, facets: Outcome["facets"]): Answer {
  return facets.length > 0 ? showFacets(here, code, facets) : showCard(here, code);
}

function answerUnsure(here: Here, question: string, { kind, matches, lifeEvent, elsewhere }: Outcome): Answer {
  if (elsewhere !== undefined) return { ...sayElsewhere(here, elsewhere), fate: { is: "answered" } };
  const event = lifeEvent === undefined ? undefined : showEvent(here, lifeEvent);
  if (event) return { ...event, fate: { is: "answered" } };
  if (kind === "choose") return { ...askOrOffer(here, question, matches), fate: { is: "offered", question } };
  const misunderstood = sayMisunderstood(here, question);
  return isInside(here) ? misunderstood : { ...misunderstood, fate: { is: "unknown", question } };
}

/** Not understood. Inside a checklist the first such text gets one short sentence and the question again. */
export function sayMisunderstood(here: Here, said: string): Answer {
  return missInside(here) ?? sayUnknown(here, said);
}

/** Something was asked of her: what she writes now is sooner an answer to it than a question. */
function isInside({ session: { place } }: Here): boolean {
  return place.at === "question" || place.at === "paper" || place.at === "ready" || place.at === "yield" || place.at === "province";
}

function missInside(here: Here): Answer | undefined {
  if (!isInside(here) || here.session.missed > 0) return undefined;
  const shown = showPlace(here);
  const said = reply("unknown", { lines: [text("unknown.in-checklist")] });
  return { session: { ...shown.session, missed: 1 }, replies: [said, ...shown.replies] };
}

/**
 * A follow-up changes one part of the last question: "thế cấp lại thì sao?" after "cấp đổi căn cước". Looks for procedures of
 * the same field whose names have the new part; asks about the same facet as before.
 */
export function followUp(here: Here, part: string): Answer {
  const current = currentOf(here);
  const siblings = current ? siblingsWith(here, current, part) : [];
  const [only] = siblings;
  if (!only) return lookUp(here, part);
  if (siblings.length > 1) return { ...offerMatches(here, siblings), fate: { is: "answered" } };
  const facets = here.session.asked?.facets ?? [];
  return showProcedure({ ...here, session: { ...here.session, asked: { code: only, facets } } }, only, facets);
}

function siblingsWith({ knowledge, session }: Here, current: Procedure, part: string): string[] {
  const { matches } = knowledge.search(`${part} ${nameOf(current).vi}`, { province: session.province });
  const fits = (procedure: Procedure | undefined): boolean =>
    procedure !== undefined &&
    procedure.code !== current.code &&
    fieldNamed(procedure) === fieldNamed(current) &&
    ` ${bare(nameOf(procedure).vi)} `.includes(` ${bare(part)} `);
  const codes = matches.map(({ code }) => code).filter((code) => fits(procedureOf(knowledge.catalog, code)));
  const guided = codes.filter((code) => procedureOf(knowledge.catalog, code)?.kind === "guided");
  return guided.length > 0 ? guided : codes;
}

function fieldNamed(procedure: Procedure): string {
  return bare(fieldOf(procedure) ?? "");
}
