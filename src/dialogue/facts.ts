import { type Answers, applies } from "../catalog/cases.ts";
import type { Procedure } from "../catalog/catalog.ts";
import type { Guided, Level, When } from "../catalog/procedure.ts";
import type { Province } from "../catalog/province.ts";
import type { Text } from "../catalog/text.ts";
import type { Facet } from "../catalog/words.ts";
import { caseIsKnown } from "./checklist.ts";
import { quote, say } from "./phrase.ts";
import type { Line, Say } from "./reply.ts";

/** What a fact is told about: the procedure, her answers to its questions, and her province where she named one. */
export type Subject = { procedure: Procedure; answers: Answers; province: Province | undefined };

/** The lines that answer one facet; when no source says it, one line that says whom to ask. Papers and steps have their own replies. */
export function factLines(facet: Exclude<Facet, "papers" | "steps">, subject: Subject): Line[] {
  const label = say(`facet.${facet}`);
  return sayings[facet](subject).map(
    (each, position): Line => (position === 0 ? { as: "fact", label, say: each } : { as: "item", say: each }),
  );
}

const sayings: Record<Exclude<Facet, "papers" | "steps">, (subject: Subject) => Say[]> = {
  who: ({ procedure }) => [procedure.kind === "guided" && procedure.guided.who ? quote(procedure.guided.who) : audienceOf(procedure)],
  fee: ({ procedure, answers }) => (procedure.kind === "guided" ? feeOf(procedure.guided, answers) : [say("fee.ask")]),
  time: ({ procedure, answers }) => (procedure.kind === "guided" ? timeOf(procedure.guided, answers) : [say("time.ask")]),
  place: placeOf,
  result: ({ procedure }) => resultOf(procedure),
  law: ({ procedure }) => [lawOf(procedure).length > 0 ? plain(lawOf(procedure).join(", ")) : say("law.ask")],
  online: ({ procedure }) => onlineOf(procedure),
};

/** How many legal texts a card names; the facet names them all. */
const mostLaw = 3;

/** The legal basis as a card shows it: the first few texts, and how many more there are. */
export function shortLaw({ procedure }: Subject): Line {
  const law = lawOf(procedure);
  const label = say("facet.law");
  const first = law.slice(0, mostLaw).join(", ");
  if (law.length === 0) return { as: "fact", label, say: say("law.ask") };
  return { as: "fact", label, say: law.length > mostLaw ? say("law.more", { first, count: law.length - mostLaw }) : plain(first) };
}

function lawOf(procedure: Procedure): string[] {
  return procedure.kind === "guided" ? procedure.guided.law : procedure.known.law;
}

function plain(words: string): Say {
  return quote({ vi: words, en: words });
}

function audienceOf(procedure: Procedure): Say {
  const audience = procedure.kind === "guided" ? procedure.guided.audience : procedure.known.audience;
  if (procedure.kind === "guided" && audience.length === 0) return say("who.ask");
  if (audience.length !== 1) return say("who.all");
  return say(audience[0] === "citizen" ? "who.citizen" : "who.business");
}

/** The entries of her case when all its questions are answered; before that, every entry. */
function ofHerCase<T extends { when?: Guided["questions"][number]["when"] }>(
  guided: Guided,
  answers: Answers,
  entries: readonly T[],
): readonly T[] {
  return caseIsKnown(guided, answers) ? entries.filter((entry) => applies(entry, answers)) : entries;
}

function feeOf(guided: Guided, answers: Answers): Say[] {
  const { fee } = guided;
  if (fee.kind === "free") return [say("fee.free")];
  const law = fee.law?.join(", ");
  const ask = law ? say("fee.ask-law", { law }) : say("fee.ask");
  const note = fee.note ? [quote(fee.note)] : [];
  if (fee.kind === "ask") return [ask, ...note];
  const amounts = ofHerCase(guided, answers, fee.amounts).map(({ vnd, of }) => say("fee.amount", { vnd, of }));
  return amounts.length > 0 ? [...amounts, ...note] : [ask];
}

/** Before her case is known, a time that holds for some cases says for which. */
function timeOf(guided: Guided, answers: Answers): Say[] {
  const known = caseIsKnown(guided, answers);
  const times = ofHerCase(guided, answers, guided.time ?? []).map(({ text, when }) =>
    known || !when ? quote(text) : say("time.when", { text, when: caseOf(guided, when) }),
  );
  return times.length > 0 ? times : [say("time.ask")];
}

/** A condition in the words of the answers that make it. */
function caseOf({ questions }: Guided, { all, any }: When): Text {
  const labels = Object.entries({ ...all, ...any }).flatMap(([id, wanted]) =>
    (questions.find((question) => question.id === id)?.answers ?? [])
      .filter((answer) => wanted.includes(answer.id))
      .map(({ label }) => label),
  );
  return { vi: labels.map(({ vi }) => vi).join("; "), en: labels.map(({ vi, en }) => en ?? vi).join("; ") };
}

function placeOf({ procedure, province }: Subject): Say[] {
  const office = officeOf(procedure);
  const levels = levelsOf(procedure);
  const named = office ? [quote(office)] : levels.map((level) => say(`place.${level}`));
  const counter = levels.map((level) => province?.counters[level]).find((text) => text !== undefined);
  return [...named, counter ? quote(counter) : say("place.counter")];
}

function officeOf(procedure: Procedure): Text | undefined {
  if (procedure.kind === "guided") return procedure.guided.place;
  return procedure.known.agency === undefined ? undefined : { vi: procedure.known.agency };
}

/** The levels of office that handle it. */
export function levelsOf(procedure: Procedure): Level[] {
  if (procedure.kind === "known") return procedure.known.levels;
  return [...new Set(procedure.guided.codes.flatMap(({ levels }) => levels))];
}

function resultOf(procedure: Procedure): Say[] {
  const result = procedure.kind === "guided" ? (procedure.guided.result ?? []) : procedure.known.result.map((vi): Text => ({ vi }));
  return result.length > 0 ? result.map(quote) : [say("result.ask")];
}

function onlineOf(procedure: Procedure): Say[] {
  if (procedure.kind === "known") return [procedure.known.online ? say(`online.${procedure.known.online}`) : say("online.ask")];
  if (!procedure.guided.online) return [say("online.ask")];
  const { possible, extent, note } = procedure.guided.online;
  if (!possible) return [say("online.no")];
  return [say(extent ? `online.${extent}` : "online.yes"), ...(note ? [quote(note)] : [])];
}

/** The papers of her case that the office looks up itself, each with the database. */
export function lookedUpLines({ lookedUp = [] }: Guided, answers: Answers): Line[] {
  const found = lookedUp.filter((each) => applies(each, answers));
  return found.map(({ name, database }): Line => ({ as: "item", say: say("looked-up", { name, database }) }));
}

/** Why dossiers of this kind come back, where the content has it. */
export function returnLines({ returns = [] }: Guided): Line[] {
  return returns.map((each): Line => ({ as: "item", say: quote(each) }));
}
