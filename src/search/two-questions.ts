import type { Heard } from "./hear.ts";
import { nearnessOfNames } from "./index/nearness.ts";
import { readQuestion } from "./question/read-question.ts";
import type { Reading } from "./question/reading.ts";
import { splitQuestion } from "./question/split-question.ts";
import { type Ranked, rank } from "./ranking/rank.ts";
import type { Stock } from "./stock.ts";
import { withoutLoose } from "./text/fold.ts";

/** A half of a line is a question of its own when it answers this well and is this near a name: "…, làm lại ở đâu" names nothing. */
const ownQuestion = { words: 2, score: 0.6, near: 0.65 };

/** What answers a question, best first, and which facets it asks for. */
type Answered = { ranked: readonly Ranked[]; facets: Reading["facets"] };

type Allowed = (position: number) => boolean;

/** Two questions in one line take turns, when each half names its own procedure plainly; what answers the whole best comes first. */
export function twoQuestions(stock: Stock, { line, ranked }: Heard, allowed: Allowed): Answered | undefined {
  for (const halves of splitQuestion(line)) {
    const [first, second] = bothAlone(stock, halves, allowed) ?? [];
    if (!first || !second || first.ranked[0]?.position === second.ranked[0]?.position) continue;
    const facets = [...new Set([...first.facets, ...second.facets])];
    return { ranked: takingTurns(ranked.slice(0, 1), first.ranked, second.ranked), facets };
  }
  return undefined;
}

/** What answers both halves, when both are questions of their own. The shorter one is asked first: that takes less time, and mostly it is none. */
function bothAlone(stock: Stock, [before, after]: [string, string], allowed: Allowed): [Answered, Answered] | undefined {
  const [shorter, longer] = before.length < after.length ? [before, after] : [after, before];
  const one = askedAlone(stock, shorter, allowed);
  const other = one && askedAlone(stock, longer, allowed);
  if (!other) return undefined;
  return shorter === before ? [one, other] : [other, one];
}

/** What answers half a line, when it is a question of its own. */
function askedAlone({ reader, index }: Stock, part: string, allowed: Allowed): Answered | undefined {
  const reading = readQuestion(reader, part);
  if (withoutLoose(reading.own).length < ownQuestion.words) return undefined;
  // Most halves are near to nothing: seeing that first spares the rest of the ranking.
  const { near } = nearnessOfNames(index.names, reading.own);
  if (!near.some((one) => one >= ownQuestion.near)) return undefined;
  const { ranked } = rank(index, reading, allowed);
  const [best] = ranked;
  return best && best.score >= ownQuestion.score && best.near >= ownQuestion.near ? { ranked, facets: reading.facets } : undefined;
}

function takingTurns(whole: readonly Ranked[], first: readonly Ranked[], second: readonly Ranked[]): Ranked[] {
  const turns = [...whole, ...first.flatMap((ranked, order) => [ranked, ...second.slice(order, order + 1)])];
  return turns.filter(({ position }, at) => turns.findIndex((other) => other.position === position) === at);
}
