import { createHash } from "node:crypto";
import type { Guided } from "./procedure.ts";

/** One row of a national record's list of papers (the fields the comparison reads). */
export type RecordRow = { name: string; case?: string | undefined };

/** A national record, as far as the comparison reads it. */
export type NationalRecord = { code: string; documents?: RecordRow[] | undefined };

/** A row that no guided file accounts for, or an account of a row that the record does not have. */
export type Unaccounted = { code: string; row: string; kind: "missing" | "left over"; text: string };

/** The fingerprint of a row: 8 hex digits of sha256 over its heading and its words, white space folded. A changed row gets a new one, so a change of the record is seen. */
export function rowKey(row: RecordRow): string {
  const words = `${row.case ?? ""}\n${row.name}`.normalize("NFC").replace(/\s+/g, " ").trim();
  return createHash("sha256").update(words).digest("hex").slice(0, 8);
}

/** Rows of the records that the guided procedure does not account for, and accounts of rows that no record of its codes has. */
export function compareRows(procedure: Guided, records: Map<string, NationalRecord>): Unaccounted[] {
  const found: Unaccounted[] = [];
  const seen = new Set<string>();
  for (const { code } of procedure.codes) {
    for (const row of records.get(code)?.documents ?? []) {
      const key = rowKey(row);
      seen.add(key);
      if (!(key in procedure.rows)) found.push({ code, row: key, kind: "missing", text: row.name });
    }
  }
  const main = procedure.codes[0]?.code ?? "";
  for (const key of Object.keys(procedure.rows)) if (!seen.has(key)) found.push({ code: main, row: key, kind: "left over", text: "" });
  return found;
}
