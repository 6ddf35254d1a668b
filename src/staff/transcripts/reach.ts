import { notesOf } from "../../catalog/cases.ts";
import { type Catalog, type Procedure, shortNameOf } from "../../catalog/catalog.ts";
import type { Guided } from "../../catalog/procedure.ts";
import type { ReplyKind } from "../../dialogue/reply.ts";
import type { Session } from "../../dialogue/session.ts";
import type { StaffSay } from "../../wording/staff-words.ts";
import type { Moment } from "./play-transcript.ts";
import { screenName } from "./terms.ts";

/** Something of a guided procedure that a conversation can come to. An answer's id is "question.answer", a screen's its kind of reply. */
type Item = { kind: "question" | "answer" | "paper" | "note" | "screen"; id: string; text: string };

/** What of one guided procedure no conversation comes to, out of how many items. */
export type Reach = { code: string; name: string; left: Item[]; all: number };

/** Compares every guided procedure with what happened in the conversations played. */
export function reachOf(catalog: Catalog, moments: readonly Moment[], say: StaffSay): Reach[] {
  const guided = [...catalog.procedures.values()].flatMap((procedure) => (procedure.kind === "guided" ? [procedure] : []));
  const byCode = new Map(guided.map(({ code, guided: content }) => [code, content]));
  const reached = new Set(moments.flatMap((moment) => reachedAt(moment, byCode)));
  return guided.map((procedure) => {
    const items = itemsOf(procedure, say);
    const left = items.filter(({ kind, id }) => !reached.has(`${procedure.code} ${kind} ${id}`));
    return { code: procedure.code, name: shortNameOf(procedure.guided).vi, left, all: items.length };
  });
}

function itemsOf({ guided }: Extract<Procedure, { kind: "guided" }>, say: StaffSay): Item[] {
  const { questions, papers, notes = [] } = guided;
  return [
    ...questions.map(({ id, ask }): Item => ({ kind: "question", id, text: ask.vi })),
    ...questions.flatMap(({ id, ask, answers }) =>
      answers.map((answer): Item => ({ kind: "answer", id: `${id}.${answer.id}`, text: `${ask.vi} → ${answer.label.vi}` })),
    ),
    ...papers.map(({ id, name }): Item => ({ kind: "paper", id, text: name.vi })),
    ...notes.map(({ id, text }): Item => ({ kind: "note", id, text: text.vi })),
    ...screensOf(guided).map((id): Item => ({ kind: "screen", id, text: screenName(id, say) })),
  ];
}

/** The screens that every walk can have; the check before filing only where it can be filed online. */
function screensOf({ questions, online }: Guided): ReplyKind[] {
  const asking: ReplyKind[] = questions.length > 0 ? ["question"] : [];
  return ["card", "facet", ...asking, "paper", "explain", "summary", ...(online?.possible ? (["ready"] as const) : []), "link"];
}

/** What one moment came to: the screens shown, the question or paper she was asked, her answers, and the notes of a summary. */
function reachedAt({ shown, session }: Moment, guided: ReadonlyMap<string, Guided>): string[] {
  const screens = shown.flatMap(({ kind, procedure }) => (procedure === undefined ? [] : [`${procedure} screen ${kind}`]));
  return session ? [...screens, ...placeIn(session, guided), ...answersIn(session)] : screens;
}

function placeIn({ place, checklists }: Session, guided: ReadonlyMap<string, Guided>): string[] {
  if (place.at === "question") return [`${place.code} question ${place.question}`];
  if (place.at === "paper") return [`${place.code} paper ${place.paper}`];
  if (place.at !== "summary") return [];
  const procedure = guided.get(place.code);
  const answers = checklists.find(({ code }) => code === place.code)?.answers ?? {};
  return procedure ? notesOf(procedure, answers).map(({ id }) => `${place.code} note ${id}`) : [];
}

function answersIn({ checklists }: Session): string[] {
  return checklists.flatMap(({ code, answers }) =>
    Object.entries(answers).map(([question, answer]) => `${code} answer ${question}.${answer}`),
  );
}
