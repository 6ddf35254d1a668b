import type { Catalog } from "../catalog/catalog.ts";
import { answerQuestion } from "./answer.ts";
import { rarity } from "./index/inverted-index.ts";
import { areNeighbours } from "./index/names.ts";
import type { SearchIndex } from "./index-catalog.ts";
import type { Search } from "./outcome.ts";
import { gatherBooks } from "./question/books.ts";
import type { Reader } from "./question/read-question.ts";
import type { Stock } from "./stock.ts";
import { buildRestore, timesTogether } from "./text/accents.ts";
import { wordsReader } from "./text/fold.ts";
import { buildRepair } from "./text/spelling.ts";
import { vocabularyOf } from "./text/vocabulary.ts";
import { traitBook } from "./twins/twin-traits.ts";

/** Opens the search of a catalog from its index, in milliseconds; it looks at the facts of the catalog and at no long text. */
export function openSearch(index: SearchIndex, catalog: Catalog): Search {
  const stock = openStock(index, catalog);
  return (question, options = {}) => answerQuestion(stock, question, options);
}

/** What an opened search looks things up in. The index must be of this catalog. */
export function openStock(index: SearchIndex, catalog: Catalog): Stock {
  return {
    catalog,
    index,
    procedures: index.codes.flatMap((code) => catalog.procedures.get(code) ?? []),
    positions: new Map(index.codes.map((code, position) => [code, position])),
    reader: readerOf(index, catalog),
  };
}

function readerOf({ documents, names }: SearchIndex, catalog: Catalog): Reader {
  const read = wordsReader();
  const vocabulary = vocabularyOf(documents.book, catalog, read);
  return {
    ...gatherBooks(catalog, read),
    traits: traitBook(catalog.words),
    knows: (folded) => vocabulary.words.has(folded),
    writes: vocabulary.writes,
    areNeighbours: (first, second) => areNeighbours(names, first, second),
    timesTogether: (first, second) => timesTogether(names.written, first, second),
    repair: buildRepair(vocabulary, (word) => -rarity(documents, word)),
    restore: buildRestore(names.written),
  };
}
