import type { Restore } from "../text/accents.ts";
import { hasAccents, isSyllable, type Word, wordOf, wordsOf } from "../text/fold.ts";
import { decodeKeystrokes } from "../text/keystrokes.ts";
import { findPhrases, type PhraseBook, phraseOver, type SameWord, sameWord } from "../text/phrase-book.ts";
import type { Repair } from "../text/spelling.ts";
import type { Weighed } from "./reading.ts";

/** What is needed to spell the words of a question. */
export type Speller = {
  abbreviations: PhraseBook<Word[]>;
  particles: PhraseBook<true>;
  /** Does the catalog have this syllable (folded)? */
  knows: (folded: string) => boolean;
  /** Does the catalog write it with just these accents? */
  writes: (accented: string) => boolean;
  /** How often do these two words stand side by side in everything that is read? */
  timesTogether: (first: Word, second: Word) => number;
  repair: Repair;
  restore: Restore;
};

/** The second-best repair of a misspelt word. */
const secondGuessShare = 0.4;

/** The words of a question step by step: what she typed, keystrokes put together, misspelt words repaired (as many words so far), abbreviations written out, lost accents given back (as many again). */
export type Spelling = { typed: Word[]; letters: Word[]; repaired: Word[]; second: Weighed[]; whole: Word[]; words: Word[] };

/** Reads the words of a question. */
export function spell(speller: Speller, question: string): Spelling {
  const typed = wordsOf(question);
  const letters = lettersOf(speller, typed);
  const { words: mended, second } = repaired(speller, letters);
  const whole = writtenOut(speller.abbreviations, mended);
  return { typed, letters, repaired: mended, second, whole, words: letters.some(hasAccents) ? whole : speller.restore(whole) };
}

/**
 * Words nobody knows give way to the likeliest that the catalog has: those that stand beside their neighbours in some name
 * come first. One that the catalog knows with other accents only gives way to a neighbour of its neighbours.
 */
function repaired(speller: Speller, words: readonly Word[]): { words: Word[]; second: Weighed[] } {
  const second: Weighed[] = [];
  const own = words.map((word, at) => {
    if (isWritten(speller, word)) return word;
    const beside = (guess: Word): number => besideNeighbours(speller, words, at, guess);
    const [best, next] = speller.repair(word).toSorted((a, b) => beside(b) - beside(a));
    if (isKnown(speller, word)) return best && beside(best) > beside(word) ? best : word;
    if (next) second.push({ words: [next], share: secondGuessShare });
    return best ?? word;
  });
  return { words: own, second };
}

/** How well a guess for the word at a position goes with its neighbours: how often it stands beside each, by the logarithm. */
function besideNeighbours({ timesTogether }: Speller, words: readonly Word[], at: number, guess: Word): number {
  const [before, after] = [words[at - 1], words[at + 1]].map((word) => word && (hasAccents(guess) ? word : wordOf(word.folded)));
  return Math.log1p(before ? timesTogether(before, guess) : 0) + Math.log1p(after ? timesTogether(guess, after) : 0);
}

/** The words with each abbreviation written out. */
export function writtenOut(abbreviations: Speller["abbreviations"], words: Word[]): Word[] {
  return inPlaceOf(abbreviations, words, sameWord);
}

/** The words with each phrase of the book put into what it stands for; the same list when there is none. */
export function inPlaceOf(book: PhraseBook<Word[]>, words: Word[], same: SameWord): Word[] {
  const found = findPhrases(book, words, same);
  if (found.length === 0) return words;
  const over = phraseOver(found);
  return words.flatMap((word, position) => {
    const phrase = over(position);
    if (!phrase) return [word];
    return position === phrase.start ? phrase.entry : [];
  });
}

/** Keystrokes are letters only ("a1" is a licence), and more than two. */
const telexWord = /^[a-z]{3,}$/;

/** Words that nobody knows are read as keystrokes; in a line with one, so is what could be an English word: the "teen" of "sang teen xe mays" is "tên". */
function lettersOf(speller: Speller, typed: readonly Word[]): Word[] {
  const letters = typed.map((word) => (hasAccents(word) || isKnown(speller, word) ? word : decoded(speller, word)));
  const isTelex = letters.some((word, at) => word !== typed[at] && telexWord.test(typed[at]?.typed ?? ""));
  return isTelex ? letters.map((word) => (telexWord.test(word.typed) ? decoded(speller, word) : word)) : letters;
}

function decoded(speller: Speller, word: Word): Word {
  const keystrokes = decodeKeystrokes(word.typed);
  const reading = keystrokes === undefined ? word : wordOf(keystrokes);
  return isSyllable(reading.folded) && isKnown(speller, reading) ? reading : word;
}

/** Does anybody use this word, with whatever accents? */
export function isKnown(speller: Speller, { folded }: Word): boolean {
  return speller.knows(folded) || speller.particles.has(folded) || speller.abbreviations.has(folded);
}

/** As isKnown, and accents that were typed agree. */
function isWritten(speller: Speller, word: Word): boolean {
  if (!hasAccents(word) || !speller.knows(word.folded)) return isKnown(speller, word);
  return speller.writes(word.accented) || speller.particles.has(word.folded) || speller.abbreviations.has(word.folded);
}
