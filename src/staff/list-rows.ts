import { rowKey } from "../catalog/compare.ts";
import { readRecords } from "./read-records.ts";

/** Prints each row of a record's list of papers with its fingerprint, for whoever writes a guided file. */
export function listRows(recordsPath: string, code: string): number {
  const record = readRecords(recordsPath).get(code);
  if (!record) {
    console.error(`no record has the code ${code}`);
    return 1;
  }
  for (const row of record.documents ?? []) console.log(`${rowKey(row)}  [${row.case ?? ""}] ${row.name}`);
  return 0;
}
