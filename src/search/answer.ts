import { procedureOf } from "../catalog/catalog.ts";
import { type Heard, hear, judge } from "./hear.ts";
import { offeredIn } from "./offered.ts";
import type { Match, Outcome, SearchOptions } from "./outcome.ts";
import type { Reading } from "./question/reading.ts";
import { twinsTogether } from "./ranking/gather-twins.ts";
import { withEvent } from "./ranking/happenings.ts";
import type { Ranked } from "./ranking/rank.ts";
import { procedureAt, type Stock } from "./stock.ts";
import { twoQuestions } from "./two-questions.ts";

const mostMatches = 10;
/** A line that is nearly one procedure's name, or whose every word one procedure has, is one question, whatever "và" stands in it. */
const wholeName = 0.9;
const allSaid = 0.08;

/** Answers a line: the codes in it, else the two questions in it, else the one. */
export function answerQuestion(stock: Stock, question: string, { province }: SearchOptions): Outcome {
  const allowed = offeredIn(stock, province);
  const heard = hear(stock, question, allowed);
  const typed = codesTyped(stock, heard.line, allowed);
  if (typed.length > 0) return byCode(typed, heard.reading);
  const isOne = isWholeName(heard) || heard.said.missing <= allSaid;
  const two = isOne ? undefined : twoQuestions(stock, heard, allowed);
  return two ? { kind: "choose", matches: matchesOf(stock, two.ranked), facets: two.facets } : oneQuestion(stock, heard, allowed);
}

function isWholeName({ ranked }: Heard): boolean {
  return (ranked[0]?.near ?? 0) >= wholeName;
}

function byCode(codes: readonly string[], { facets }: Reading): Outcome {
  const matches = codes.slice(0, mostMatches).map((code) => ({ code, score: 1 }));
  return { kind: codes.length === 1 ? "found" : "choose", matches, facets };
}

function oneQuestion(stock: Stock, heard: Heard, allowed: (position: number) => boolean): Outcome {
  const { ranked } = heard;
  const { facets, lifeEvent, elsewhere } = heard.reading;
  const { kind } = judge(stock, heard);
  if (!lifeEvent) {
    const matches = matchesOf(stock, twinsTogether(stock, ranked));
    return { kind, matches, facets, ...(kind === "unknown" && elsewhere !== undefined && { elsewhere }) };
  }
  const steps = withEvent(stock, ranked, lifeEvent).filter(({ position }) => allowed(position));
  return { kind: isWholeName(heard) ? kind : "choose", matches: matchesOf(stock, steps), facets, lifeEvent: lifeEvent.id };
}

function matchesOf(stock: Stock, ranked: readonly Ranked[]): Match[] {
  return ranked
    .slice(0, mostMatches)
    .map(({ position, score }) => ({ code: procedureAt(stock, position).code, score: Math.round(score * 1000) / 1000 }));
}

/** Codes in the line, as people copy them: "1.001193", "1 001193" or "1001193". */
function codesTyped({ catalog, positions }: Stock, line: string, allowed: (position: number) => boolean): string[] {
  const codes = [...line.matchAll(/(?<!\d)(\d)[.,_ ]?(\d{6})(?!\d)/g)].map(([, first, rest]) => `${first}.${rest}`);
  const known = new Set(codes.flatMap((code) => procedureOf(catalog, code)?.code ?? []));
  return [...known].filter((code) => allowed(positions.get(code) ?? -1));
}
