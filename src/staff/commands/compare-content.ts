import { compareRows } from "../../catalog/compare.ts";
import { readContent } from "../../catalog/read-content.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import type { Command } from "../desk.ts";
import { readRecords } from "../read-records.ts";

/** Prints the rows of the records that no guided file accounts for; 0 when there is none and the content is in order. */
export const compareContent: Command = {
  takes: "<records.jsonl>",
  run: ([records], { folder, say, print, complain }) => {
    if (records === undefined) return undefined;
    const { guided, problems } = readContent(folder);
    for (const lines of tellProblems(say, folder, problems)) complain(lines);
    const byCode = readRecords(records);
    const found = guided.flatMap((procedure) => compareRows(procedure, byCode));
    for (const { code, row, kind, text } of found) print(`${code} ${row} ${kind}: ${text.slice(0, 120)}`);
    print(`${guided.length} guided procedures, ${found.length} rows unaccounted for`);
    return found.length === 0 && problems.length === 0 ? 0 : 1;
  },
};
