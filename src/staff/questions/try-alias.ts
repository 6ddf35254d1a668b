import { allNamesOf, type Catalog, nameOf, type Procedure, procedureOf } from "../../catalog/catalog.ts";
import { bare } from "../../catalog/fold.ts";
import { hear } from "../../dialogue/hear.ts";
import { answerQuestion } from "../../search/answer.ts";
import { stockOf } from "../../search/build-search.ts";
import type { Outcome } from "../../search/outcome.ts";
import type { Stock } from "../../search/stock.ts";
import type { StaffSentence } from "../../wording/staff-words.ts";
import type { Answered } from "./question-book.ts";

/** A name that shall lead to a procedure, the question it comes from, and the questions that found theirs before and must go on to. */
export type Trial = { code: string; alias: string; question: string; answered: readonly Answered[] };

/** Why a name cannot be taken, as a sentence for staff with its blanks. */
export type Refusal = { say: StaffSentence; values: Record<string, string | number> };

/** What the search makes of the question with the name: the place of its procedure, from 1, and how sure the guide is. `isNew`: the procedure does not have the name yet. */
export type Tried = { place: number; kind: Exclude<Outcome["kind"], "unknown">; isNew: boolean };

/** A chosen question must find its procedure among so many. */
const firstPlaces = 3;
/** A name that people type is no longer than this. */
const longestAlias = 100;
/** So many others are named when a name does not lead where it should. */
const mostNamed = 3;

/** Tries a name before anything is written. */
export function tryAlias(catalog: Catalog, trial: Trial): Tried | Refusal {
  const { code, alias } = trial;
  const procedure = procedureOf(catalog, code);
  if (!procedure) return { say: "questions.no-procedure", values: { code } };
  return refusedAsName(catalog, procedure, alias) ?? trySearch(catalog, procedure, trial);
}

function refusedAsName(catalog: Catalog, { code }: Procedure, alias: string): Refusal | undefined {
  const words = bare(alias);
  if (words.length < 2) return { say: "questions.no-words", values: {} };
  if (alias.length > longestAlias) return { say: "questions.too-long", values: { most: longestAlias, length: alias.length } };
  const { means } = hear(alias, catalog.words);
  if (means !== "question") return { say: "questions.heard-otherwise", values: { alias } };
  const other = [...catalog.procedures.values()].find((one) => one.code !== code && namesOf(one).some((name) => bare(name) === words));
  if (other) return { say: "questions.claimed", values: { alias, other: `${other.code} ${nameOf(other).vi}` } };
  const event = catalog.lifeEvents.find(({ aliases }) => [...aliases.vi, ...aliases.en].some((name) => bare(name) === words));
  if (event) return { say: "questions.claimed", values: { alias, other: event.name.vi } };
  const elsewhere = catalog.words.elsewhere.find((one) => one.words.some((name) => bare(name) === words));
  return elsewhere && { say: "questions.claimed", values: { alias, other: elsewhere.id } };
}

/** What people may type for a procedure. */
function namesOf(procedure: Procedure): string[] {
  if (procedure.kind === "known") return [procedure.known.name, ...procedure.calledToo];
  return allNamesOf(procedure.guided);
}

function trySearch(catalog: Catalog, procedure: Procedure, { alias, question, answered }: Trial): Tried | Refusal {
  const { code } = procedure;
  const isNew = !namesOf(procedure).some((name) => bare(name) === bare(alias));
  const stock = stockOf(isNew ? withAlias(catalog, procedure, alias) : catalog);
  const outcome = answerQuestion(stock, question, {});
  const lost =
    placeIn(outcome, code) > firstPlaces ? outcome : [answerQuestion(stock, alias, {})].find((one) => placeIn(one, code) > firstPlaces);
  if (lost) {
    const first = lost.matches.slice(0, mostNamed).map((match) => `${match.code} ${officialName(catalog, match.code)}`);
    return { say: "questions.not-among-first", values: { question: lost === outcome ? question : alias, code, first: first.join("; ") } };
  }
  const displaced = lostQuestions(stock, answered)[0];
  if (displaced) return { say: "questions.displaces", values: { alias, question: displaced.question, code: displaced.code } };
  const { kind } = outcome;
  return kind === "unknown" ? { say: "questions.not-offered", values: { question } } : { place: placeIn(outcome, code), kind, isNew };
}

/** The questions that should find their procedure among the first three and do not. */
export function lostQuestions(stock: Stock, answered: readonly Answered[]): Answered[] {
  return answered.filter(({ question, code }) => {
    const wanted = procedureOf(stock.catalog, code)?.code ?? code;
    return placeIn(answerQuestion(stock, question, {}), wanted) > firstPlaces;
  });
}

/** The place of a procedure in an outcome, from 1; infinity when it is not there. */
function placeIn({ matches }: Outcome, code: string): number {
  const at = matches.findIndex((match) => match.code === code);
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

/** The official name of a code, or the code itself. */
export function officialName(catalog: Catalog, code: string): string {
  const procedure = procedureOf(catalog, code);
  return procedure ? nameOf(procedure).vi : code;
}

function withAlias(catalog: Catalog, procedure: Procedure, alias: string): Catalog {
  return { ...catalog, procedures: new Map(catalog.procedures).set(procedure.code, called(procedure, alias)) };
}

function called(procedure: Procedure, alias: string): Procedure {
  if (procedure.kind === "known") return { ...procedure, calledToo: [...procedure.calledToo, alias] };
  const { aliases } = procedure.guided;
  return { ...procedure, guided: { ...procedure.guided, aliases: { en: [], ...aliases, vi: [...(aliases?.vi ?? []), alias] } } };
}
