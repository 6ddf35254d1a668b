import { parseArgs } from "node:util";
import { checkContent } from "./check-content.ts";
import { compareContent } from "./compare-content.ts";
import { listRows } from "./list-rows.ts";
import { makeIndex } from "./make-index.ts";

const usage = `npm run content -- check                          every problem of every content file
npm run content -- compare <records.jsonl>        rows of the national record that no guided file accounts for
npm run content -- rows <records.jsonl> <code>    the rows of a record's list of papers, with their fingerprints
npm run content -- index <records.jsonl>          writes content/index anew from national records`;

/** The commands for the people who keep the content. Exit code 0 when all is well, 1 when something is to be mended, 2 for a wrong call. */
function run([command, ...words]: string[], folder: string): number {
  const [records, code] = words;
  if (command === "check") return checkContent(folder);
  if (command === "compare" && records) return compareContent(folder, records);
  if (command === "rows" && records && code) return listRows(records, code);
  if (command === "index" && records) return makeIndex(folder, records);
  console.error(usage);
  return 2;
}

const { positionals } = parseArgs({ allowPositionals: true });
process.exitCode = run(positionals, process.env["CONTENT_DIR"] ?? "content");
