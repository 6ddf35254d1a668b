import { type Catalog, type Procedure, procedureOf } from "../catalog/catalog.ts";

/**
 * Is a procedure offered in a province? One whose levels are not known is; a guided one is unless the province names
 * its code, for it was written for the province's citizens even where another level's office does it.
 */
export function offeredIn(catalog: Catalog, provinceId: string | undefined): (code: string) => boolean {
  const province = catalog.provinces.find(({ id }) => id === provinceId);
  if (!province) return () => true;
  const without = new Set(province.withoutCodes);
  return (code) => {
    const procedure = procedureOf(catalog, code);
    return procedure !== undefined && !without.has(code) && hasLevel(procedure, province.levels);
  };
}

function hasLevel(procedure: Procedure, levels: readonly string[]): boolean {
  if (procedure.kind === "guided" || procedure.known.levels.length === 0) return true;
  return procedure.known.levels.some((level) => levels.includes(level));
}
