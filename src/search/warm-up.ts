import type { Search } from "./outcome.ts";

/** So many questions, and what answers them runs as fast as it will. */
const enough = 300;
const words = 9;

/**
 * Asks for procedures by the beginnings of their names, every third with a slip in it: the engine compiles what runs often, and
 * the first citizens should not wait longer than the later ones (p95 of the first 50 questions 9 ms, of the last of 300 under 2).
 */
export function warmUp(search: Search, names: Iterable<string>): void {
  let asked = 0;
  for (const name of names) {
    const beginning = name.split(/\s+/).slice(0, words).join(" ");
    search(asked % 3 === 0 ? withSlip(beginning) : beginning);
    asked += 1;
    if (asked === enough) return;
  }
}

/** The text with a letter twice inside its longest word. */
function withSlip(text: string): string {
  const longest = text.split(" ").reduce((one, other) => (other.length > one.length ? other : one), "");
  return text.replace(longest, `${longest.slice(0, 2)}${longest.slice(1)}`);
}
