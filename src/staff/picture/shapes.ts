import type { Letters } from "./letters.ts";

/** A point of the picture, in pixels from its upper left corner. */
export type Point = { x: number; y: number };

/** What a picture is made of. `look` names a class of picture.css; `y` of words is the top of their first line. */
export type Shape =
  | { kind: "box"; x: number; y: number; width: number; height: number; round: number; look: string }
  | { kind: "words"; x: number; y: number; lines: readonly string[]; set: Letters; look: string; link?: string }
  | { kind: "path"; points: readonly Point[]; look: string; arrow: boolean }
  | { kind: "dot"; x: number; y: number; look: string };

const corner = 7;
const arrowLength = 8;

/** One shape as SVG. */
export function drawShape(shape: Shape): string {
  switch (shape.kind) {
    case "box": {
      const { x, y, width, height, round, look } = shape;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" class="${look}"/>`;
    }
    case "words":
      return drawWords(shape);
    case "path":
      return drawPath(shape.points, shape.look, shape.arrow);
    case "dot":
      return `<circle cx="${shape.x}" cy="${shape.y}" r="4" class="${shape.look} dot"/>`;
  }
}

function drawWords({ x, y, lines, set, look, link }: Extract<Shape, { kind: "words" }>): string {
  const base = y + (set.line + set.size * 0.72) / 2; // the foot of the letters, so that they stand in the middle of their line
  const spans = lines.map((line, at) => `<tspan x="${x}" y="${round(base + at * set.line)}">${escapeXml(line)}</tspan>`).join(" ");
  const text = `<text class="${look}" font-size="${set.size}"${set.bold ? ' font-weight="600"' : ""}>${spans}</text>`;
  return link === undefined ? text : `<a href="${escapeXml(link)}" target="_blank" rel="noopener">${text}</a>`;
}

/** A path along the points with rounded corners; with a head where it arrives. */
function drawPath(points: readonly Point[], look: string, arrow: boolean): string {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before) return "";
  const end = arrow ? towards(last, before, arrowLength - 2) : last;
  const steps = [...points.slice(0, -1), end];
  const drawn = steps.map((point, at) => step(steps, point, at)).join(" ");
  return `<path d="${drawn}" class="${look} line"/>${arrow ? drawHead(last, before, look) : ""}`;
}

function step(points: readonly Point[], point: Point, at: number): string {
  const before = points[at - 1];
  const after = points[at + 1];
  if (!before) return `M${at2(point)}`;
  if (!after) return `L${at2(point)}`;
  const room = Math.min(corner, distance(before, point) / 2, distance(point, after) / 2);
  return `L${at2(towards(point, before, room))} Q${at2(point)} ${at2(towards(point, after, room))}`;
}

function drawHead(tip: Point, before: Point, look: string): string {
  const back = towards(tip, before, arrowLength);
  const side = { x: ((tip.y - back.y) / arrowLength) * 4.5, y: ((tip.x - back.x) / arrowLength) * 4.5 };
  const corners = [tip, { x: back.x + side.x, y: back.y + side.y }, { x: back.x - side.x, y: back.y - side.y }];
  return `<path d="M${corners.map(at2).join(" L")} Z" class="${look} head"/>`;
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  return length === 0 ? from : { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function at2({ x, y }: Point): string {
  return `${round(x)},${round(y)}`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

/** Text as it may stand in XML, between tags or in a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? "");
}
