import type { Facet, TraitAnswer } from "../../catalog/words.ts";
import type { Reading } from "../question/reading.ts";
import { isKnown, spell } from "../question/spell.ts";
import type { Stock } from "../stock.ts";
import { type Word, withoutLoose } from "../text/fold.ts";
import { findPhrases, phraseOver, sameWordStrictly } from "../text/phrase-book.ts";
import { answersIn } from "../twins/doing.ts";

/** A word or phrase of the question and what it was taken for. */
type Taken = { typed: string; meant: string };

/** What became of the words of a question. */
export type HowRead = {
  typed: string;
  /** Telex or VNI keystrokes read as a word. */
  keystrokes: Taken[];
  abbreviations: Taken[];
  /** A misspelt word, and what it was repaired to. */
  repairs: Taken[];
  /** The words with the accents they lost, when she typed none; undefined when none was given back. */
  accents: string | undefined;
  /** Words nobody has that could not be repaired. */
  notKnown: string[];
  /** Everyday words and the official ones looked up beside them. */
  everyday: Taken[];
  /** Frames taken off, and what they ask about. */
  frames: { typed: string; facet: Facet }[];
  /** Names of provinces: looked up, but they count little. */
  places: string[];
  /** Courtesy taken off, and loose particles, which count little. */
  particles: string[];
  /** What she wants done, when she says so. */
  doing: TraitAnswer[];
  /** The words that were looked up. */
  own: string;
  lifeEvent: string | undefined;
  elsewhere: string | undefined;
};

/** Tells how a question was read, by reading it again step by step. */
export function howRead({ reader }: Stock, line: string, reading: Reading): HowRead {
  const { typed, letters, repaired, whole, words } = spell(reader, line);
  const frames = findPhrases(reader.facets, words);
  const places = findPhrases(reader.places, words, sameWordStrictly);
  const beside = phraseOver<unknown>([...frames, ...places]);
  const content = words.filter((_, position) => !beside(position));
  const changes = (from: readonly Word[], to: readonly Word[]): Taken[] =>
    from.flatMap((word, at) => {
      const meant = to[at] ?? word;
      return meant.accented === word.accented ? [] : [taken([word], [meant])];
    });
  return {
    typed: textOf(typed),
    keystrokes: changes(typed, letters),
    repairs: changes(letters, repaired),
    abbreviations: findPhrases(reader.abbreviations, repaired).map(({ entry, start, end }) => taken(repaired.slice(start, end), entry)),
    accents: words === whole ? undefined : textOf(words),
    notKnown: repaired.filter((word) => !isKnown(reader, word)).map(({ typed: word }) => word),
    everyday: findPhrases(reader.everyday, words, sameWordStrictly).map(({ entry, start, end }) => taken(words.slice(start, end), entry)),
    frames: frames.map(({ entry, start, end }) => ({ typed: textOf(words.slice(start, end)), facet: entry })),
    places: places.map(({ start, end }) => textOf(words.slice(start, end))),
    particles: particlesIn(content, reading),
    doing: answersIn(reading.doing),
    own: textOf(reading.own),
    lifeEvent: reading.lifeEvent?.id,
    elsewhere: reading.elsewhere,
  };
}

/** Those that were taken off, and the loose ones. */
function particlesIn(content: readonly Word[], { own }: Reading): string[] {
  const kept = new Set(withoutLoose(own).map(({ accented }) => accented));
  return content.filter((word) => !kept.has(word.accented)).map(({ typed }) => typed);
}

function taken(typed: readonly Word[], meant: readonly Word[]): Taken {
  return { typed: textOf(typed), meant: textOf(meant) };
}

function textOf(words: readonly Word[]): string {
  return words.map(({ typed }) => typed).join(" ");
}
