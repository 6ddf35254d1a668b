import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Problem } from "../../catalog/problem.ts";
import { readContent } from "../../catalog/read-content.ts";
import type { Text } from "../../catalog/text.ts";
import { readLocales } from "../../wording/read-locales.ts";
import { openStaffWords, type StaffSentence } from "../../wording/staff-words.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import type { Command, Desk } from "../desk.ts";
import { baseFiles } from "../import/base-files.ts";
import type { OwnWords } from "../import/cases.ts";
import { type Plan, planImport } from "../import/plan.ts";
import { changePlaces, foldersBeside, makeBeside, recover, throwAway } from "../import/put-in-place.ts";
import { readInput } from "../import/read-input.ts";
import { readStanding } from "../import/standing.ts";
import { tellBroken, tellReview, tellUnclear } from "../import/tell.ts";
import type { FullRecord } from "../national-record.ts";
import { keepVersion } from "../versions/keep-version.ts";

/** Makes content of national records in a folder, or brings newer records into content that stands there. All or nothing. */
export const importRecords: Command = {
  takes: "<records.jsonl|.json|.xlsx> --into <folder> [--without-broken]",
  run: async (words, desk) => {
    const { values, positionals } = parseArgs({
      args: words,
      options: { into: { type: "string" }, "without-broken": { type: "boolean" } },
      strict: false,
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || typeof values.into !== "string" || values.into === "") return undefined;
    const records = await recordsIn(file, values["without-broken"] === true, desk);
    return records ? bringIn(records, resolve(values.into), desk) : 1;
  },
};

/** The records of a file; undefined, and told why, when it has none or some are broken and that was not accepted. */
async function recordsIn(file: string, withoutBroken: boolean, desk: Desk): Promise<FullRecord[] | undefined> {
  const { say, complain } = desk;
  const input = await readInput(file);
  if (input.refused !== undefined) {
    complain(say(input.refused, { file, why: input.why ?? "" }));
    return undefined;
  }
  for (const broken of input.broken) complain(tellBroken(desk, file, broken));
  if (input.broken.length === 0 || withoutBroken) return input.records;
  complain(say("records.nothing-written", { count: input.broken.length }));
  return undefined;
}

function bringIn(records: FullRecord[], into: string, desk: Desk): number {
  const { say, print } = desk;
  recover(into);
  const folder = existsSync(into) ? realpathSync(into) : into;
  const { standing, problems } = readStanding(folder);
  if (problems.length > 0) return refuse(desk, problems, say("records.content-broken", { folder }));
  const plan = planImport(records, standing, ownWords());
  const codes = new Set([...records.map(({ code }) => code), ...standing.guided.flatMap((file) => file.codes)]);
  const base = baseFiles(desk.folder, folder, codes);
  const [missing] = base.missing;
  if (missing !== undefined) return refuse(desk, [], say("records.no-source", { path: missing }));
  const files = new Map([...base.files, ...plan.files]);
  if (files.size > 0) {
    if (existsSync(folder)) keepVersion(folder, say("versions.before", { command: "import" }));
    const refused = write(folder, files, desk);
    if (refused !== undefined) return refused;
  }
  for (const { path, count } of base.leftOut) print(say("records.left-out", { file: path, count }));
  tellDone(desk, folder, { plan, records: records.length, changed: files.size > 0 });
  return 0;
}

/** Makes the new content, reads it as the guide will, and only then puts it in place. A number when that was not possible. */
function write(folder: string, files: ReadonlyMap<string, string>, desk: Desk): number | undefined {
  const { say } = desk;
  try {
    const { problems } = readContent(makeBeside(folder, files));
    if (problems.length > 0) {
      throwAway(folder);
      return refuse(desk, problems, say("records.result-broken"));
    }
    changePlaces(folder);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const { made } = foldersBeside(folder);
    if (error.code === "EEXIST") return refuse(desk, [], say("records.busy", { folder: made }));
    throwAway(folder);
    return refuse(desk, [], say("records.disk", { folder, why: String(error.code) }));
  }
}

function refuse({ folder, say, complain }: Desk, problems: readonly Problem[], why: string): number {
  for (const lines of tellProblems(say, folder, problems)) complain(lines);
  complain(why);
  return 1;
}

function tellDone(desk: Desk, folder: string, { plan, records, changed }: { plan: Plan; records: number; changed: boolean }): void {
  const { say, print } = desk;
  const { counts, unclear, review } = plan;
  if (!changed) print(say("records.unchanged", { records, folder }));
  else {
    print(say("records.done", { records, folder, ...counts }));
    print(say("records.changed", counts));
    print(say("records.made", counts));
  }
  tellUnclear(desk, `${folder}-unclear.csv`, unclear);
  tellReview(desk, `${folder}-review.csv`, review);
}

/** Our own words in content are in both languages, whatever the language of whoever calls. */
function ownWords(): OwnWords {
  const locales = readLocales(new URL("../../../locales/staff/", import.meta.url));
  const [vi, en] = [openStaffWords(locales, "vi"), openStaffWords(locales, "en")];
  const both = (name: StaffSentence): Text => ({ vi: vi(name), en: en(name) });
  return {
    ask: { case: both("records.ask.case"), filer: both("records.ask.filer"), way: both("records.ask.way") },
    none: both("records.answer.none"),
    unsure: both("records.answer.unsure"),
    sharedPage: both("records.note.shared-page"),
  };
}
