import { hasAccents, type Word } from "../text/fold.ts";
import { asTyped, findPhrases, phraseOver, sameWord, sameWordStrictly } from "../text/phrase-book.ts";
import { doingSaid } from "../twins/doing.ts";
import { type TraitBook, traitsSaid } from "../twins/twin-traits.ts";
import type { Books } from "./books.ts";
import type { Reading, Weighed } from "./reading.ts";
import { inPlaceOf, type Speller, spell } from "./spell.ts";

/** What is needed to read a question. */
export type Reader = Books &
  Speller & {
    traits: TraitBook;
    /** Do these two words stand side by side in what some procedure is called? */
    areNeighbours: (first: Word, second: Word) => boolean;
  };

/** An official word we added for an everyday one: she did not say it, so it counts less than hers. */
const officialShare = 0.5;
/** A frame of up to two words ("lệ phí", "kết quả") is often a part of a procedure's name. */
const shortFrame = 2;

/** Reads one question: keystrokes, spelling, abbreviations, lost accents, everyday words; then the frame, the names of provinces and the courtesy come off. */
export function readQuestion(reader: Reader, question: string): Reading {
  const { whole, words, second } = spell(reader, question);
  const everyday = findPhrases(reader.everyday, words, sameWordStrictly);
  const frames = findPhrases(reader.facets, words, sameWord);
  const places = findPhrases(reader.places, words, sameWordStrictly);
  const short = frames.filter(({ start, end }) => end - start <= shortFrame);
  const own = withoutCourtesy(reader, words, phraseOver<unknown>([...frames, ...places]));
  const official = inPlaceOf(reader.everyday, own, sameWordStrictly);
  const elsewhere = findPhrases(reader.elsewhere, whole, asTyped(whole))[0]?.entry;
  const lifeEvent = findPhrases(reader.lifeEvents, whole, asTyped(whole))[0]?.entry;
  const traits = traitsSaid(reader.traits, words);
  return {
    own,
    ...(official !== own && { official }),
    added: [...everyday.map(({ entry }): Weighed => ({ words: entry, share: officialShare })), ...second],
    faint: [...short, ...places].flatMap(({ start, end }) => words.slice(start, end)),
    facets: [...new Set(frames.map(({ entry }) => entry))],
    traits,
    doing: doingSaid(traits),
    ...(lifeEvent !== undefined && { lifeEvent }),
    ...(elsewhere !== undefined && { elsewhere }),
  };
}

/**
 * Courtesy of several words goes ("cho em hỏi"). A particle alone stays and is marked: with its neighbour it may be part of
 * a name, "em" of "trẻ em", "can" of "can cuoc" typed without accents. Of nothing but loose particles nothing stays.
 */
function withoutCourtesy(reader: Reader, words: readonly Word[], beside: (position: number) => unknown): Word[] {
  const bare = !words.some(hasAccents);
  const found = findPhrases(reader.particles, words, (typed, written, alone) =>
    alone && !bare ? typed.accented === written.accented : sameWord(typed, written),
  );
  const particleAt = phraseOver(found);
  const isNamed = (position: number, neighbour: number): boolean => {
    const [word, other] = [words[position], words[neighbour]];
    if (!word || !other || particleAt(neighbour) || beside(neighbour)) return false;
    return neighbour < position ? reader.areNeighbours(other, word) : reader.areNeighbours(word, other);
  };
  const own = words.flatMap((word, position): Word[] => {
    if (beside(position)) return [];
    const particle = particleAt(position);
    if (!particle) return [word];
    if (particle.end - particle.start > 1) return [];
    const named = isNamed(position, position - 1) || isNamed(position, position + 1);
    return [{ ...word, particle: named ? "named" : "loose" }];
  });
  return own.every(({ particle }) => particle === "loose") ? [] : own;
}
