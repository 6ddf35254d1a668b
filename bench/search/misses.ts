import { nameOf, procedureOf } from "../../src/catalog/catalog.ts";
import { type Candidate, explainAnswer } from "../../src/search/explain/explain.ts";
import type { Shelf } from "./shelf.ts";
import { isInside, type Trial } from "./trial.ts";

/** Of the golden questions, and as many of the given. */
const worst = 10;
const mostLetters = 150;
const mostWords = 12;

/** The worst misses with what went wrong, a wrong card first, then the right procedure farthest down. Held questions are not shown. */
export function missLines(shelf: Shelf, trials: readonly Trial[]): string[] {
  const missed = trials.filter((trial) => trial.asked.half === "tune" && isInside(trial) && trial.place !== 1);
  const badness = ({ outcome, place = 20 }: Trial): number =>
    (outcome.kind === "found" ? 100 : 0) + place - (outcome.matches[0]?.score ?? 0);
  const sorted = missed.sort((a, b) => badness(b) - badness(a));
  const isGolden = ({ asked }: Trial): boolean => asked.set.startsWith("golden");
  const shown = [...sorted.filter(isGolden).slice(0, worst), ...sorted.filter((trial) => !isGolden(trial)).slice(0, worst)];
  return shown.flatMap((trial) => linesOf(shelf, trial));
}

function linesOf(shelf: Shelf, { asked, typed, outcome, right, place }: Trial): string[] {
  const { read, first, expected } = explainAnswer(shelf.stock, typed, { expected: [...right] });
  const wanted = expected.sort((a, b) => b.score - a.score)[0];
  const got = first[0];
  const official = read.everyday.map(({ typed: said, meant }) => `${said} → ${meant}`);
  const repaired = read.repairs.map(({ typed: said, meant }) => `${said} → ${meant}`);
  return [
    `"${short(asked.question)}"  ${outcome.kind}, right one ${place === undefined ? "not in ten" : `at ${place}`}`,
    `   read as: ${short(read.own)}${listed("; everyday", official)}${listed("; repaired", repaired)}${listed(
      "; frames",
      read.frames.map((frame) => frame.typed),
    )}`,
    ...(got ? [`   got     ${candidateLine(shelf, got)}`] : []),
    ...(wanted
      ? [
          `   wanted  ${candidateLine(shelf, wanted)}`,
          `           lacks: ${[...new Set(wanted.lacks)].slice(0, mostWords).join(", ") || "nothing she said"}`,
        ]
      : []),
  ];
}

function candidateLine({ catalog }: Shelf, { code, score, words, near, demand }: Candidate): string {
  const procedure = procedureOf(catalog, code);
  const name = procedure ? nameOf(procedure).vi : "";
  const parts = `words ${words.share.toFixed(2)}, name ${near.toFixed(2)}, demand ${demand.toFixed(2)}`;
  return `${score.toFixed(3)} (${parts}) ${code} ${name.slice(0, 90)}`;
}

function listed(label: string, texts: readonly string[]): string {
  return texts.length === 0 ? "" : `${label}: ${texts.join(", ")}`;
}

function short(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)} …` : text;
}
