import { certaintyOf, type Judgement } from "./certainty.ts";
import { readQuestion } from "./question/read-question.ts";
import type { Reading } from "./question/reading.ts";
import { hasOtherOffice, hasTwin, namesTwin } from "./ranking/gather-twins.ts";
import { type Ranking, rank } from "./ranking/rank.ts";
import { isTopic, namedFirst } from "./ranking/word-for-word.ts";
import { type Said, said } from "./said.ts";
import type { Stock } from "./stock.ts";
import { composed } from "./text/fold.ts";

/** A question is read this far; what follows is no question any more. */
const readTo = 500;
/** But the longest official names have 1,200 letters, and somebody may copy one. */
const longestName = 1200;

/** A line as read, what answers it, how many procedures it names word for word, and what certainty is judged by beside the scores. */
export type Heard = Ranking & { line: string; reading: Reading; named: number; said: Said };

/** Reads a question and ranks the procedures that are allowed, by their positions. */
export function hear(stock: Stock, question: string, allowed: (position: number) => boolean): Heard {
  const whole = composed(question.slice(0, 4 * longestName));
  const line = whole.slice(0, readTo);
  const reading = readQuestion(stock.reader, line);
  const { ranked: found, nearness } = rank(stock.index, reading, allowed);
  const { ranked, named } = namedFirst(stock, whole, reading, found);
  return { line, reading, ranked, nearness, named, said: said(stock, reading, { ranked, nearness }) };
}

/** How certain it is what a line means, when it is one question and names no life event. */
export function judge(stock: Stock, { reading, ranked, nearness, named, said: heard }: Heard): Judgement {
  if (named === 1) return { kind: "found", reason: "named" };
  if (named > 1) return { kind: "choose", reason: "several named" };
  if (reading.own.length === 0 && reading.facets.length > 0) return { kind: "unknown", reason: "only a frame" };
  const judgement = certaintyOf(ranked, heard, {
    has: () => hasTwin(stock, ranked, reading.traits),
    haveOtherOffice: () => hasOtherOffice(stock, ranked, reading.traits),
    areNamed: () => namesTwin(stock, { ranked, nearness }, reading.traits),
  });
  const isOnlyTopic = judgement.kind === "unknown" && !heard.elsewhere && isTopic(stock, reading, ranked);
  return isOnlyTopic ? { kind: "choose", reason: "a topic" } : judgement;
}
