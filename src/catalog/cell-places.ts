import type { Place } from "./places.ts";

/** Where the cells of a CSV text begin, row by row; empty lines are no rows. Quotes may hold separators and line breaks. */
export function cellPlaces(text: string, separator: string): Place[][] {
  const rows: Place[][] = [[{ line: 1, column: 1 }]];
  let [line, lineStart, rowStart, quoted] = [1, 0, 0, false];
  const place = (at: number): Place => ({ line, column: at - lineStart + 1 });
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    if (sign === "\n") [line, lineStart] = [line + 1, at + 1];
    if (quoted) continue;
    if (sign === separator) rows.at(-1)?.push(place(at + 1));
    if (sign !== "\n") continue;
    if (text.slice(rowStart, at).trim() === "") rows.pop();
    rows.push([place(at + 1)]);
    rowStart = at + 1;
  }
  if (text.slice(rowStart).trim() === "") rows.pop();
  return rows;
}
