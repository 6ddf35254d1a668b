import { nameOf } from "../catalog/catalog.ts";
import { calledBy } from "./fields.ts";
import { type Word, wordsOf } from "./fold.ts";
import type { Ranked } from "./rank.ts";
import type { Reading } from "./reading.ts";
import type { Stock } from "./stock.ts";

/** What was taken off as a frame ("thực hiện tại …", "chi phí"), and what was cut off after 500 letters, leaves a whole name nearer than this. */
const nearEnough = 0.3;

/** A ranking after it was seen whose name the question is, and how many procedures it names. */
type Named = { ranked: readonly Ranked[]; named: number };

/**
 * Whoever says the official name of a procedure means that one, though the words of its name that look like a frame were
 * taken off, and though another be asked for more often: what is named word for word, accents and case aside, comes first.
 * Nobody need say "Thủ tục" or the office at its end; who leaves the office out names all that are called so.
 */
export function namedFirst(stock: Stock, question: string, { own }: Reading, ranked: readonly Ranked[]): Named {
  const asked = spoken(wordsOf(question));
  const near = ranked.filter((one) => one.near >= nearEnough);
  const whole = near.filter(({ position }) => officialName(stock, position) === asked);
  const unframed = whole.length > 0 ? asked : spoken(own);
  const short = near.filter((one) => !whole.includes(one) && [asked, unframed].includes(shortName(stock, one.position)));
  const named = [...whole, ...short];
  const [best] = ranked;
  if (!best || named.length === 0) return { ranked, named: 0 };
  const others = ranked.filter((one) => !named.includes(one));
  const first = named.map(({ position, score }) => ({ position, score: Math.max(score, best.score), near: 1 }));
  return { ranked: [...first, ...others], named: named.length };
}

function officialName({ catalog, codes, traits }: Stock, position: number): string {
  const procedure = catalog.procedures.get(codes[position] ?? "");
  return spoken(traits.read(procedure ? nameOf(procedure).vi : ""));
}

function shortName({ catalog, codes, traits }: Stock, position: number): string {
  const procedure = catalog.procedures.get(codes[position] ?? "");
  return spoken(traits.read(procedure ? (calledBy(procedure)[0] ?? "") : ""));
}

function spoken(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(" ");
}
