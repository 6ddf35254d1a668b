/**
 * Numbers for the terms of an index. A word stands in a map; a pair of words is found by the numbers of its two words in
 * a table of plain arrays: most terms are pairs, and a string for each would double what the index takes.
 */
export type TermBook = { words: Map<string, number>; pairs: PairTable; size: number };

/** Open addressing: the slot of a pair holds its key (0: free), and beside it the number of the pair. */
type PairTable = { keys: Float64Array; numbers: Int32Array; count: number };

/** More words than any catalog has; a pair's key, first × this + second, stays a safe integer. */
const mostWords = 2 ** 26;
const slotsAtFirst = 2 ** 10;
/** Beyond this share of slots taken, looking for a free one gets slow. */
const fullest = 0.5;

/** A book without terms. */
export function termBook(): TermBook {
  return { words: new Map(), pairs: pairTable(slotsAtFirst), size: 0 };
}

/** The number of a word; a new one gets the next. */
export function numberWord(book: TermBook, word: string): number {
  const known = book.words.get(word);
  if (known !== undefined) return known;
  const number = book.size++;
  book.words.set(word, number);
  return number;
}

/** The number of two neighbours, given by their own numbers; a new pair gets the next. */
export function numberPair(book: TermBook, first: number, second: number): number {
  const key = keyOf(first, second);
  const slot = slotOf(book.pairs, key);
  if (book.pairs.keys[slot] === key) return book.pairs.numbers[slot] ?? 0;
  const number = book.size++;
  book.pairs.keys[slot] = key;
  book.pairs.numbers[slot] = number;
  book.pairs.count += 1;
  if (book.pairs.count > fullest * book.pairs.keys.length) book.pairs = grown(book.pairs);
  return number;
}

/** The number of a term as text, "khai" or "khai sinh"; undefined when nobody has it. */
export function findTerm({ words, pairs }: TermBook, term: string): number | undefined {
  const space = term.indexOf(" ");
  if (space < 0) return words.get(term);
  const first = words.get(term.slice(0, space));
  const second = words.get(term.slice(space + 1));
  return first === undefined || second === undefined ? undefined : findPair({ pairs }, first, second);
}

/** The number of two neighbours, given by their own numbers; undefined when nobody has them. */
export function findPair({ pairs }: Pick<TermBook, "pairs">, first: number, second: number): number | undefined {
  const key = keyOf(first, second);
  const slot = slotOf(pairs, key);
  return pairs.keys[slot] === key ? pairs.numbers[slot] : undefined;
}

function keyOf(first: number, second: number): number {
  return first * mostWords + second + 1;
}

function pairTable(slots: number): PairTable {
  return { keys: new Float64Array(slots), numbers: new Int32Array(slots), count: 0 };
}

/** The slot of a key, or the free one where it belongs. */
function slotOf({ keys }: PairTable, key: number): number {
  const last = keys.length - 1;
  let slot = (Math.imul(key % mostWords, 0x9e3779b1) ^ Math.imul(Math.floor(key / mostWords), 0x85ebca6b)) & last;
  slot = (slot ^ (slot >>> 15)) & last;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last;
  return slot;
}

function grown(pairs: PairTable): PairTable {
  const larger = pairTable(pairs.keys.length * 2);
  pairs.keys.forEach((key, at) => {
    if (key === 0) return;
    const slot = slotOf(larger, key);
    larger.keys[slot] = key;
    larger.numbers[slot] = pairs.numbers[at] ?? 0;
  });
  larger.count = pairs.count;
  return larger;
}
