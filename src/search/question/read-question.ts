import { type Facet, facets, type TraitAnswer, type Words } from "../../catalog/words.ts";
import type { Restore } from "../text/accents.ts";
import { hasAccents, type Word, wordOf, wordsOf } from "../text/fold.ts";
import { decodeKeystrokes } from "../text/keystrokes.ts";
import {
  asTyped,
  type Found,
  findPhrases,
  type PhraseBook,
  phraseBook,
  type SameWord,
  sameWord,
  sameWordStrictly,
} from "../text/phrase-book.ts";
import type { Repair } from "../text/spelling.ts";
import { doingSaid } from "../twins/doing.ts";
import type { Reading, Weighed } from "./reading.ts";

/** What is needed to read a question. */
export type Reader = {
  abbreviations: PhraseBook<Word[]>;
  everyday: PhraseBook<Word[]>;
  particles: PhraseBook<true>;
  facets: PhraseBook<Facet>;
  /** What people say of things no office does → the id of the thing. */
  elsewhere: PhraseBook<string>;
  /** Names of provinces: where she lives and where she goes is hardly what she asks about. */
  places: PhraseBook<true>;
  /** What names say of what is done ("gia hạn"). */
  doing: PhraseBook<TraitAnswer[]>;
  /** Does the catalog have this syllable (folded)? */
  knows: (folded: string) => boolean;
  /** Does the catalog write it with just these accents? */
  writes: (accented: string) => boolean;
  /** Do these two words stand side by side in what some procedure is called? */
  areNeighbours: (first: Word, second: Word) => boolean;
  /** How often do they stand so in everything that is read? */
  timesTogether: (first: Word, second: Word) => number;
  repair: Repair;
  restore: Restore;
};

/** An official word we added for an everyday one: she did not say it, so it counts less than hers. */
const officialShare = 0.5;
/** The second-best repair of a misspelt word. */
const secondGuessShare = 0.4;
/** A frame of up to two words ("lệ phí", "kết quả") is often a part of a procedure's name. */
const shortFrame = 2;

/** Makes a reader from content/words.yaml and the catalog's vocabulary. */
export function buildReader(words: Words, vocabulary: Omit<Reader, "abbreviations" | "everyday" | "particles" | "facets">): Reader {
  const official = (pairs: Record<string, string>): [string, Word[]][] =>
    Object.entries(pairs).map(([phrase, meaning]) => [phrase, wordsOf(meaning)]);
  const frames = facets.flatMap((facet) =>
    [...words.facets[facet].vi, ...words.facets[facet].en].map((phrase) => [phrase, facet] as const),
  );
  return {
    ...vocabulary,
    abbreviations: phraseBook(official(words.abbreviations)),
    everyday: phraseBook(official(words.everyday)),
    particles: phraseBook(words.particles.map((phrase) => [phrase, true] as const)),
    facets: phraseBook(frames),
  };
}

/** Reads one question: keystrokes, spelling, abbreviations, lost accents, everyday words; then the frame, the names of provinces and the courtesy come off. */
export function readQuestion(reader: Reader, question: string): Reading {
  const { whole, words, second } = spell(reader, question);
  const added: Weighed[] = findPhrases(reader.everyday, words, sameWordStrictly).map(({ entry }) => ({
    words: entry,
    share: officialShare,
  }));
  const frames = findPhrases(reader.facets, words, sameWord);
  const places = findPhrases(reader.places, words, sameWordStrictly);
  const beside = [...frames, ...places];
  const isBeside = (position: number): boolean => beside.some(({ start, end }) => start <= position && position < end);
  const short = frames.filter(({ start, end }) => end - start <= shortFrame);
  const faint = [...short, ...places].flatMap(({ start, end }) => words.slice(start, end));
  const own = withoutCourtesy(reader, words, isBeside);
  const official = inPlaceOf(reader.everyday, own, sameWordStrictly);
  const elsewhere = findPhrases(reader.elsewhere, whole, asTyped(whole))[0]?.entry;
  return {
    own,
    ...(official !== own && { official }),
    added: [...added, ...second],
    faint,
    facets: [...new Set(frames.map(({ entry }) => entry))],
    doing: doingSaid(reader.doing, words),
    ...(elsewhere !== undefined && { elsewhere }),
  };
}

/** The words of a question step by step: what she typed, keystrokes put together, misspelt words repaired (as many words so far), abbreviations written out, lost accents given back (as many again). */
export type Spelling = { typed: Word[]; letters: Word[]; repaired: Word[]; second: Weighed[]; whole: Word[]; words: Word[] };

/** Reads the words of a question. */
export function spell(reader: Reader, question: string): Spelling {
  const typed = wordsOf(question);
  const letters = lettersOf(reader, typed);
  const { words: mended, second } = repaired(reader, letters);
  const whole = inPlaceOf(reader.abbreviations, mended, sameWord);
  return { typed, letters, repaired: mended, second, whole, words: letters.some(hasAccents) ? whole : reader.restore(whole) };
}

