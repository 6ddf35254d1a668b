import { z } from "zod";
import { allNamesOf, type Catalog, type Procedure } from "./catalog.ts";
import type { EverydayNames } from "./everyday-names.ts";
import type { Level } from "./procedure.ts";

const texts = z.array(z.string()).optional();

/** A record of the national list, as far as it is searched; what else stands in it is left aside. Texts are as published. */
export const recordSchema = z.object({
  code: z.string().min(1),
  title: z.string().min(1),
  otherTitles: texts,
  /** The newest list that has the code: 2026-07, 2026-07-17 or a bare year. */
  lastSeen: z.string().optional(),
  field: z.string().optional(),
  agency: z.string().optional(),
  issuingAgency: z.string().optional(),
  level: texts,
  levelInferred: texts,
  audience: z.array(z.enum(["citizen", "business"])).optional(),
  popularity: z.number().optional(),
  result: texts,
  subjects: texts,
  conditions: z.string().optional(),
  steps: z.string().optional(),
  documents: z.array(z.object({ name: z.string(), case: z.string().optional() })).optional(),
});
export type ProcedureRecord = z.infer<typeof recordSchema>;

const levelNames: Record<string, Level> = { "Cấp bộ": "ministry", "Cấp tỉnh": "province", "Cấp xã": "commune", "Cơ quan khác": "other" };
/** Older lists hold abolished procedures. */
const oldestList = "2025-11";

/** Is this a procedure of a province's catalogue: handled by the province or a commune, on a list not older than November 2025? */
export function isOfProvince({ lastSeen, level, levelInferred }: ProcedureRecord): boolean {
  const levels = level ?? levelInferred ?? [];
  return (lastSeen ?? "") >= oldestList && (levels.includes("Cấp tỉnh") || levels.includes("Cấp xã"));
}

/** The procedure of a record, with the texts that searching reads; `calledToo`: what people call it besides. */
function procedureOfRecord(record: ProcedureRecord, calledToo: readonly string[] = []): Procedure {
  const { code, title, field, agency, issuingAgency, popularity, documents } = record;
  return {
    kind: "known",
    code,
    calledToo,
    known: {
      code,
      name: title,
      field,
      agency: agency ?? issuingAgency,
      levels: (record.level ?? record.levelInferred ?? []).flatMap((level) => levelNames[level] ?? []),
      audience: record.audience ?? [],
      result: record.result ?? [],
      law: [],
      filings: popularity,
      source: "national record",
      month: record.lastSeen ?? "",
      online: undefined,
      url: undefined,
    },
    details: {
      otherNames: record.otherTitles ?? [],
      papers: (documents ?? []).flatMap((paper) => [paper.name, paper.case ?? ""]).filter(Boolean),
      conditions: record.conditions ?? "",
      steps: record.steps ?? "",
      subjects: record.subjects ?? [],
    },
  };
}

/**
 * The catalog with these records in the place of its procedures; each code stands alone. The words, the provinces, the
 * life events, and what people call a code that also stands in the catalog stay; `nation`: what they call the others.
 */
export function withRecords(catalog: Catalog, records: Iterable<ProcedureRecord>, nation: EverydayNames = {}): Catalog {
  const called = everydayNamesOf(catalog);
  for (const [code, { vi, en = [] }] of Object.entries(nation)) if (!called.has(code)) called.set(code, [...vi, ...en]);
  const procedures = new Map<string, Procedure>();
  for (const record of records) procedures.set(record.code, procedureOfRecord(record, called.get(record.code)));
  return { ...catalog, procedures, sameAs: new Map() };
}

/** What people call each code; a guided file lends its names to every code it serves. */
function everydayNamesOf({ procedures, sameAs }: Catalog): Map<string, string[]> {
  const called = new Map<string, string[]>();
  for (const [code, procedure] of procedures) called.set(code, namesOf(procedure));
  for (const [code, main] of sameAs) called.set(code, called.get(main) ?? []);
  return called;
}

function namesOf(procedure: Procedure): string[] {
  if (procedure.kind === "known") return [...procedure.calledToo];
  return allNamesOf(procedure.guided).slice(1);
}
