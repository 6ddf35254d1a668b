import { keptAnswers, notesOf, papersOf } from "../catalog/cases.ts";
import { procedureOf } from "../catalog/catalog.ts";
import { idSchema, type Language } from "../catalog/text.ts";
import { caseIsKnown, type Walk } from "./checklist.ts";
import { provinceOf } from "./context.ts";
import { factLines, lookedUpLines, returnLines } from "./facts.ts";
import type { Here, Knowledge } from "./knowledge.ts";
import { quote, reply, text } from "./phrase.ts";
import type { Line, Reply } from "./reply.ts";
import { newSession, type Session } from "./session.ts";
import { readStartLink, writeStartLink } from "./start-link.ts";
import { paperFacts } from "./steps/ask-paper.ts";
import { sourceLines } from "./steps/show-card.ts";

/** The printable checklist of one case: the paper it prints, the language, and the link that brings her back. */
export type Printout = { language: Language; reply: Reply; backPath: string };

/**
 * The address of the printable page. It carries the case itself (ids of answers and of papers she has), not who she is, so
 * it works without a session, in every channel and after everything was forgotten.
 */
export function printPath(session: Session, { code, checklist, guided }: Walk): string {
  const answers = Object.entries(keptAnswers(guided, checklist.answers)).map(([question, answer]) => `${question}.${answer}`);
  const have = Object.entries(checklist.papers).flatMap(([paper, state]) => (state === "have" ? [paper] : []));
  const query = new URLSearchParams({ start: writeStartLink({ code, ...place(session) }) });
  if (answers.length > 0) query.set("answers", answers.join("_"));
  if (have.length > 0) query.set("have", have.join("_"));
  return `/checklist?${query}`;
}

function place({ province, language }: Session): { province?: string; language?: Language } {
  return { ...(province && { province }), ...(language && { language }) };
}

/** Reads such an address; undefined when it names no guided procedure, or not all answers that decide its papers. */
export function printOut(knowledge: Knowledge, query: Readonly<Record<string, string>>): Printout | undefined {
  const { code = "", province, language = "vi" } = readStartLink(query["start"] ?? "");
  const procedure = procedureOf(knowledge.catalog, code);
  if (procedure?.kind !== "guided") return undefined;
  const pairs = (query["answers"] ?? "").split("_").map((pair) => pair.split("."));
  const said = Object.fromEntries(pairs.flatMap(([question, answer]) => (isId(question) && isId(answer) ? [[question, answer]] : [])));
  const answers = keptAnswers(procedure.guided, said);
  if (!caseIsKnown(procedure.guided, answers)) return undefined;
  const have = new Set((query["have"] ?? "").split("_"));
  const session = { ...newSession(), ...(province && isId(province) && { province }) };
  const subject = { procedure, answers, province: provinceOf({ session, knowledge, at: 0 } satisfies Here) };
  const notes = notesOf(procedure.guided, answers).map(({ text: note }): Line => ({ as: "note", say: quote(note) }));
  const found = lookedUpLines(procedure.guided, answers);
  const returns = returnLines(procedure.guided);
  const lines: Line[] = [
    { as: "title", say: quote(procedure.guided.name) },
    ...(["fee", "time", "place"] as const).flatMap((facet) => factLines(facet, subject)),
    text("print.papers"),
    ...papersOf(procedure.guided, answers).flatMap((paper): Line[] => [
      { as: "item", say: quote(paper.inFull ?? paper.name), ticked: have.has(paper.id) },
      ...paperFacts(paper),
    ]),
    ...(found.length > 0 ? [text("summary.looked-up"), ...found] : []),
    ...(returns.length > 0 ? [text("summary.returns"), ...returns] : []),
    ...notes,
    ...sourceLines(procedure, 0),
  ];
  const back = writeStartLink({ code: procedure.code, ...(province && { province }), language });
  return { language, reply: reply("summary", { lines, procedure: procedure.code }), backPath: `/?start=${back}` };
}

function isId(id: string | undefined): id is string {
  return idSchema.safeParse(id).success;
}
