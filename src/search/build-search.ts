import { type Catalog, withoutLongTexts } from "../catalog/catalog.ts";
import { indexCatalog } from "./index-catalog.ts";
import { openSearch, openStock } from "./open-search.ts";
import type { Search } from "./outcome.ts";
import type { Stock } from "./stock.ts";

/** Indexes a catalog and opens its search at once, where nobody waits meanwhile; what it returns keeps no long text of the catalog. */
export function buildSearch(catalog: Catalog): Search {
  return openSearch(indexCatalog(catalog), withoutLongTexts(catalog));
}

/** What the search of a catalog looks things up in; measuring and explaining look at it from outside. */
export function stockOf(catalog: Catalog): Stock {
  return openStock(indexCatalog(catalog), catalog);
}
