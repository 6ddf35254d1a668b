import { procedureOf } from "../catalog/catalog.ts";
import type { LifeEvent } from "../catalog/life-event.ts";
import { certaintyOf } from "./certainty.ts";
import { wordsOf } from "./fold.ts";
import { offeredIn } from "./offered.ts";
import type { Match, Outcome, SearchOptions } from "./outcome.ts";
import { findPhrases, sameWord } from "./phrase-book.ts";
import { type Ranked, rank, said } from "./rank.ts";
import { readQuestion, spelledOut } from "./read-question.ts";
import type { Reading } from "./reading.ts";
import { splitQuestion } from "./split-question.ts";
import type { Stock } from "./stock.ts";

/** A question is read this far; what follows is no question any more. */
const readTo = 500;
const mostMatches = 10;
/** Parts of a line are two questions only when each is nearly certain by itself. */
const partSure = 0.62;
/** A name said this plainly wins over a life event or a thing no office does that the same line mentions. */
const plainly = 0.6;
/** What a life event's first step scores; each next one a little less. */
const eventScore = 0.5;
const eventStep = 0.02;

type Allowed = (position: number) => boolean;

/** Answers one question from the stock. */
export function answerQuestion(stock: Stock, question: string, { province }: SearchOptions): Outcome {
  const line = question.slice(0, readTo);
  const offered = offeredIn(stock.catalog, province);
  const allowed: Allowed = (position) => offered(stock.codes[position] ?? "");
  const typed = codesTyped(stock, line).filter(offered);
  const reading = readQuestion(stock.reader, line);
  const { facets } = reading;
  if (typed.length > 0)
    return { kind: typed.length === 1 ? "found" : "choose", matches: typed.map((code) => ({ code, score: 1 })), facets };
  const ranked = rank(stock.shelves, reading, allowed);
  return twoQuestions(stock, line, allowed, ranked) ?? oneQuestion(stock, line, ranked, reading);
}

function oneQuestion(stock: Stock, line: string, ranked: readonly Ranked[], reading: Reading): Outcome {
  const { facets } = reading;
  const best = ranked[0]?.score ?? 0;
  const words = spelledOut(stock.reader, wordsOf(line));
  const elsewhere = findPhrases(stock.elsewhere, words, sameWord)[0]?.entry;
  const event = findPhrases(stock.lifeEvents, words, sameWord)[0]?.entry;
  if (elsewhere !== undefined && best < plainly && !event) return { kind: "unknown", matches: matchesOf(stock, ranked), facets, elsewhere };
  const kind = certaintyOf(ranked, said(stock.shelves, reading, ranked));
  if (!event) return { kind, matches: matchesOf(stock, ranked), facets };
  const steps = withEvent(stock, ranked, event);
  return { kind: best < plainly ? "choose" : kind, matches: matchesOf(stock, steps), facets, lifeEvent: event.id };
}

/** The steps of a life event join the ranking, in their order, where they do not stand higher already. */
function withEvent(stock: Stock, ranked: readonly Ranked[], { steps }: LifeEvent): Ranked[] {
  const joined = new Map(ranked.map((one) => [one.position, one]));
  steps.forEach(({ code }, order) => {
    const position = stock.positions.get(procedureOf(stock.catalog, code)?.code ?? "");
    if (position === undefined) return;
    const { score, near } = joined.get(position) ?? { score: 0, near: 0 };
    joined.set(position, { position, near, score: Math.max(score, eventScore - eventStep * order) });
  });
  return [...joined.values()].sort((a, b) => b.score - a.score);
}

/** Two questions in one line take turns, when each half names its own procedure and the whole names neither better. */
function twoQuestions(stock: Stock, line: string, allowed: Allowed, whole: readonly Ranked[]): Outcome | undefined {
  for (const parts of splitQuestion(line)) {
    const readings = parts.map((part) => readQuestion(stock.reader, part));
    const [first = [], second = []] = readings.map((reading) => rank(stock.shelves, reading, allowed));
    const [a, b] = [first[0], second[0]];
    if (!a || !b || a.position === b.position || Math.min(a.score, b.score) < Math.max(partSure, whole[0]?.score ?? 0)) continue;
    const facets = [...new Set(readings.flatMap((reading) => reading.facets))];
    return { kind: "choose", matches: matchesOf(stock, takingTurns(first, second)), facets };
  }
  return undefined;
}

function takingTurns(first: readonly Ranked[], second: readonly Ranked[]): Ranked[] {
  const turns = first.flatMap((ranked, order) => [ranked, ...second.slice(order, order + 1)]);
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
