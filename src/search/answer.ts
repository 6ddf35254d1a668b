import { procedureOf } from "../catalog/catalog.ts";
import { type Heard, hear, judge } from "./hear.ts";
import { nearnessOfNames } from "./index/names.ts";
import { offeredIn } from "./offered.ts";
import type { Match, Outcome, SearchOptions } from "./outcome.ts";
import { readQuestion } from "./question/read-question.ts";
import type { Reading } from "./question/reading.ts";
import { splitQuestion } from "./question/split-question.ts";
import { twinsTogether } from "./ranking/gather-twins.ts";
import { eventNamed, withEvent } from "./ranking/happenings.ts";
import { type Ranked, rank } from "./ranking/rank.ts";
import type { Stock } from "./stock.ts";
import { withoutLoose } from "./text/fold.ts";

const mostMatches = 10;
/** A half of a line is a question of its own when it answers this well and is this near a name: "…, làm lại ở đâu" names nothing. */
const ownQuestion = { words: 2, score: 0.6, near: 0.65 };
/** A line that is nearly one procedure's name, or whose every word one procedure has, is one question, whatever "và" stands in it. */
const wholeName = 0.9;
const allSaid = 0.08;

/** Answers a line: the codes in it, else the two questions in it, else the one. */
export function answerQuestion(stock: Stock, question: string, { province }: SearchOptions): Outcome {
  const offered = offeredIn(stock.catalog, province);
  const allowed = (position: number): boolean => offered(stock.codes[position] ?? "");
  const heard = hear(stock, question, allowed);
  const typed = codesTyped(stock, heard.line).filter(offered);
  if (typed.length > 0) return byCode(typed, heard.reading);
  const isOne = isWholeName(heard) || heard.said.missing <= allSaid;
  return (isOne ? undefined : twoQuestions(stock, heard, allowed)) ?? oneQuestion(stock, heard, allowed);
}

type Allowed = (position: number) => boolean;

function isWholeName({ ranked }: Heard): boolean {
  return (ranked[0]?.near ?? 0) >= wholeName;
}

function byCode(codes: readonly string[], { facets }: Reading): Outcome {
  return { kind: codes.length === 1 ? "found" : "choose", matches: codes.map((code) => ({ code, score: 1 })), facets };
}

function oneQuestion(stock: Stock, heard: Heard, allowed: Allowed): Outcome {
  const { ranked, line } = heard;
  const { facets, elsewhere } = heard.reading;
  const event = eventNamed(stock, line);
  const { kind } = judge(stock, heard);
  if (!event) {
    const matches = matchesOf(stock, twinsTogether(stock, ranked));
    return { kind, matches, facets, ...(kind === "unknown" && elsewhere !== undefined && { elsewhere }) };
  }
  const steps = withEvent(stock, ranked, event).filter(({ position }) => allowed(position));
  return { kind: isWholeName(heard) ? kind : "choose", matches: matchesOf(stock, steps), facets, lifeEvent: event.id };
}

/** Two questions in one line take turns, when each half names its own procedure plainly; what answers the whole best comes first. */
function twoQuestions(stock: Stock, { line, ranked: whole }: Heard, allowed: Allowed): Outcome | undefined {
  for (const [before, after] of splitQuestion(line)) {
    const first = askedAlone(stock, before, allowed);
    const second = first && askedAlone(stock, after, allowed);
    if (!second || first.ranked[0]?.position === second.ranked[0]?.position) continue;
    const facets = [...new Set([...first.facets, ...second.facets])];
    return { kind: "choose", matches: matchesOf(stock, takingTurns(whole.slice(0, 1), first.ranked, second.ranked)), facets };
  }
  return undefined;
}

/** What answers half a line, when it is a question of its own. */
function askedAlone(
  { reader, shelves }: Stock,
  part: string,
  allowed: Allowed,
): { ranked: readonly Ranked[]; facets: Reading["facets"] } | undefined {
  const reading = readQuestion(reader, part);
  if (withoutLoose(reading.own).length < ownQuestion.words) return undefined;
  // Most halves are near to nothing: seeing that first spares the rest of the ranking.
  const { near } = nearnessOfNames(shelves.names, reading.own);
  if (!near.some((one) => one >= ownQuestion.near)) return undefined;
  const { ranked } = rank(shelves, reading, allowed);
  const [best] = ranked;
  return best && best.score >= ownQuestion.score && best.near >= ownQuestion.near ? { ranked, facets: reading.facets } : undefined;
}

function takingTurns(whole: readonly Ranked[], first: readonly Ranked[], second: readonly Ranked[]): Ranked[] {
  const turns = [...whole, ...first.flatMap((ranked, order) => [ranked, ...second.slice(order, order + 1)])];
  return turns.filter(({ position }, at) => turns.findIndex((other) => other.position === position) === at);
}

function matchesOf(stock: Stock, ranked: readonly Ranked[]): Match[] {
  return ranked
    .slice(0, mostMatches)
    .map(({ position, score }) => ({ code: stock.codes[position] ?? "", score: Math.round(score * 1000) / 1000 }));
}

/** Codes in the line, as people copy them: "1.001193", "1 001193" or "1001193". */
function codesTyped({ catalog }: Stock, line: string): string[] {
  const codes = [...line.matchAll(/(?<!\d)(\d)[.,_ ]?(\d{6})(?!\d)/g)].map(([, first, rest]) => `${first}.${rest}`);
  return [...new Set(codes.flatMap((code) => procedureOf(catalog, code)?.code ?? []))];
}
