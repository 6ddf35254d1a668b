import type { Catalog } from "../catalog/catalog.ts";
import { answerQuestion } from "./answer.ts";
import { type Word, wordsReader } from "./fold.ts";
import type { SearchIndex } from "./index-catalog.ts";
import { rarity } from "./inverted-index.ts";
import { areNeighbours } from "./names.ts";
import type { Search } from "./outcome.ts";
import { outsideWords } from "./outside-words.ts";
import { phraseBook } from "./phrase-book.ts";
import { rankShares, type Shares } from "./rank.ts";
import { buildReader } from "./read-question.ts";
import { buildRepair } from "./spelling.ts";
import type { Stock } from "./stock.ts";
import type { TermBook } from "./term-book.ts";
import { traitBook } from "./twin-traits.ts";

/** Opens the search of a catalog from its index, in milliseconds; it looks at the facts of the catalog and at no long text. */
export function openSearch(index: SearchIndex, catalog: Catalog): Search {
  const stock = openStock(index, catalog);
  return (question, options = {}) => answerQuestion(stock, question, options);
}

/** What an opened search looks things up in. */
export function openStock({ codes, documents, names, demand, cores }: SearchIndex, catalog: Catalog, shares: Shares = rankShares): Stock {
  const read = wordsReader();
  const vocabulary = vocabularyOf(documents.book, catalog, read);
  const { elsewhere } = catalog.words;
  return {
    codes,
    positions: new Map(codes.map((code, position) => [code, position])),
    catalog,
    reader: buildReader(catalog.words, {
      knows: (folded) => vocabulary.has(folded),
      areNeighbours: (first, second) => areNeighbours(names, first, second),
      repair: buildRepair(vocabulary, (word) => -rarity(documents, word)),
    }),
    shelves: {
      documents,
      names,
      demand,
      shares,
      outside: outsideWords(elsewhere.flatMap(({ words }) => words.map(read))),
    },
    lifeEvents: phraseBook(
      catalog.lifeEvents.flatMap((event) => [...event.aliases.vi, ...event.aliases.en].map((alias) => [alias, event] as const)),
    ),
    elsewhere: phraseBook(
      elsewhere.flatMap(({ id, words }) => words.map((phrase) => [phrase, id] as const)),
      read,
    ),
    traits: traitBook(catalog.words),
    cores,
  };
}

/** The syllables of everything that is searched: what a keystroke or a slip may be repaired to. */
function vocabularyOf(book: TermBook, { words, lifeEvents }: Catalog, read: (text: string) => Word[]): Set<string> {
  const texts = [
    ...Object.entries(words.everyday).flat(),
    ...Object.values(words.facets).flatMap(({ vi, en }) => [...vi, ...en]),
    ...words.elsewhere.flatMap((one) => one.words),
    ...lifeEvents.flatMap(({ aliases }) => [...aliases.vi, ...aliases.en]),
  ];
  const indexed = [...book.words.keys()].filter((word) => !word.startsWith("="));
  return new Set([...indexed, ...texts.flatMap(read).map(({ folded }) => folded)]);
}
