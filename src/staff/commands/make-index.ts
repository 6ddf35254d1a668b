import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { knownColumns } from "../../catalog/known.ts";
import { type Choice, type Chosen, chooseRecords } from "../choose-records.ts";
import type { Command, Desk } from "../desk.ts";
import { indexRow, ministrySlug } from "../index-row.ts";
import type { FullRecord } from "../national-record.ts";
import { readRecords } from "../read-records.ts";
import { keepVersion } from "../versions/keep-version.ts";

/** What a citizen needs though an office outside the province's own does it: driving licences and unemployment benefit. */
const neededToo = [
  "3.000346 3.000347 3.000348 3.000349 3.000350 3.000351 3.000353",
  "1.001978 1.001973 1.001966 2.001953 2.000178 1.000401 1.000362",
].flatMap((codes) => codes.split(" "));

/** Writes content/index anew from national records, one file a ministry, and prints what was renamed or left out. */
export const makeIndex: Command = {
  takes: "<records.jsonl>",
  run: ([records], desk) => (records === undefined ? undefined : writeIndex(records, desk)),
};

function writeIndex(recordsPath: string, { folder, print, say }: Desk): number {
  const records = [...readRecords<FullRecord>(recordsPath).values()];
  const choice = chooseRecords(records, new Set([...neededToo, ...codesNamedIn(folder)]));
  keepVersion(folder, say("versions.before", { command: "index" }));
  const index = join(folder, "index");
  mkdirSync(index, { recursive: true });
  for (const file of readdirSync(index)) if (file.endsWith(".csv")) rmSync(join(index, file));
  for (const [file, rows] of byMinistry(choice.chosen)) writeFileSync(join(index, file), table(rows));
  report(choice, print);
  return 0;
}

function byMinistry(chosen: readonly Chosen[]): Map<string, Chosen[]> {
  const sorted = [...chosen].sort((a, b) => (a.record.code < b.record.code ? -1 : 1));
  return Map.groupBy(sorted, ({ record }) => `${ministrySlug(record.issuingAgency)}.csv`);
}

function table(rows: readonly Chosen[]): string {
  return stringify(rows.map(indexRow), { header: true, columns: knownColumns });
}

/** Every code that the guided procedures and the life events name: what content leads to must be known. */
function codesNamedIn(folder: string): string[] {
  const guided = readdirSync(join(folder, "procedures"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  const files = [...guided.map((path) => join("procedures", path)), "life-events.yaml"];
  return files.flatMap((path) => readFileSync(join(folder, path), "utf8").match(/\b\d\.\d{6}\b/g) ?? []);
}

function report({ chosen, leftOut, renamed }: Choice, print: Desk["print"]): void {
  const letters = (name: string): string =>
    name
      .normalize("NFC")
      .replace(/[^\p{L}\d]/gu, "")
      .toLowerCase();
  const truly = renamed.filter(({ from, to }) => !letters(from).startsWith(letters(to)));
  for (const { code, from, to } of truly) print(`renamed ${code}: ${from.replace(/\s+/g, " ")} → ${to}`);
  for (const { code, why } of leftOut) print(`left out ${code}: ${why}`);
  print(`${chosen.length} rows, ${truly.length} renamed, ${leftOut.length} left out`);
}
