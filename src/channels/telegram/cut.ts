/** Cuts a text into parts of at most `most` UTF-16 units, at the end of a line, a sentence or a word where there is one in the second half. Loses nothing but the white space at a cut. */
export function cutText(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = goodEnd(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest].filter((part) => part.trim() !== "");
}

/** Shortens a label to at most `most` UTF-16 units, the "…" included. */
export function shorten(label: string, most: number): string {
  if (label.length <= most) return label;
  return `${label.slice(0, wholeEnd(label, most - 1)).trimEnd()}…`;
}

function goodEnd(text: string, most: number): number {
  const head = text.slice(0, most);
  const ends = [head.lastIndexOf("\n"), head.lastIndexOf(". ") + 1, head.lastIndexOf(" ")];
  return ends.find((end) => end > most / 2) ?? wholeEnd(text, most);
}

/** Never between the two halves of one character. */
function wholeEnd(text: string, end: number): number {
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}
