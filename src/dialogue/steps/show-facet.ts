import { papersOf } from "../../catalog/cases.ts";
import { nameOf, type Procedure, procedureOf } from "../../catalog/catalog.ts";
import { type Facet, facets } from "../../catalog/words.ts";
import { caseIsKnown } from "../checklist.ts";
import { choiceId } from "../choice.ts";
import { subjectOf } from "../context.ts";
import { factLines } from "../facts.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Line } from "../reply.ts";
import { askProvince } from "./choose-province.ts";
import { sayOldChoice } from "./say-old-choice.ts";
import { cardChoices, officialPage } from "./show-card.ts";

/** One facet of a procedure, or several when she asked several. Where to file depends on the province, so that is asked first. */
export function showFacets(here: Here, code: string, asked: readonly Facet[]): Answer {
  const procedure = procedureOf(here.knowledge.catalog, code);
  const [first] = asked;
  if (!procedure || !first) return sayOldChoice(here);
  if (asked.includes("place") && here.session.province === undefined) return askProvince(here, choiceId("facet", procedure.code, "place"));
  const lines: Line[] = [{ as: "title", say: quote(nameOf(procedure)) }, ...asked.flatMap((facet) => linesOf(here, procedure, facet))];
  const official = asked.some((facet) => facet === "papers" || facet === "steps") && procedure.kind === "known";
  return {
    session: { ...here.session, place: stay(here, procedure.code), missed: 0 },
    replies: [
      reply("facet", {
        lines,
        choices: cardChoices(here, procedure, first),
        links: official ? [officialPage(procedure)] : [],
        procedure: procedure.code,
      }),
    ],
  };
}

/** A question about the procedure whose checklist she is in leaves her where she is. */
function stay({ session }: Here, code: string): Here["session"]["place"] {
  return "code" in session.place && session.place.code === code ? session.place : { at: "card", code };
}

/** The facets she can ask about, as buttons. */
export function offerFacets(here: Here, code: string): Answer {
  const procedure = procedureOf(here.knowledge.catalog, code);
  if (!procedure) return sayOldChoice(here);
  const choices = facets.map((facet) => button(say(`facet.${facet}`), "facet", procedure.code, facet));
  const lines: Line[] = [{ as: "title", say: quote(nameOf(procedure)) }, text("facets.ask")];
  const replies = [
    reply("facet", { lines, choices: [...choices, button(say("choice.card"), "card", procedure.code)], procedure: procedure.code }),
  ];
  return { session: { ...here.session, place: stay(here, procedure.code) }, replies };
}

function linesOf(here: Here, procedure: Procedure, facet: Facet): Line[] {
  if (facet === "papers") return paperLines(here, procedure);
  if (facet === "steps") return stepLines(procedure);
  return factLines(facet, subjectOf(here, procedure));
}

function paperLines(here: Here, procedure: Procedure): Line[] {
  if (procedure.kind === "known") return [text("papers.known-only")];
  const { answers } = subjectOf(here, procedure);
  const certain = caseIsKnown(procedure.guided, answers);
  const papers = certain ? papersOf(procedure.guided, answers) : procedure.guided.papers.filter(({ when }) => when === undefined);
  const items = papers.map(({ name }): Line => ({ as: "item", say: quote(name) }));
  if (certain) return [text("papers.yours"), ...items];
  return items.length > 0 ? [text("papers.everybody"), ...items, text("papers.depends")] : [text("papers.all-depend")];
}

function stepLines(procedure: Procedure): Line[] {
  const steps = procedure.kind === "guided" ? procedure.guided.steps : undefined;
  if (!steps) return [text("steps.ask")];
  return [text("steps.title"), ...steps.map((step): Line => ({ as: "item", say: quote(step) }))];
}
