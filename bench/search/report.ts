import { procedureOf } from "../../src/catalog/catalog.ts";
import { answerQuestion } from "../../src/search/answer.ts";
import { fieldOf } from "../../src/search/index/fields.ts";
import { warmUp } from "../../src/search/warm-up.ts";
import { familyQuestions } from "../../test/search/family-questions.ts";
import type { Asked } from "../../test/search/golden-questions.ts";
import { noiseNames, withNoise } from "../../test/search/noise.ts";
import { someOf } from "../../test/search/noise-chance.ts";
import { besideOthers } from "./baselines.ts";
import { calibrationRows } from "./calibration.ts";
import { type Figures, figuresOf, outcomesOf, share, timesOf, twinsOf } from "./figures.ts";
import { gapsOf } from "./left-out.ts";
import { missLines } from "./misses.ts";
import { oddRows } from "./odd-input.ts";
import { answeringCodes, type Shelf } from "./shelf.ts";
import { asShare, printTable, printTitle } from "./table.ts";
import { isInside, type Trial, tryAll } from "./trial.ts";

/** How many questions of a list are asked under each noise, and how many are asked of the slow others. */
export type Samples = { noise: number; others: number };

const largestFields = 10;
/** Shorter lists say nothing about other programs. */
const fewest = 20;
/** The kinds of questions that several procedures answer. */
const ofSeveral = ["twins", "families"];
const head = ["", "questions", "first", "in 3", "in 10", "MRR"];

/** Measures one catalog with all questions and prints everything. */
export function printReport(shelf: Shelf, questions: readonly Asked[], samples: Samples): void {
  console.log(`\n${"=".repeat(100)}\n${shelf.name}: ${shelf.catalog.procedures.size} procedures\n${"=".repeat(100)}`);
  warmUp((question) => answerQuestion(shelf.stock, question, {}), [...shelf.catalog.procedures.keys()].map(shelf.nameOfCode));
  const trials = tryAll(shelf, questions);
  const lists = [...Map.groupBy(trials, listOf)];
  const families = tryAll(shelf, familyQuestions(shelf.catalog));
  const andFamilies: List[] = [...lists, ["families", families]];
  printRanking(andFamilies);
  printOutcomes(andFamilies);
  printOutside(trials);
  printLeftOut(shelf, lists, samples.noise);
  printNoise(shelf, lists, samples.noise);
  printBy("by kind of question, the tune halves and the given", trials, ({ asked }) => asked.kind);
  printBy("by field of the right procedure, the ten largest", trials, (trial) => fieldOfAnswer(shelf, trial));
  printTitle("certainty: how often the first match is right, by its score and its lead over the second");
  printTable(calibrationRows(trials));
  printTitle("odd input, asked once: the outcome and its ms");
  printTable([["", "outcome", "ms"], ...oddRows(shelf)]);
  printOthers(shelf, questions, samples.others);
  printTitle("the twenty worst misses");
  for (const line of missLines(shelf, trials)) console.log(`  ${line}`);
}

function listOf({ asked }: Trial): string {
  return asked.set.startsWith("golden") ? `${asked.set}, ${asked.half}` : asked.set;
}

type List = [string, Trial[]];

function printRanking(lists: readonly List[]): void {
  printTitle("clean text (questions that the catalog has no answer to are left out here)");
  const rows = lists.map(([name, trials]) => {
    const [p50, p95, p99] = timesOf(trials);
    const times = [p50, p95, p99, timesOf(trials, "atFirst")[1]].map((ms) => ms.toFixed(2));
    return [name, ...cellsOf(figuresOf(trials)), ...times];
  });
  printTable([[...head, "p50 ms", "p95 ms", "p99 ms", "p95 asked first"], ...rows.filter(([, count]) => count !== "0")]);
}

function printOutcomes(lists: readonly List[]): void {
  printTitle("outcomes, of questions that the catalog has an answer to");
  const rows = lists.filter(([, trials]) => trials.some(isInside)).map(([name, trials]) => [name, outcomesOf(trials)] as const);
  const kinds = Object.keys(rows[0]?.[1] ?? {});
  const cells = (counts: Record<string, number>): string[] => {
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return kinds.map((kind) => `${counts[kind] ?? 0} (${asShare((counts[kind] ?? 0) / all)})`);
  };
  printTable([["", ...kinds], ...rows.map(([name, counts]) => [name, ...cells(counts)])]);
  for (const [name, trials] of lists.filter(([, [one]]) => one && ofSeveral.includes(one.asked.kind))) {
    const { count, choose, together, inFive } = twinsOf(trials);
    console.log(
      `  ${name}: of ${count} with several answers here, choose ${asShare(choose)}, choose with all twins in the first five ${asShare(together)}, of the twins stand there ${asShare(inFive)}`,
    );
  }
}

