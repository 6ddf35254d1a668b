import { hasAccents, wordsOf } from "../text/fold.ts";

/** Where one question may end and the next begin. */
const seams = /[?;\n]+|(?<=\p{L})[.!]\s+|,?\s(?:và|với lại|rồi|còn|đồng thời|and|also|plus)\s|,/giu;
/** The same where nothing has accents; among words with accents "con" is a child. */
const bareSeams = /[?;\n]+|(?<=\p{L})[.!]\s+|,?\s(?:va|voi lai|roi|con|dong thoi|and|also|plus)\s|,/giu;

/** A line with more seams than this is one long story. */
const mostSeams = 3;
/** So many words has a question that stands in a line with another one; a longer half tells a story. */
const fewest = 2;
const most = 15;

/** The ways to split a line into two short questions, one a seam with words on both sides; none for a line with many seams. */
export function splitQuestion(line: string): [string, string][] {
  const found = [...line.matchAll(wordsOf(line).some(hasAccents) ? seams : bareSeams)];
  const ways = found.flatMap((seam): [string, string][] => {
    const before = line.slice(0, seam.index).trim();
    const after = line.slice(seam.index + seam[0].length).trim();
    return Math.min(wordsIn(before), wordsIn(after)) >= fewest ? [[before, after]] : [];
  });
  return ways.length > mostSeams ? [] : ways.filter((halves) => Math.max(...halves.map(wordsIn)) <= most);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}
