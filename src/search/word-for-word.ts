import { nameOf } from "../catalog/catalog.ts";
import { wordsOf } from "./fold.ts";
import type { Ranked } from "./rank.ts";
import type { Stock } from "./stock.ts";

/** What was taken off as a frame ("thực hiện tại …"), and what was cut off after 500 letters, leaves a whole name nearer than this. */
const nearEnough = 0.5;

/** A ranking after it was seen whose name the question is; `copied`: it is the whole official name of one procedure, and of no other. */
type Named = { ranked: readonly Ranked[]; copied: boolean };

/**
 * Whoever copies the official name of a procedure means that one, though the words of its name that look like a frame were
 * taken off, and though another be asked for more often: what is named word for word, accents and case aside, comes first.
 */
export function namedFirst(stock: Stock, question: string, ranked: readonly Ranked[]): Named {
  const asked = spoken(question);
  const isNamed = ({ position, near }: Ranked): boolean => near >= nearEnough && spoken(officialName(stock, position)) === asked;
  const named = ranked.filter(isNamed);
  const [best] = ranked;
  if (!best || named.length === 0) return { ranked, copied: false };
  const others = ranked.filter((one) => !named.includes(one));
  const first = named.map(({ position, score }) => ({ position, score: Math.max(score, best.score), near: 1 }));
  return { ranked: [...first, ...others], copied: named.length === 1 };
}

function officialName({ catalog, codes }: Stock, position: number): string {
  const procedure = catalog.procedures.get(codes[position] ?? "");
  return procedure ? nameOf(procedure).vi : "";
}

function spoken(text: string): string {
  return wordsOf(text)
    .map(({ folded }) => folded)
    .join(" ");
}
