import { rowKey } from "../../catalog/compare.ts";
import type { Command } from "../desk.ts";
import { readRecords } from "../read-records.ts";

/** Prints each row of a record's list of papers with its fingerprint, for whoever writes a guided file. */
export const listRows: Command = {
  takes: "<records.jsonl> <code>",
  run: ([records, code], { print, complain }) => {
    if (records === undefined || code === undefined) return undefined;
    const record = readRecords(records).get(code);
    if (!record) {
      complain(`no record has the code ${code}`);
      return 1;
    }
    for (const row of record.documents ?? []) print(`${rowKey(row)}  [${row.case ?? ""}] ${row.name}`);
    return 0;
  },
};
