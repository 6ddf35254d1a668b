import { nameOf, type Procedure } from "../../catalog/catalog.ts";
import { fieldOf, nameWithoutOffice } from "../index/fields.ts";
import type { Reading } from "../question/reading.ts";
import { procedureAt, type Stock } from "../stock.ts";
import { type Word, withoutLoose, wordsOf } from "../text/fold.ts";
import type { Ranked } from "./rank.ts";

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
  const whole = near.filter(({ position }) => namesAt(stock, position).official === asked);
  const ways = whole.length > 0 ? [asked] : [asked, ...unframed(own)];
  const short = near.filter((one) => !whole.includes(one) && ways.includes(namesAt(stock, one.position).short));
  const named = [...whole, ...short];
  const [best] = ranked;
  if (!best || named.length === 0) return { ranked, named: 0 };
  const others = ranked.filter((one) => !named.includes(one));
  const first = named.map(({ position, score }) => ({ position, score: Math.max(score, best.score), near: 1 }));
  return { ranked: [...first, ...others], named: named.length };
}

/** Her words without the loose particles, and without any at the beginning and the end: everyday names say "muốn đăng ký", official ones begin with "đăng ký". */
function unframed(own: readonly Word[]): string[] {
  const from = own.findIndex(({ particle }) => !particle);
  const to = own.findLastIndex(({ particle }) => !particle);
  return [withoutLoose(own), own.slice(from, to + 1)].map(spoken);
}

/** A topic has so many words, for one alone ("điện") may stand anywhere; and so many procedures have it. */
const topic = { words: 2, shared: 2 };

/** Is the question no more than a piece of official names that were found, or of their field ("lương hưu", "đất đai")? */
export function isTopic(stock: Stock, { own }: Reading, ranked: readonly Ranked[]): boolean {
  const words = withoutLoose(own);
  const asked = ` ${spoken(words)} `;
  const has = ({ official, field }: Names): boolean => [official, field].some((text) => ` ${text} `.includes(asked));
  return words.length >= topic.words && ranked.filter(({ position }) => has(namesAt(stock, position))).length >= topic.shared;
}

type Names = { official: string; short: string; field: string };

/** The names of the procedures that were compared before: the same few stand near most questions. */
const met = new WeakMap<Procedure, Names>();

/** The official name of the procedure at a position as spoken, the same without its office, and its field. */
function namesAt(stock: Stock, position: number): Names {
  const procedure = procedureAt(stock, position);
  const known = met.get(procedure);
  if (known) return known;
  const [official, short, field] = [nameOf(procedure).vi, nameWithoutOffice(procedure), fieldOf(procedure) ?? ""].map((text) =>
    spoken(wordsOf(text)),
  ) as [string, string, string];
  const names = { official, short, field };
  met.set(procedure, names);
  return names;
}

function spoken(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(" ");
}
