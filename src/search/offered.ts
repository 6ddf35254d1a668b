import type { Procedure } from "../catalog/catalog.ts";
import { procedureAt, type Stock } from "./stock.ts";

/**
 * Is the procedure at a position offered in a province? One whose levels are not known is; a guided one is unless the province names
 * its code, for it was written for the province's citizens even where another level's office does it.
 */
export function offeredIn(stock: Stock, provinceId: string | undefined): (position: number) => boolean {
  const province = stock.catalog.provinces.find(({ id }) => id === provinceId);
  if (!province) return () => true;
  const without = new Set(province.withoutCodes);
  return (position) => {
    const procedure = procedureAt(stock, position);
    return !without.has(procedure.code) && hasLevel(procedure, province.levels);
  };
}

function hasLevel(procedure: Procedure, levels: readonly string[]): boolean {
  if (procedure.kind === "guided" || procedure.known.levels.length === 0) return true;
  return procedure.known.levels.some((level) => levels.includes(level));
}
