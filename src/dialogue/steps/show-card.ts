import { filingLink, nameOf, type Procedure, procedureOf } from "../../catalog/catalog.ts";
import type { Facet } from "../../catalog/words.ts";
import { walkOf } from "../checklist.ts";
import { backToChecklist, subjectOf } from "../context.ts";
import { factLines, shortLaw } from "../facts.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice, Line, Link } from "../reply.ts";
import { sayOldChoice } from "./say-old-choice.ts";

const cardFacets = ["who", "fee", "time", "place", "result"] as const;

/** The card of a procedure: what it is called, who may, fee, time, place, result, law, and how fresh all this is. */
export function showCard(here: Here, code: string): Answer {
  const procedure = procedureOf(here.knowledge.catalog, code);
  if (!procedure) return sayOldChoice(here);
  const subject = { ...subjectOf(here, procedure), province: undefined };
  const everyday = procedure.kind === "guided" ? procedure.guided.everyday : undefined;
  const lines: Line[] = [
    { as: "title", say: quote(nameOf(procedure)) },
    ...(everyday ? [text("card.everyday", { name: everyday })] : []),
    ...cardFacets.flatMap((facet) => factLines(facet, subject)),
    shortLaw(subject),
    ...sourceLines(procedure, here.at),
    ...(procedure.kind === "known" ? [text("card.known-only")] : []),
  ];
  const links = procedure.kind === "known" ? [officialPage(procedure)] : [];
  return {
    session: { ...here.session, place: { at: "card", code: procedure.code }, missed: 0 },
    replies: [reply("card", { lines, choices: cardChoices(here, procedure), links, procedure: procedure.code })],
  };
}

/** The procedure's official page. */
export function officialPage(procedure: Procedure): Link {
  return { say: say("link.official"), url: filingLink(procedure) };
}

/** What she can do next with a procedure; `except` is the facet she has just read. */
export function cardChoices(here: Here, procedure: Procedure, except?: Facet): Choice[] {
  const { code } = procedure;
  const walk = walkOf(here, code);
  const begin = walk ? [walk.begun ? button(say("choice.go-on"), "resume", code) : button(say("choice.begin"), "begin", code)] : [];
  return [
    ...begin,
    button(say("choice.file"), "file", code),
    ...(except ? [button(say("choice.card"), "card", code)] : []),
    button(say("choice.facets"), "facets", code),
    ...backToChecklist(here, code),
  ];
}

/** Where the facts come from, who checked them and when; says so when they are due for a check. */
export function sourceLines(procedure: Procedure, at: number): Line[] {
  const label = say("card.source");
  if (procedure.kind === "known") {
    const month = monthSaid(procedure.known.month);
    return [codeLine(procedure.code), { as: "fact", label, say: say("source.known", { month }) }];
  }
  const { checked, person, review } = procedure.guided.source;
  const from: Line = { as: "fact", label, say: say("source.record", { month: monthSaid(checked) }) };
  const by: Line = person ? { as: "note", say: say("source.person", person) } : { as: "note", say: say("source.no-person") };
  const due: Line[] = at > Date.parse(`${review}T23:59:59+07:00`) ? [{ as: "note", say: say("source.due", { on: daySaid(review) }) }] : [];
  return [codeLine(procedure.code), from, by, ...due];
}

function codeLine(code: string): Line {
  return { as: "fact", label: say("card.code"), say: quote({ vi: code, en: code }) };
}

/** 2026-07 → 07/2026, as dates are written in Viet Nam. */
function monthSaid(month: string): string {
  return month.split("-").reverse().join("/");
}

function daySaid(day: string): string {
  return day.split("-").reverse().join("/");
}
