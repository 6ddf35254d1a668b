import Fuse from "fuse.js";

/** Repairs a word that nobody has to the likeliest words that the catalog has; empty when none is near. */
export type Repair = (folded: string) => string[];

/** Questions repeat the same mistakes; the memory is emptied when full, so that it never grows. */
const remembered = 5000;
/** At most this many readings of one word; which of them is meant its neighbours tell. */
const readings = 5;
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

/** A Vietnamese syllable without accents; other words of the catalog are abbreviations ("abtc"), which nobody misspells into, or long English words. */
const syllable = /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?$/;

/** Fuse.js over the catalog's own syllables: only those of about the same length that begin alike, memoized. `commoner`: how much of the catalog has a syllable; of two readings the commoner comes first. */
export function buildRepair(vocabulary: Iterable<string>, commoner: (word: string) => number = () => 0): Repair {
  const words = [...vocabulary].filter((word) => syllable.test(word) || /^[a-z]{6,}$/.test(word));
  const fuses = new Map<string, Fuse<string>>();
  const memory = new Map<string, string[]>();
  const fuseFor = (first: string): Fuse<string> => {
    const known = fuses.get(first);
    if (known) return known;
    const near = words.filter((word) => (soundAlike[first] ?? first).includes(word.charAt(0)));
    const fuse = new Fuse(near, { includeScore: true, ignoreLocation: true, threshold: 0.5, minMatchCharLength: 2 });
    fuses.set(first, fuse);
    return fuse;
  };
  return (folded) => {
    const known = memory.get(folded);
    if (known) return known;
    const repaired = repairable(folded)
      ? nearest(fuseFor(folded.charAt(0)), folded)
          .toSorted((a, b) => commoner(b) - commoner(a))
          .slice(0, readings)
      : [];
    if (memory.size >= remembered) memory.clear();
    memory.set(folded, repaired);
    return repaired;
  };
}

function repairable(folded: string): boolean {
  return /^\p{L}{3,9}$/u.test(folded);
}

function nearest(fuse: Fuse<string>, folded: string): string[] {
  const found = fuse.search(folded).map(({ item }) => item);
  return found.filter((item) => Math.abs(item.length - folded.length) <= 1 && oneSlip(item, folded));
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
