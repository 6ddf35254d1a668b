import type { StaffSay } from "../../wording/staff-words.ts";
import type { Flow } from "./flow.ts";
import { letters, linesOf } from "./letters.ts";
import type { Shape } from "./shapes.ts";

const padding = 16;
const labelWidth = 170;

/** The last box: fee, time, place, result, and the page where the dossier is filed. `entry` is where the line arrives, from its top. */
export function placeEnd(
  { facts, link }: Flow,
  say: StaffSay,
  { x, y, width }: { x: number; y: number; width: number },
): { height: number; shapes: Shape[]; entry: number } {
  const room = width - padding * 2 - labelWidth;
  const rows = [...facts, { label: say("picture.page"), lines: [link] }];
  const shapes: Shape[] = [];
  let top = y + 46;
  for (const [at, { label, lines }] of rows.entries()) {
    const labels = linesOf(label, labelWidth - 12, letters.plain);
    const texts = lines.flatMap((line) => linesOf(line, room, letters.plain));
    const isLink = at === rows.length - 1;
    shapes.push({ kind: "words", x: x + padding, y: top, lines: labels, set: letters.plain, look: "soft" });
    shapes.push({
      kind: "words",
      x: x + padding + labelWidth,
      y: top,
      lines: texts,
      set: letters.plain,
      look: isLink ? "link" : "ink",
      ...(isLink && { link }),
    });
    top += Math.max(labels.length, texts.length) * letters.plain.line + 8;
  }
  const height = top - y + 8;
  return {
    height,
    entry: 23,
    shapes: [
      { kind: "box", x, y, width, height, round: 12, look: "end" },
      { kind: "words", x: x + padding, y: y + 13, lines: [say("picture.file")], set: letters.heading, look: "ink" },
      ...shapes,
    ],
  };
}
