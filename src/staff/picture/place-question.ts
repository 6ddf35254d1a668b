import type { StaffSay } from "../../wording/staff-words.ts";
import type { FlowQuestion } from "./flow.ts";
import { lanesOf } from "./lanes.ts";
import { letters, linesOf } from "./letters.ts";
import { type PlacedItems, placeItems } from "./place-items.ts";
import type { Shape } from "./shapes.ts";

/** Widths in pixels; what stands side by side has the same everywhere, so that the eye runs down columns. */
export const questionWidth = 400;
export const outcomeWidth = 430;
const padding = 14;
const badge = 28;
const between = 9;

type Answer = { lines: string[]; next: string[]; top: number; height: number };
/** A box of papers; `from` is where its lines leave the answers, `entry` where they arrive. */
type Box = { items: PlacedItems; answers: readonly number[]; top: number; from: number[]; entry: number };

/** A question with its answers and what they lead to, measured: tops and heights count from the top of its card; `room` is what it takes with its boxes. */
export type PlacedQuestion = {
  question: FlowQuestion;
  ask: string[];
  only: string[];
  answers: Answer[];
  boxes: Box[];
  lanes: number[];
  height: number;
  room: number;
};

/** Where the line number `at` of `all` leaves an answer, from the top of the card: beside one another, around the middle. */
export function exitOf({ answers }: { answers: readonly Answer[] }, position: number, at: number, all: number): number {
  const answer = answers[position];
  if (!answer) return 0;
  const apart = Math.min(10, (answer.height - 12) / Math.max(1, all - 1));
  return answer.top + answer.height / 2 + (at - (all - 1) / 2) * apart;
}

/** How many lanes the lines between answers and boxes need. */
export function laneCount({ lanes }: PlacedQuestion): number {
  return Math.max(0, ...lanes.map((lane) => lane + 1));
}

/** Measures a question. An answer's row is as high as the boxes that begin at it, so that lines run straight where they can. */
export function placeQuestion(question: FlowQuestion, say: StaffSay): PlacedQuestion {
  const textWidth = questionWidth - padding * 2 - badge - 10;
  const ask = linesOf(question.ask, textWidth, letters.ask);
  const only = question.only === undefined ? [] : linesOf(question.only, textWidth, letters.small);
  const answers: Answer[] = [];
  const boxes: Omit<Box, "from" | "entry">[] = [];
  let top = padding + Math.max(badge, ask.length * letters.ask.line + only.length * letters.small.line) + between;
  let foot = top;
  for (const [position, { label, next, besides }] of question.answers.entries()) {
    const leads = [...(next.length > 0 ? [say("picture.next", { numbers: next.join(", ") })] : []), ...besides];
    const answer = measureAnswer(label, leads.length > 0 ? `→ ${leads.join(" · ")}` : "", top);
    answers.push(answer);
    let below = top;
    for (const outcome of question.outcomes.filter(({ answers: from }) => from[0] === position)) {
      const items = placeItems(outcome.items, outcomeWidth);
      boxes.push({ items, answers: outcome.answers, top: below });
      below += items.height + between;
    }
    foot = top + answer.height;
    top = Math.max(foot + between, below);
  }
  const joined = joinBoxes(answers, boxes);
  const height = foot + padding;
  return { question, ask, only, answers, boxes: joined, lanes: lanesOf(joined.map(runOf)), height, room: Math.max(height, top - between) };
}

/** Where the lines between answers and boxes begin and end. */
function joinBoxes(answers: readonly Answer[], boxes: readonly Omit<Box, "from" | "entry">[]): Box[] {
  return boxes.map((box, at) => {
    const from = box.answers.map((answer) => {
      const leaving = boxes.filter((each) => each.answers.includes(answer));
      return exitOf({ answers }, answer, leaving.indexOf(box), leaving.length);
    });
    const inside = { top: box.top + 12, bottom: box.top + box.items.height - 12 };
    const beside = Math.min(Math.max(from[0] ?? 0, inside.top), inside.bottom);
    const isFirst = boxes[at - 1]?.answers[0] !== box.answers[0];
    return { ...box, from, entry: isFirst ? beside : Math.min(box.top + 20, inside.bottom) };
  });
}

function measureAnswer(label: string, next: string, top: number): Answer {
  const width = questionWidth - padding * 2 - 24;
  const lines = linesOf(label, width, letters.plain);
  const small = linesOf(next, width, letters.small);
  return { lines, next: small, top, height: 14 + lines.length * letters.plain.line + small.length * letters.small.line };
}

function runOf({ from, entry }: Box): { top: number; bottom: number } {
  return { top: Math.min(entry, ...from), bottom: Math.max(entry, ...from) };
}

/** The card of a question: its number, its words, its answers. */
export function drawQuestion({ question, ask, only, answers, height }: PlacedQuestion, x: number, y: number): Shape[] {
  const left = x + padding + badge + 10;
  const top = y + padding;
  return [
    { kind: "box", x, y, width: questionWidth, height, round: 12, look: "card" },
    { kind: "box", x: x + padding, y: top, width: badge, height: badge, round: badge / 2, look: "badge" },
    { kind: "words", x: x + padding + badge / 2, y: top + 4, lines: [String(question.number)], set: letters.ask, look: "on-badge" },
    { kind: "words", x: left, y: top + 2, lines: ask, set: letters.ask, look: "ink" },
    { kind: "words", x: left, y: top + 2 + ask.length * letters.ask.line, lines: only, set: letters.small, look: "soft" },
    ...answers.flatMap((answer): Shape[] => [
      {
        kind: "box",
        x: x + padding,
        y: y + answer.top,
        width: questionWidth - padding * 2,
        height: answer.height,
        round: 9,
        look: "answer",
      },
      { kind: "words", x: x + padding + 12, y: y + answer.top + 7, lines: answer.lines, set: letters.plain, look: "ink" },
      {
        kind: "words",
        x: x + padding + 12,
        y: y + answer.top + 7 + answer.lines.length * letters.plain.line,
        lines: answer.next,
        set: letters.small,
        look: "next",
      },
    ]),
  ];
}

/** The boxes that answers lead to, and the lines between. Colours go round, so that neighbours differ. */
export function drawOutcomes(placed: PlacedQuestion, card: { x: number; y: number }, column: number): Shape[] {
  const from = card.x + questionWidth - padding;
  return placed.boxes.flatMap(({ items, from: exits, top, entry }, at): Shape[] => {
    const look = `colour-${at % colours}`;
    const lane = card.x + questionWidth + laneStart + (placed.lanes[at] ?? 0) * laneWidth;
    const arrival = { x: column, y: card.y + entry };
    const lines = exits.flatMap((exit): Shape[] => {
      const start = { x: from, y: card.y + exit };
      const straight = Math.abs(start.y - arrival.y) < 1;
      const turns = straight
        ? []
        : [
            { x: lane, y: start.y },
            { x: lane, y: arrival.y },
          ];
      return [
        { kind: "path", points: [start, ...turns, arrival], look, arrow: true },
        { kind: "dot", ...start, look },
      ];
    });
    return [...lines, ...items.draw(column, card.y + top, look)];
  });
}

/** Where the first lane is, right of a question, and how far lanes are apart. */
export const laneStart = 16;
export const laneWidth = 12;
/** How many colours picture.css has for lines. */
export const colours = 6;
