import { compareRows } from "../catalog/compare.ts";
import { describeProblem } from "../catalog/problem.ts";
import { readContent } from "../catalog/read-content.ts";
import { readRecords } from "./read-records.ts";

/** Prints the rows of the records that no guided file accounts for; 0 when there is none and the content is in order. */
export function compareContent(folder: string, recordsPath: string): number {
  const { guided, problems } = readContent(folder);
  for (const problem of problems) console.error(describeProblem(problem));
  const records = readRecords(recordsPath);
  const found = guided.flatMap((procedure) => compareRows(procedure, records));
  for (const { code, row, kind, text } of found) console.log(`${code} ${row} ${kind}: ${text.slice(0, 120)}`);
  console.log(`${guided.length} guided procedures, ${found.length} rows unaccounted for`);
  return found.length === 0 && problems.length === 0 ? 0 : 1;
}
