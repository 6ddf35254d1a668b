import Fuse from "fuse.js";
import { hasAccents, isSyllable, type Word, wordOf } from "./fold.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Repairs a word that nobody has to the likeliest words that the catalog has; empty when none is near. */
export type Repair = (word: Word) => Word[];

/** Questions repeat the same mistakes; the memory is emptied when full, so that it never grows. */
const remembered = 5000;
/** At most this many readings of one word; which of them is meant its neighbours tell. */
const mostReadings = 5;
/** Pairs of first letters that sound alike in some region, or stand beside each other on a telephone. */
const soundAlike: Record<string, string> = {
  s: "sx",
  x: "xs",
  l: "ln",
  n: "nl",
  d: "dgrv",
  g: "gdr",
  r: "rgd",
  v: "vd",
  c: "ckq",
  k: "kcq",
  q: "qck",
  t: "t",
  i: "iy",
  y: "yi",
};

/** Words of the catalog that are no syllables are signs ("kv2"), which nobody misspells into, or English words of some length. */
const englishWord = /^[a-z]{5,}$/;
/** Nobody can say which of the shorter signs was meant. */
const longAbbreviation = /^[a-z]{4,}$/;

/**
 * Fuse.js over the catalog's own words: only those of about the same length that begin alike, memoized. Accents that she
 * typed tell among them: "cớc" is one letter from "cước" and two from "cọc". `common`: how much of the catalog has a term;
 * of two readings the commoner comes first.
 */
export function buildRepair(
  { words, abbreviations, writings }: Pick<Vocabulary, "words" | "abbreviations" | "writings">,
  common: (term: string) => number = () => 0,
): Repair {
  const known = [
    ...[...words].filter((word) => isSyllable(word) || englishWord.test(word)),
    ...abbreviations.filter((sign) => longAbbreviation.test(sign)),
  ];
  const fuseFor = fusesOver(known);
  const memory = new Map<string, Word[]>();
  const commonness = (word: Word): number => common(hasAccents(word) ? `=${word.accented}` : word.folded);
  const asWritten = ({ accented }: Word, folded: readonly string[]): Word[] =>
    folded.flatMap((one) =>
      writings(one)
        .filter((writing) => writing !== accented && oneSlip(writing, accented))
        .map((writing) => ({ typed: one, folded: one, accented: writing })),
    );
  const repair = (word: Word): Word[] => {
    if (!repairable(word.folded)) return [];
    const near = nearest(fuseFor(word.folded), word.folded);
    const written = hasAccents(word) ? asWritten(word, [word.folded, ...near]) : [];
    const readings = written.length > 0 ? written : near.map(wordOf);
    return readings.toSorted((a, b) => commonness(b) - commonness(a)).slice(0, mostReadings);
  };
  return (word) => {
    const met = memory.get(word.accented);
    if (met) return met;
    const repaired = repair(word);
    if (memory.size >= remembered) memory.clear();
    memory.set(word.accented, repaired);
    return repaired;
  };
}

/** One Fuse for each first letter and length, over the words of about that length that begin so or sound so, made when it is first needed. */
function fusesOver(known: readonly string[]): (word: string) => Fuse<string> {
  const fuses = new Map<string, Fuse<string>>();
  return ({ length, [0]: first = "" }) => {
    const key = `${first}${length}`;
    const made = fuses.get(key);
    if (made) return made;
    const begins = soundAlike[first] ?? first;
    const near = known.filter((word) => Math.abs(word.length - length) <= 1 && begins.includes(word.charAt(0)));
    const fuse = new Fuse(near, { ignoreLocation: true, threshold: 0.5, minMatchCharLength: 2 });
    fuses.set(key, fuse);
    return fuse;
  };
}

function repairable(folded: string): boolean {
  return /^\p{L}{3,14}$/u.test(folded);
}

function nearest(fuse: Fuse<string>, folded: string): string[] {
  const found = fuse.search(folded).map(({ item }) => item);
  return found.filter((item) => oneSlip(item, folded));
}

/** One letter dropped, added, changed, or two swapped. */
function oneSlip(word: string, typed: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === typed[start]) start++;
  let end = 0;
  while (end < Math.min(word.length, typed.length) - start && word.at(-1 - end) === typed.at(-1 - end)) end++;
  const [left, other] = [word.slice(start, word.length - end), typed.slice(start, typed.length - end)];
  const swapped = left.length === 2 && other === `${left[1]}${left[0]}`;
  return swapped || (left.length <= 1 && other.length <= 1);
}
