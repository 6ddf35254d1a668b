import { nameOf, type Procedure } from "../../catalog/catalog.ts";
import { fieldsOf, nameWithoutOffice } from "../index/fields.ts";
import type { Reading } from "../question/reading.ts";
import type { Stock } from "../stock.ts";
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
const met = new WeakMap<Stock, Map<number, Names>>();

/** The official name of the procedure at a position as spoken, the same without its office, and its field. */
function namesAt(stock: Stock, position: number): Names {
  const known = met.get(stock) ?? new Map<number, Names>();
  met.set(stock, known);
  const here = known.get(position) ?? namesOf(stock.catalog.procedures.get(stock.codes[position] ?? ""));
  known.set(position, here);
  return here;
}

function namesOf(procedure: Procedure | undefined): Names {
  const [official, short] = procedure ? [nameOf(procedure).vi, nameWithoutOffice(procedure)] : ["", ""];
  const field = procedure ? (fieldsOf(procedure).field[0] ?? "") : "";
  return { official: spoken(wordsOf(official)), short: spoken(wordsOf(short)), field: spoken(wordsOf(field)) };
}

function spoken(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(" ");
}
