import type { Catalog } from "../../catalog/catalog.ts";
import { fold } from "../../catalog/fold.ts";
import type { Word } from "./fold.ts";
import type { TermBook } from "./term-book.ts";

/** The words of everything that is searched, and of the everyday words, frames, life events and phrases that questions are read by. */
export type Vocabulary = {
  /** Without accents. */
  words: ReadonlySet<string>;
  /** The signs that stand for words ("bhxh"). */
  abbreviations: readonly string[];
  /** Does any of them have just these accents? */
  writes: (accented: string) => boolean;
  /** The ways a word is written with accents; found out when the first word is misspelt. */
  writings: (folded: string) => readonly string[];
};

/** Gathers the words of an index and of what is read besides. */
export function vocabularyOf(book: TermBook, { words, lifeEvents }: Catalog, read: (text: string) => Word[]): Vocabulary {
  const texts = [
    ...Object.entries(words.everyday).flat(),
    ...Object.values(words.facets).flatMap(({ vi, en }) => [...vi, ...en]),
    ...words.elsewhere.flatMap((one) => one.words),
    ...lifeEvents.flatMap(({ aliases }) => [...aliases.vi, ...aliases.en]),
  ];
  const besides = texts.flatMap(read);
  const indexed = [...book.words.keys()].filter((word) => !word.startsWith("="));
  const accented = new Set(besides.map((word) => word.accented));
  let byFolded: Map<string, string[]> | undefined;
  return {
    words: new Set([...indexed, ...besides.map(({ folded }) => folded)]),
    abbreviations: Object.keys(words.abbreviations).map(fold),
    writes: (one) => accented.has(one) || book.words.has(`=${one}`),
    writings: (folded) => {
      byFolded ??= Map.groupBy(new Set([...accented, ...indexedWritings(book)]), fold);
      return byFolded.get(folded) ?? [];
    },
  };
}

function indexedWritings({ words }: TermBook): string[] {
  return [...words.keys()].flatMap((word) => (word.startsWith("=") ? [word.slice(1)] : []));
}
