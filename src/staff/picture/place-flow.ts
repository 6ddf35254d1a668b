import type { StaffSay } from "../../wording/staff-words.ts";
import type { Flow, FlowItem } from "./flow.ts";
import { lanesOf } from "./lanes.ts";
import { letters, linesOf, widthOf } from "./letters.ts";
import { placeEnd } from "./place-end.ts";
import { placeItems } from "./place-items.ts";
import {
  colours,
  drawOutcomes,
  drawQuestion,
  exitOf,
  laneCount,
  laneStart,
  laneWidth,
  outcomeWidth,
  type PlacedQuestion,
  placeQuestion,
  questionWidth,
} from "./place-question.ts";
import type { Point, Shape } from "./shapes.ts";

const margin = 24;
/** The line that everybody follows, from the title to the filing page. */
const spine = margin + 8;
const gap = 22;

/** A picture laid out: its size and its shapes, in the order in which they are read. */
export type Layout = { width: number; height: number; shapes: Shape[] };

type Columns = { left: number; right: number; width: number };
type Part = { height: number; shapes: Shape[]; entry: number };

/** Lays the flow out from top to bottom: what leads here, the questions with their branches to the right, what everybody needs, the filing page. */
export function placeFlow(flow: Flow, say: StaffSay): Layout {
  const questions = flow.questions.map((question) => placeQuestion(question, say));
  const tops: number[] = [];
  const columns = columnsOf(questions, railLanes(questions));
  const head = placeHead(flow, columns, say);
  let y = margin + head.height + gap;
  for (const question of questions) {
    tops.push(y);
    y += question.room + gap;
  }
  const shapes = [...head.shapes, ...drawQuestions(questions, tops, columns), ...drawRails(questions, tops, columns)];
  const stops = questions.flatMap(({ question }, at) => (question.after.length === 0 ? [(tops[at] ?? 0) + entryOfCard] : []));
  const parts = [
    placeList(say("picture.everybody"), flow.everybody, columns),
    placeList(say("picture.looked-up"), flow.lookedUp, columns),
    (top: number) => placeEnd(flow, say, { x: columns.left, y: top, width: columns.width - margin - columns.left }),
  ];
  for (const place of parts) {
    const part = place(y);
    if (!part) continue;
    shapes.push(...part.shapes);
    stops.push(y + part.entry);
    y += part.height + gap;
  }
  const start = { x: spine, y: margin + head.height };
  return { width: columns.width, height: y - gap + margin, shapes: [...drawSpine(start, stops, columns.left), ...shapes] };
}

/** Where lines enter a card, from its top: beside the number of the question. */
const entryOfCard = 28;

function columnsOf(questions: readonly PlacedQuestion[], rails: number): Columns {
  const lanes = Math.max(0, ...questions.map(laneCount));
  const left = spine + 26 + rails * laneWidth;
  const right = left + questionWidth + laneStart * 2 + Math.max(2, lanes) * laneWidth;
  return { left, right, width: right + outcomeWidth + margin };
}

/** The lines at the left, from answers down to the questions they lead to: one run a question that is not for everybody. */
type Rail = { from: number[]; to: number };

function railsOf(questions: readonly PlacedQuestion[], tops: readonly number[]): Rail[] {
  return questions.flatMap(({ question }, at) => {
    const from = question.after.flatMap(({ question: number, answers }) => {
      const earlier = questions[number - 1];
      return earlier ? answers.map((answer) => (tops[number - 1] ?? 0) + leftExit(earlier, answer, question.number)) : [];
    });
    return from.length === 0 ? [] : [{ from, to: (tops[at] ?? 0) + entryOfCard }];
  });
}

function leftExit(placed: PlacedQuestion, answer: number, to: number): number {
  const next = placed.question.answers[answer]?.next ?? [];
  return exitOf(placed, answer, next.indexOf(to), next.length);
}

function lanesOfRails(rails: readonly Rail[]): number[] {
  return lanesOf(rails.map(({ from, to }) => ({ top: Math.min(...from), bottom: to })));
}

/** How many lanes the rails need; where the first card begins makes no difference to it. */
function railLanes(questions: readonly PlacedQuestion[]): number {
  let y = 0;
  const tops = questions.map(({ room }) => {
    y += room + gap;
    return y - room - gap;
  });
  return Math.max(0, ...lanesOfRails(railsOf(questions, tops)).map((lane) => lane + 1));
}

function drawQuestions(questions: readonly PlacedQuestion[], tops: readonly number[], { left, right }: Columns): Shape[] {
  return questions.flatMap((question, at) => {
    const y = tops[at] ?? 0;
    return [...drawQuestion(question, left, y), ...drawOutcomes(question, { x: left, y }, right)];
  });
}