/**
 * Words nobody knows give way to the likeliest that the catalog has: those that stand beside their neighbours in some name
 * come first. One that the catalog knows with other accents only gives way to a neighbour of its neighbours.
 */
function repaired(reader: Reader, words: readonly Word[]): { words: Word[]; second: Weighed[] } {
  const second: Weighed[] = [];
  const own = words.map((word, at) => {
    if (isWritten(reader, word)) return word;
    const beside = (guess: Word): number => besideNeighbours(reader, words, at, guess);
    const [best, next] = reader.repair(word).toSorted((a, b) => beside(b) - beside(a));
    if (isKnown(reader, word)) return best && beside(best) > beside(word) ? best : word;
    if (next) second.push({ words: [next], share: secondGuessShare });
    return best ?? word;
  });
  return { words: own, second };
}

/** How well a guess for the word at a position goes with its neighbours: how often it stands beside each, by the logarithm. */
function besideNeighbours({ timesTogether }: Reader, words: readonly Word[], at: number, guess: Word): number {
  const [before, after] = [words[at - 1], words[at + 1]].map((word) => word && (hasAccents(guess) ? word : wordOf(word.folded)));
  return Math.log1p(before ? timesTogether(before, guess) : 0) + Math.log1p(after ? timesTogether(guess, after) : 0);
}

/** Abbreviations become their words; raw Telex and VNI become Vietnamese, when nobody knows the word as typed. */
export function spelledOut(reader: Reader, typed: readonly Word[]): Word[] {
  return inPlaceOf(reader.abbreviations, lettersOf(reader, typed), sameWord);
}

/** The words with each phrase of the book put into what it stands for; the same list when there is none. */
function inPlaceOf(book: PhraseBook<Word[]>, words: Word[], same: SameWord): Word[] {
  const found = findPhrases(book, words, same);
  if (found.length === 0) return words;
  return words.flatMap((word, position) => {
    const phrase = found.find(({ start, end }) => start <= position && position < end);
    if (!phrase) return [word];
    return position === phrase.start ? phrase.entry : [];
  });
}

/** Keystrokes are letters only ("a1" is a licence), and more than two. */
const telexWord = /^[a-z]{3,}$/;

/** Words that nobody knows are read as keystrokes; in a line with one, so is what could be an English word: the "teen" of "sang teen xe mays" is "tên". */
function lettersOf(reader: Reader, typed: readonly Word[]): Word[] {
  const letters = typed.map((word) => (hasAccents(word) || isKnown(reader, word) ? word : decoded(reader, word)));
  const isTelex = letters.some((word, at) => word !== typed[at] && telexWord.test(typed[at]?.typed ?? ""));
  return isTelex ? letters.map((word) => (telexWord.test(word.typed) ? decoded(reader, word) : word)) : letters;
}

function decoded(reader: Reader, word: Word): Word {
  const reading = decodeKeystrokes(word.typed)
    .map(wordOf)
    .find((candidate) => isKnown(reader, candidate));
  return reading ?? word;
}

/** Does anybody use this word, with whatever accents? */
export function isKnown(reader: Reader, { folded }: Word): boolean {
  return reader.knows(folded) || reader.particles.has(folded) || reader.abbreviations.has(folded);
}

/** As isKnown, and accents that were typed agree. */
function isWritten(reader: Reader, word: Word): boolean {
  if (!hasAccents(word) || !reader.knows(word.folded)) return isKnown(reader, word);
  return reader.writes(word.accented) || reader.particles.has(word.folded) || reader.abbreviations.has(word.folded);
}

/**
 * Courtesy of several words goes ("cho em hỏi"). A particle alone stays and is marked: with its neighbour it may be part of
 * a name, "em" of "trẻ em", "can" of "can cuoc" typed without accents. Of nothing but loose particles nothing stays.
 */
function withoutCourtesy(reader: Reader, words: readonly Word[], isBeside: (position: number) => boolean): Word[] {
  const bare = !words.some(hasAccents);
  const found = findPhrases(reader.particles, words, (typed, written, alone) =>
    alone && !bare ? typed.accented === written.accented : sameWord(typed, written),
  );
  const particleAt = (position: number): Found<true> | undefined => found.find(({ start, end }) => start <= position && position < end);
  const isNamed = (position: number, neighbour: number): boolean => {
    const [word, other] = [words[position], words[neighbour]];
    if (!word || !other || particleAt(neighbour) || isBeside(neighbour)) return false;
    return neighbour < position ? reader.areNeighbours(other, word) : reader.areNeighbours(word, other);
  };
  const own = words.flatMap((word, position): Word[] => {
    if (isBeside(position)) return [];
    const particle = particleAt(position);
    if (!particle) return [word];
    if (particle.end - particle.start > 1) return [];
    const named = isNamed(position, position - 1) || isNamed(position, position + 1);
    return [{ ...word, particle: named ? "named" : "loose" }];
  });
  return own.every(({ particle }) => particle === "loose") ? [] : own;
}
