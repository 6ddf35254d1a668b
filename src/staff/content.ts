import { parseArgs } from "node:util";
import { dayInVietnam, readDay } from "../catalog/day.ts";
import { type Language, languages } from "../catalog/text.ts";
import { readLocales } from "../wording/read-locales.ts";
import { openStaffWords } from "../wording/staff-words.ts";
import { checkContent } from "./commands/check-content.ts";
import { compareContent } from "./commands/compare-content.ts";
import { exportContent } from "./commands/export-content.ts";
import { importContent } from "./commands/import-content.ts";
import { lintContentCommand } from "./commands/lint-content.ts";
import { listRows } from "./commands/list-rows.ts";
import { makeIndex } from "./commands/make-index.ts";
import { newProcedure } from "./commands/new-procedure.ts";
import { pageOfContent } from "./commands/page-of-content.ts";
import { pictureProcedure } from "./commands/picture-procedure.ts";
import { previewProcedure } from "./commands/preview-procedure.ts";
import { recordTranscript } from "./commands/record-transcript.ts";
import { restoreVersion } from "./commands/restore-version.ts";
import { reviewQuestions } from "./commands/review-questions.ts";
import { runTranscripts } from "./commands/run-transcripts.ts";
import { showHistory } from "./commands/show-history.ts";
import { takeSnapshot } from "./commands/take-snapshot.ts";
import { writeSchemas } from "./commands/write-schemas.ts";
import type { Command, Desk } from "./desk.ts";

/** Every command by its name; each has a sentence "content.<name>" in locales/staff. */
const commands = {
  check: checkContent,
  lint: lintContentCommand,
  compare: compareContent,
  rows: listRows,
  index: makeIndex,
  transcripts: runTranscripts,
  record: recordTranscript,
  new: newProcedure,
  picture: pictureProcedure,
  page: pageOfContent,
  preview: previewProcedure,
  schemas: writeSchemas,
  export: exportContent,
  import: importContent,
  history: showHistory,
  restore: restoreVersion,
  snapshot: takeSnapshot,
  questions: reviewQuestions,
} satisfies Record<string, Command>;
type CommandName = keyof typeof commands;

/** The commands for the people who keep the content. Exit code 0 when all is well, 1 when something is to be mended, 2 for a wrong call. */
async function run(args: string[]): Promise<number> {
  const { language, asOf, words } = readCall(args);
  const say = openStaffWords(readLocales(new URL("../../locales/staff/", import.meta.url)), language);
  const today = asOf === undefined ? dayInVietnam(Date.now()) : readDay(asOf);
  if (today === undefined) {
    console.error(say("content.as-of", { date: asOf ?? "" }));
    return 2;
  }
  const folder = process.env["CONTENT_DIR"] ?? "content";
  const desk: Desk = { folder, today, language, say, print: console.log, complain: console.error };
  const [name = "", ...rest] = words;
  const code = isCommand(name) ? await commands[name].run(rest, desk) : undefined;
  if (code !== undefined) return code;
  for (const line of usage(desk)) desk.complain(line);
  return 2;
}

/** Takes --language and --as-of off; every other word and option belongs to the command. `asOf` is empty where the day was left out. */
function readCall(args: string[]): { language: Language; asOf: string | undefined; words: string[] } {
  const options = { language: { type: "string" }, "as-of": { type: "string" } } as const;
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const asked = tokens.filter((token) => token.kind === "option").filter(({ name }) => Object.hasOwn(options, name));
  const taken = asked.flatMap(({ index, inlineValue, value }) => (inlineValue || value === undefined ? [index] : [index, index + 1]));
  const askedFor = (option: string): string | undefined => asked.filter(({ name }) => name === option).map(({ value }) => value ?? "")[0];
  const language = languages.find((one) => one === askedFor("language")) ?? "vi";
  return { language, asOf: askedFor("as-of"), words: args.filter((_, at) => !taken.includes(at)) };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function usage({ say }: Desk): string[] {
  const names = Object.keys(commands).filter(isCommand);
  return [say("content.usage"), ...names.map((name) => `  ${`${name} ${commands[name].takes}`.padEnd(36)}  ${say(`content.${name}`)}`)];
}

process.exitCode = await run(process.argv.slice(2));