function drawRails(questions: readonly PlacedQuestion[], tops: readonly number[], { left }: Columns): Shape[] {
  const rails = railsOf(questions, tops);
  const lanes = lanesOfRails(rails);
  return rails.flatMap(({ from, to }, at) => {
    const rail = left - 16 - (lanes[at] ?? 0) * laneWidth;
    const look = `colour-${at % colours}`;
    return from.flatMap((y): Shape[] => {
      const start = { x: left + 14, y };
      return [
        { kind: "path", points: [start, { x: rail, y }, { x: rail, y: to }, { x: left, y: to }], look, arrow: true },
        { kind: "dot", ...start, look },
      ];
    });
  });
}

function drawSpine(start: Point, stops: readonly number[], left: number): Shape[] {
  const joints = stops.map(
    (y): Shape => ({
      kind: "path",
      points: [
        { x: spine, y: start.y },
        { x: spine, y },
        { x: left, y },
      ],
      look: "spine",
      arrow: true,
    }),
  );
  return joints.reverse(); // the longest first: the shorter ones lie on it
}

function placeHead({ name, about, leads }: Flow, { width }: Columns, say: StaffSay): Part {
  const room = width - margin * 2;
  const shapes: Shape[] = [];
  let y = margin;
  if (leads.length > 0) {
    const chips = placeChips([say("picture.leads"), ...leads], y, margin + room);
    shapes.push(...chips.shapes);
    y += chips.height + 24;
    shapes.push({
      kind: "path",
      points: [
        { x: spine, y: y - 24 },
        { x: spine, y },
      ],
      look: "spine",
      arrow: true,
    });
  }
  const title = linesOf(name, room - 36, letters.title);
  const small = linesOf(about, room - 36, letters.plain);
  const height = 28 + title.length * letters.title.line + small.length * letters.plain.line;
  shapes.push(
    { kind: "box", x: margin, y, width: room, height, round: 12, look: "top" },
    { kind: "words", x: margin + 18, y: y + 13, lines: title, set: letters.title, look: "on-top" },
    { kind: "words", x: margin + 18, y: y + 15 + title.length * letters.title.line, lines: small, set: letters.plain, look: "on-top" },
  );
  return { height: y + height - margin, shapes, entry: 0 };
}

/** Words in rounded boxes side by side, on as many rows as they need; the first is their heading. */
function placeChips(words: readonly string[], top: number, end: number): { height: number; shapes: Shape[] } {
  const high = 30;
  let x = margin;
  let y = top;
  const shapes = words.flatMap((word, at): Shape[] => {
    const lines = linesOf(word, end - margin - 28, letters.plain).slice(0, 1);
    const width = widthOf(lines[0] ?? "", letters.plain) + (at === 0 ? 4 : 28);
    if (x + width > end) {
      x = margin;
      y += high + 8;
    }
    const left = x;
    x += width + 10;
    const text: Shape = {
      kind: "words",
      x: at === 0 ? left : left + 14,
      y: y + 6,
      lines,
      set: letters.plain,
      look: at === 0 ? "soft" : "ink",
    };
    return at === 0 ? [text] : [{ kind: "box", x: left, y, width, height: high, round: high / 2, look: "lead" }, text];
  });
  return { height: y - top + high, shapes };
}

/** A list for everybody, in two columns below its heading; nothing where the list is empty. */
function placeList(heading: string, items: readonly FlowItem[], { left, right, width }: Columns): (y: number) => Part | undefined {
  if (items.length === 0) return () => undefined;
  const inner = 14;
  const first = right - left - inner - 14;
  return (y) => {
    const shapes: Shape[] = [];
    const heights = [0, 0];
    for (const item of items) {
      const side = (heights[0] ?? 0) <= (heights[1] ?? 0) ? 0 : 1;
      const placed = placeItems([item], side === 0 ? first : outcomeWidth - inner);
      const top = y + 42 + (heights[side] ?? 0);
      shapes.push(...placed.draw(side === 0 ? left + inner : right, top, item.kind));
      heights[side] = (heights[side] ?? 0) + placed.height + 9;
    }
    const height = 42 + Math.max(...heights) + 5;
    const frame: Shape = { kind: "box", x: left, y, width: width - margin - left, height, round: 12, look: "frame" };
    return {
      height,
      entry: 21,
      shapes: [frame, { kind: "words", x: left + inner, y: y + 12, lines: [heading], set: letters.heading, look: "ink" }, ...shapes],
    };
  };
}