function printOutside(trials: readonly Trial[]): void {
  printTitle("questions that the catalog has no answer to");
  const outside = trials.filter((trial) => !isInside(trial));
  const is = (kind: string, some: readonly Trial[]): string => asShare(share(some, ({ outcome }) => outcome.kind === kind));
  const rows = [...Map.groupBy(outside, listOf)].map(([name, some]) => [
    name,
    String(some.length),
    is("unknown", some),
    is("choose", some),
    is("found", some),
  ]);
  printTable([["", "questions", "unknown", "choose", "found"], ...rows]);
}

function printLeftOut(shelf: Shelf, lists: readonly List[], most: number): void {
  printTitle(
    `questions of the catalog, at most ${most} of a list, with their answers and the twins of these taken out of it (a near relative may still be worth offering, never a card)`,
  );
  const inside = lists.flatMap(([name, trials]) => someOf(trials.filter(isInside), most, name));
  const kindOf = new Map(
    gapsOf(shelf.stock, inside).flatMap(({ stock, questions }) =>
      questions.map((trial) => [trial, answerQuestion(stock, trial.typed, {}).kind] as const),
    ),
  );
  const rows = lists.flatMap(([name, trials]) => {
    const kinds = trials.flatMap((trial) => kindOf.get(trial) ?? []);
    const is = (kind: string): string => asShare(share(kinds, (one) => one === kind));
    return kinds.length === 0 ? [] : [[name, String(kinds.length), is("unknown"), is("choose"), is("found")]];
  });
  printTable([["", "questions", "unknown", "choose", "found"], ...rows]);
}

function printNoise(shelf: Shelf, lists: readonly List[], most: number): void {
  printTitle(`under noise, at most ${most} questions of a list; the difference to the same questions clean behind`);
  const rows = lists.flatMap(([name, trials]) => {
    const some = someOf(trials.filter(isInside), most, name);
    if (some.length === 0) return [];
    const clean = figuresOf(some);
    return [
      [name, ...cellsOf(clean), "", "", ""],
      ...noiseNames.map((noise) => {
        const noisy = tryAll(
          shelf,
          some.map(({ asked }) => asked),
          (question) => withNoise(noise, question),
        );
        const figures = figuresOf(noisy);
        const times = timesOf(noisy).map((ms) => ms.toFixed(2));
        return [`  ${noise}`, "", ...differing(figures, clean), ...times];
      }),
    ];
  });
  printTable([[...head, "p50 ms", "p95 ms", "p99 ms"], ...rows]);
}

function differing(figures: Figures, clean: Figures): string[] {
  const keys = ["first", "inThree", "inTen", "mrr"] as const;
  return keys.map((key) => {
    const difference = figures[key] - clean[key];
    return `${asShare(figures[key])} ${difference < 0 ? "-" : "+"}${Math.abs(difference).toFixed(3).replace(/^0/, "")}`;
  });
}

function printBy(title: string, trials: readonly Trial[], by: (trial: Trial) => string): void {
  printTitle(title);
  const seen = trials.filter((trial) => trial.asked.half === "tune" && isInside(trial));
  const groups = [...Map.groupBy(seen, by)].sort((a, b) => b[1].length - a[1].length).slice(0, largestFields);
  printTable([head, ...groups.map(([name, some]) => [name, ...cellsOf(figuresOf(some))])]);
}

function fieldOfAnswer({ catalog }: Shelf, { right }: Trial): string {
  const procedure = procedureOf(catalog, [...right][0] ?? "");
  return (procedure && fieldOf(procedure)) ?? "no field";
}

function printOthers(shelf: Shelf, questions: readonly Asked[], most: number): void {
  const answered = questions.filter(({ codes, half }) => half === "tune" && answeringCodes(shelf, codes).size > 0);
  const lists = [...Map.groupBy(answered, ({ set }) => set)].filter(([, list]) => list.length >= fewest);
  const each = Math.ceil(most / Math.max(1, lists.length));
  printTitle(`beside others, on ${each} questions of a list only: Fuse.js takes up to seconds for one`);
  const rows = lists.flatMap(([name, list]) => {
    const ways = besideOthers(shelf, someOf(list, each, name));
    const cells = ways.map(({ name: way, trials }) => [
      `  ${way}`,
      ...cellsOf(figuresOf(trials)),
      ...timesOf(trials).map((ms) => ms.toFixed(1)),
    ]);
    return [[name], ...cells];
  });
  printTable([[...head, "p50 ms", "p95 ms", "p99 ms"], ...rows]);
}

function cellsOf({ count, first, inThree, inTen, mrr }: Figures): string[] {
  return [String(count), ...[first, inThree, inTen, mrr].map(asShare)];
}
