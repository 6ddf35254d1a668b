import type { Catalog } from "../catalog/catalog.ts";
import { answerQuestion } from "./answer.ts";
import { rarity } from "./index/inverted-index.ts";
import { areNeighbours } from "./index/names.ts";
import type { SearchIndex } from "./index-catalog.ts";
import type { Search } from "./outcome.ts";
import { buildReader } from "./question/read-question.ts";
import { rankShares, type Shares } from "./ranking/rank.ts";
import type { Stock } from "./stock.ts";
import { buildRestore, timesTogether } from "./text/accents.ts";
import { wordsReader } from "./text/fold.ts";
import { phraseBook } from "./text/phrase-book.ts";
import { buildRepair } from "./text/spelling.ts";
import { vocabularyOf } from "./text/vocabulary.ts";
import { traitBook } from "./twins/twin-traits.ts";

/** Opens the search of a catalog from its index, in milliseconds; it looks at the facts of the catalog and at no long text. */
export function openSearch(index: SearchIndex, catalog: Catalog): Search {
  const stock = openStock(index, catalog);
  return (question, options = {}) => answerQuestion(stock, question, options);
}

/** What an opened search looks things up in. */
export function openStock(
  { codes, documents, names, demand, doing, cores }: SearchIndex,
  catalog: Catalog,
  shares: Shares = rankShares,
): Stock {
  const read = wordsReader();
  const vocabulary = vocabularyOf(documents.book, catalog, read);
  const { elsewhere } = catalog.words;
  const traits = traitBook(catalog.words);
  return {
    codes,
    positions: new Map(codes.map((code, position) => [code, position])),
    catalog,
    reader: buildReader(catalog.words, {
      knows: (folded) => vocabulary.words.has(folded),
      writes: vocabulary.writes,
      areNeighbours: (first, second) => areNeighbours(names, first, second),
      timesTogether: (first, second) => timesTogether(names.written, first, second),
      restore: buildRestore(names.written),
      elsewhere: phraseBook(
        elsewhere.flatMap(({ id, words }) => words.map((phrase) => [phrase, id] as const)),
        read,
      ),
      doing: traits.names.doing,
      places: phraseBook(placesIn(catalog).map((name) => [name, true])),
      repair: buildRepair(vocabulary, (word) => -rarity(documents, word)),
    }),
    shelves: { documents, names, demand, doing, shares },
    lifeEvents: phraseBook(
      catalog.lifeEvents.flatMap((event) => [...event.aliases.vi, ...event.aliases.en].map((alias) => [alias, event] as const)),
    ),
    traits,
    cores,
  };
}

/** The names of all provinces, those people still use included. */
function placesIn({ provinces, words }: Catalog): string[] {
  return [...provinces.flatMap(({ name, formerNames = [] }) => [name.vi, ...formerNames]), ...words.otherProvinces];
}
