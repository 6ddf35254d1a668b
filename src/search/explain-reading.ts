import type { Facet } from "../catalog/words.ts";
import { type Word, wordsOf } from "./fold.ts";
import { besidesElsewhere, eventNamed } from "./happenings.ts";
import { findPhrases, sameWordStrictly } from "./phrase-book.ts";
import { spelledOut } from "./read-question.ts";
import type { Reading } from "./reading.ts";
import type { Stock } from "./stock.ts";

/** A word or phrase of the question and what it was taken for. */
type Taken = { typed: string; meant: string };

/** What became of the words of a question. */
export type HowRead = {
  typed: string;
  /** Telex or VNI keystrokes read as a word. */
  keystrokes: Taken[];
  abbreviations: Taken[];
  /** A word nobody has, and the one or two it was repaired to. */
  repairs: Taken[];
  /** Words nobody has that could not be repaired. */
  notKnown: string[];
  /** Everyday words and the official ones looked up beside them. */
  everyday: Taken[];
  /** Frames taken off, and what they ask about. */
  frames: { typed: string; facet: Facet }[];
  /** Particles and courtesy taken off. */
  particles: string[];
  /** The words that were looked up. */
  own: string;
  lifeEvent: string | undefined;
  elsewhere: string | undefined;
};

/** Tells how a question was read, by reading it again step by step. */
export function howRead(stock: Stock, question: string, reading: Reading): HowRead {
  const { reader } = stock;
  const typed = wordsOf(question);
  const decoded = typed.map((word) => (reader.abbreviations.has(word.folded) ? [word] : spelledOut(reader, [word])));
  const letters = decoded.flat();
  const words = spelledOut(reader, typed);
  const frames = findPhrases(reader.facets, words);
  const content = words.filter((_, position) => !frames.some(({ start, end }) => start <= position && position < end));
  const unknown = content.filter(
    ({ folded }) => !reader.knows(folded) && !reader.particles.has(folded) && !reader.abbreviations.has(folded),
  );
  const repairs = unknown.map(({ typed: word, folded }) => ({ typed: word, meant: reader.repair(folded).join(", ") }));
  return {
    typed: textOf(typed),
    keystrokes: typed.flatMap((word, at) => changed(textOf([word]), textOf(decoded[at] ?? []))),
    abbreviations: findPhrases(reader.abbreviations, letters).map(({ entry, start, end }) => taken(letters.slice(start, end), entry)),
    repairs: repairs.filter(({ meant }) => meant !== ""),
    notKnown: repairs.filter(({ meant }) => meant === "").map(({ typed: word }) => word),
    everyday: findPhrases(reader.everyday, words, sameWordStrictly).map(({ entry, start, end }) => taken(words.slice(start, end), entry)),
    frames: frames.map(({ entry, start, end }) => ({ typed: textOf(words.slice(start, end)), facet: entry })),
    particles: particlesIn(content, unknown, reading),
    own: textOf(reading.own),
    lifeEvent: eventNamed(stock, question)?.id,
    elsewhere: besidesElsewhere(stock, question)?.id,
  };
}

/** What was neither kept nor repaired was taken off. */
function particlesIn(content: readonly Word[], unknown: readonly Word[], { own }: Reading): string[] {
  const kept = new Set(own.map(({ accented }) => accented));
  return content.filter((word) => !kept.has(word.accented) && !unknown.includes(word)).map(({ typed }) => typed);
}

function taken(typed: readonly Word[], meant: readonly Word[]): Taken {
  return { typed: textOf(typed), meant: textOf(meant) };
}

function changed(typed: string, meant: string): Taken[] {
  return typed === meant ? [] : [{ typed, meant }];
}

function textOf(words: readonly Word[]): string {
  return words.map(({ typed }) => typed).join(" ");
}
