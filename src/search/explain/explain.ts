import { answerQuestion } from "../answer.ts";
import { type Reason, type Signs, signsOf } from "../certainty.ts";
import { hear, judge } from "../hear.ts";
import { calledBy } from "../index/fields.ts";
import { missingShare } from "../index/inverted-index.ts";
import { fourthNearestNames, type Nearness, nearnessOfNames } from "../index/nearness.ts";
import { offeredIn } from "../offered.ts";
import type { Outcome, SearchOptions } from "../outcome.ts";
import type { Reading } from "../question/reading.ts";
import { namedWords, type Ranked, rank } from "../ranking/rank.ts";
import { procedureAt, type Stock } from "../stock.ts";
import { withoutLoose } from "../text/fold.ts";
import { doesWhatIsAsked } from "../twins/doing.ts";
import { type Covered, coveredByField } from "./explain-coverage.ts";
import { type HowRead, howRead } from "./explain-reading.ts";

/** A procedure and what its score is made of. */
export type Candidate = {
  code: string;
  /** Its place in the ranking, from 1; undefined beyond those that are kept. */
  place: number | undefined;
  score: number;
  /** What the words give, 0–1, and which parts of the procedure gave it. */
  words: Covered;
  /** Which of its names is nearest to the question, and how near, 0–1. */
  nearest: { name: string; near: number };
  /** The nearness that counted: that of a name reached through everyday words is a little less. */
  near: number;
  /** How near its fourth nearest name is. */
  fourth: number;
  /** 0–1, by online filings. */
  demand: number;
  /** Does it what she wants done, or is it issued for the first time when she does not say? */
  doesAsAsked: boolean;
  /** Words of the question that nothing it is called has. */
  lacks: string[];
};

/** Why a question was answered as it was. Scores are those of the ranking, before a life event or a second question joins in. */
export type Explanation = {
  outcome: Outcome;
  read: HowRead;
  first: Candidate[];
  /** The procedures that were expected, wherever they stand. */
  expected: Candidate[];
  /** Expected codes that the catalog does not have. */
  notHere: string[];
  /** What certainty was judged by; undefined when nothing is called by any of her words. */
  signs: Signs | undefined;
  /** Why the outcome is of its kind; where the line has a code, two questions or a life event these decide instead. */
  reason: Reason;
};

const shown = 5;

/** Explains the answer to a question; slower than answering it. `expected`: codes that whoever asks misses among the first. */
export function explainAnswer(stock: Stock, question: string, options: SearchOptions & { expected?: readonly string[] } = {}): Explanation {
  const heard = hear(stock, question, offeredIn(stock, options.province));
  const { reading, ranked } = heard;
  const { expected = [] } = options;
  return {
    outcome: answerQuestion(stock, question, options),
    read: howRead(stock, heard.line, reading),
    first: ranked.slice(0, shown).map((one, order) => candidate(stock, reading, { ...one, place: order + 1 })),
    expected: expected.flatMap((code) => expectedOne(stock, reading, ranked, code)),
    notHere: expected.filter((code) => positionOf(stock, code) === undefined),
    signs: signsOf(ranked, heard.said),
    reason: judge(stock, heard).reason,
  };
}

function expectedOne(stock: Stock, reading: Reading, ranked: readonly Ranked[], code: string): Candidate[] {
  const wanted = positionOf(stock, code);
  if (wanted === undefined) return [];
  const at = ranked.findIndex(({ position }) => position === wanted);
  const alone = rank(stock.index, reading, (position) => position === wanted).ranked[0] ?? { position: wanted, score: 0, near: 0 };
  return [candidate(stock, reading, { ...alone, place: at < 0 ? undefined : at + 1 })];
}

/** The position of the procedure that answers for a code. */
function positionOf({ positions, catalog }: Stock, code: string): number | undefined {
  return positions.get(catalog.sameAs.get(code) ?? code);
}

function candidate(stock: Stock, reading: Reading, { position, score, near, place }: Ranked & Pick<Candidate, "place">): Candidate {
  const { names, demand, doing, codes } = stock.index;
  const fourth = fourthNearestNames(names, nearnessOfNames(names, namedWords(reading)), codes.length);
  const isMissing = (folded: string): boolean => missingShare(names.called, [folded], position) > 0;
  return {
    code: procedureAt(stock, position).code,
    place,
    score,
    words: coveredByField(stock, reading, position),
    nearest: nearestOf(stock, reading, position),
    near,
    fourth: fourth[position] ?? 0,
    demand: demand[position] ?? 0,
    doesAsAsked: doesWhatIsAsked(doing[position] ?? 0, reading.doing),
    lacks: withoutLoose(namedWords(reading))
      .filter(({ folded }) => isMissing(folded))
      .map(({ typed }) => typed),
  };
}

/** Names stand in the index in the order of the procedures and of what each is called. */
function nearestOf(stock: Stock, reading: Reading, position: number): Candidate["nearest"] {
  const { names } = stock.index;
  const called = calledBy(procedureAt(stock, position));
  const from = names.starts[position] ?? 0;
  const ways = [namedWords(reading), ...(reading.official ? [reading.official] : [])].map((words) => nearnessOfNames(names, words));
  const nearIn = (nearness: Nearness, name: number): number => nearness.near[nearness.names.indexOf(name)] ?? 0;
  const near = called.map((name, order) => ({ name, near: Math.max(...ways.map((nearness) => nearIn(nearness, from + order))) }));
  return near.reduce((best, one) => (one.near > best.near ? one : best), { name: "", near: 0 });
}
