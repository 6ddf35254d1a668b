import type { Catalog, Procedure } from "../catalog/catalog.ts";
import type { SearchIndex } from "./index-catalog.ts";
import type { Reader } from "./question/read-question.ts";

/** Everything a question is answered from; a procedure is known by its position. */
export type Stock = {
  catalog: Catalog;
  index: SearchIndex;
  procedures: readonly Procedure[];
  positions: ReadonlyMap<string, number>;
  reader: Reader;
};

/** The procedure at a position that the index told. */
export function procedureAt({ procedures }: Stock, position: number): Procedure {
  const procedure = procedures[position];
  if (!procedure) throw new Error(`nothing stands at position ${position} of ${procedures.length}`);
  return procedure;
}
