import { type Catalog, nameOf, procedureOf } from "../../src/catalog/catalog.ts";
import type { EverydayNames } from "../../src/catalog/everyday-names.ts";
import { isOfProvince, type ProcedureRecord, withRecords } from "../../src/catalog/procedure-of-record.ts";
import { stockOf } from "../../src/search/build-search.ts";
import type { Stock } from "../../src/search/stock.ts";

/** A catalog to ask, and what makes two codes the same procedure in it. */
export type Shelf = { name: string; stock: Stock; catalog: Catalog; nameOfCode: (code: string) => string };

/** The catalogs that are measured: the content as shipped; with records also those of a province, and all. `nation`: what people call the records that the content does not have. */
export function catalogsOf(
  content: Catalog,
  records: readonly ProcedureRecord[],
  nation: EverydayNames = {},
): { name: string; catalog: Catalog }[] {
  if (records.length === 0) return [{ name: "content as shipped", catalog: content }];
  return [
    { name: "content as shipped", catalog: content },
    { name: "full records, a province's catalogue", catalog: withRecords(content, records.filter(isOfProvince), nation) },
    { name: "full records, all codes", catalog: withRecords(content, records, nation) },
  ];
}

/** Builds the index of a catalog. `titles`: official names of codes, those it does not have included. */
export function shelfOf({ name, catalog }: { name: string; catalog: Catalog }, titles: ReadonlyMap<string, string>): Shelf {
  const nameOfCode = (code: string): string => {
    const procedure = procedureOf(catalog, code);
    const title = titles.get(code) ?? (procedure ? nameOf(procedure).vi : code);
    return title
      .normalize("NFC")
      .toLowerCase()
      .replace(/[\s.,;]+/g, " ")
      .trim();
  };
  return { name, catalog, stock: stockOf(catalog), nameOfCode };
}

/** The official names of records by code. */
export function titlesOf(records: readonly ProcedureRecord[]): Map<string, string> {
  return new Map(records.map(({ code, title }) => [code, title]));
}

/** The codes of the catalog that answer for these: the same code, the file that serves it, or the same official name. */
export function answeringCodes(shelf: Shelf, codes: readonly string[]): Set<string> {
  const direct = codes.flatMap((code) => procedureOf(shelf.catalog, code)?.code ?? []);
  const names = new Set(codes.map(shelf.nameOfCode));
  const alike = [...names].flatMap((name) => codesByName(shelf).get(name) ?? []);
  return new Set([...direct, ...alike]);
}

const byName = new WeakMap<Shelf, Map<string, string[]>>();

function codesByName(shelf: Shelf): Map<string, string[]> {
  const known = byName.get(shelf);
  if (known) return known;
  const made = Map.groupBy(shelf.catalog.procedures.keys(), shelf.nameOfCode);
  byName.set(shelf, made);
  return made;
}
