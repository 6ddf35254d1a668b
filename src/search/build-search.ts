import { type Catalog, withoutLongTexts } from "../catalog/catalog.ts";
import { type FieldWeights, fieldWeights } from "./index/fields.ts";
import { indexCatalog } from "./index-catalog.ts";
import { openSearch, openStock } from "./open-search.ts";
import type { Search } from "./outcome.ts";
import { rankShares, type Shares } from "./ranking/rank.ts";
import type { Stock } from "./stock.ts";

/** Indexes a catalog and opens its search at once, where nobody waits meanwhile; what it returns keeps no long text of the catalog. */
export function buildSearch(catalog: Catalog): Search {
  return openSearch(indexCatalog(catalog), withoutLongTexts(catalog));
}

/** The numbers that tuning tries others for (`npm run tune`). */
export type Weights = { fields: FieldWeights; shares: Shares };

/** What the search of a catalog looks things up in; measuring and explaining look at it from outside. */
export function stockOf(catalog: Catalog, weights: Weights = { fields: fieldWeights, shares: rankShares }): Stock {
  return openStock(indexCatalog(catalog, weights.fields), catalog, weights.shares);
}
