import { nameOf } from "../catalog/catalog.ts";
import { calledBy } from "./fields.ts";
import { type Word, wordsOf } from "./fold.ts";
import type { Ranked } from "./rank.ts";
import type { Reading } from "./reading.ts";
import type { Stock } from "./stock.ts";

/** What was taken off as a frame ("thực hiện tại …"), and what was cut off after 500 letters, leaves a whole name nearer than this. */
const nearEnough = 0.5;
/** A name of the same words is as near as can be, but for rounding. */
const sameWords = 0.999;

/** A ranking after it was seen whose name the question is; `copied`: it is the whole official name of one procedure, and of no other. */
type Named = { ranked: readonly Ranked[]; copied: boolean };

/**
 * Whoever copies the official name of a procedure means that one, though the words of its name that look like a frame were
 * taken off, and though another be asked for more often: what is named word for word, accents and case aside, with or without a frame ("… cần gì"), comes first.
 */
export function namedFirst(stock: Stock, question: string, { own }: Reading, ranked: readonly Ranked[]): Named {
  const asked = spoken(wordsOf(question));
  const whole = ranked.filter(({ position, near }) => near >= nearEnough && officialName(stock, position) === asked);
  const short = ranked.filter(({ position, near }) => near >= sameWords && [asked, spoken(own)].includes(shortName(stock, position)));
  const named = whole.length > 0 ? whole : short;
  const [best] = ranked;
  if (!best || named.length === 0) return { ranked, copied: false };
  const others = ranked.filter((one) => !named.includes(one));
  const first = named.map(({ position, score }) => ({ position, score: Math.max(score, best.score), near: 1 }));
  return { ranked: [...first, ...others], copied: named.length === 1 };
}

function officialName({ catalog, codes, traits }: Stock, position: number): string {
  const procedure = catalog.procedures.get(codes[position] ?? "");
  return spoken(traits.read(procedure ? nameOf(procedure).vi : ""));
}

/** Without "Thủ tục" and the office at its end. */
function shortName({ catalog, codes, traits }: Stock, position: number): string {
  const procedure = catalog.procedures.get(codes[position] ?? "");
  return spoken(traits.read(procedure ? (calledBy(procedure)[0] ?? "") : ""));
}

function spoken(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(" ");
}
