import type { FlowItem } from "./flow.ts";
import { letters, linesOf } from "./letters.ts";
import type { Shape } from "./shapes.ts";

const padding = { x: 14, y: 9 };
const betweenItems = 12;

/** A list of papers in its box: how high it is, and its shapes when its corner is at a point. */
export type PlacedItems = { height: number; draw: (x: number, y: number, look: string) => Shape[] };

/** Places papers below one another in a box of this width. */
export function placeItems(items: readonly FlowItem[], width: number): PlacedItems {
  const room = width - padding.x * 2 - stripe;
  const texts = items.map(({ kind, name, lines }) => ({
    kind,
    name: linesOf(name, room, letters.name),
    small: lines.flatMap((line) => linesOf(line, room, letters.small)),
  }));
  const tops: number[] = [];
  let height = padding.y;
  for (const { name, small } of texts) {
    if (tops.length > 0) height += betweenItems;
    tops.push(height);
    height += name.length * letters.name.line + small.length * letters.small.line;
  }
  height += padding.y;
  return {
    height,
    draw: (x, y, look) => [
      { kind: "box", x, y, width, height, round: 8, look: "card" },
      { kind: "box", x, y, width: stripe, height, round: 2, look: `${look} stripe` },
      ...texts.flatMap(({ kind, name, small }, at): Shape[] => {
        const left = x + stripe + padding.x;
        const top = y + (tops[at] ?? 0);
        const rule: Shape = {
          kind: "path",
          points: [
            { x: left, y: top - betweenItems / 2 },
            { x: left + room, y: top - betweenItems / 2 },
          ],
          look: "rule",
          arrow: false,
        };
        return [
          ...(at === 0 ? [] : [rule]),
          { kind: "words", x: left, y: top, lines: name, set: letters.name, look: kind },
          { kind: "words", x: left, y: top + name.length * letters.name.line, lines: small, set: letters.small, look: "soft" },
        ];
      }),
    ],
  };
}

const stripe = 5;
