import { parseArgs } from "node:util";
import { type Language, languages } from "../catalog/text.ts";
import { readLocales } from "../wording/read-locales.ts";
import { openStaffWords } from "../wording/staff-words.ts";
import { checkContent } from "./commands/check-content.ts";
import { compareContent } from "./commands/compare-content.ts";
import { listRows } from "./commands/list-rows.ts";
import { makeIndex } from "./commands/make-index.ts";
import { reviewQuestions } from "./commands/review-questions.ts";
import type { Command, Desk } from "./desk.ts";

/** Every command by its name; each has a sentence "content.<name>" in locales/staff. */
const commands = {
  check: checkContent,
  compare: compareContent,
  rows: listRows,
  index: makeIndex,
  questions: reviewQuestions,
} satisfies Record<string, Command>;
type CommandName = keyof typeof commands;

/** The commands for the people who keep the content. Exit code 0 when all is well, 1 when something is to be mended, 2 for a wrong call. */
async function run(args: string[]): Promise<number> {
  const { language, words } = readCall(args);
  const say = openStaffWords(readLocales(new URL("../../locales/staff/", import.meta.url)), language);
  const desk: Desk = { folder: process.env["CONTENT_DIR"] ?? "content", language, say, print: console.log, complain: console.error };
  const [name = "", ...rest] = words;
  const code = isCommand(name) ? await commands[name].run(rest, desk) : undefined;
  if (code !== undefined) return code;
  for (const line of usage(desk)) desk.complain(line);
  return 2;
}

/** Takes --language off; every other word and option belongs to the command. */
function readCall(args: string[]): { language: Language; words: string[] } {
  const { tokens } = parseArgs({ args, options: { language: { type: "string" } }, strict: false, allowPositionals: true, tokens: true });
  const asked = tokens.find((token) => token.kind === "option" && token.name === "language");
  const named = languages.find((one) => asked?.kind === "option" && asked.value === one);
  const taken = asked?.kind === "option" ? [asked.index, ...(asked.inlineValue ? [] : [asked.index + 1])] : [];
  return { language: named ?? "vi", words: args.filter((_, at) => !taken.includes(at)) };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function usage({ say }: Desk): string[] {
  const names = Object.keys(commands).filter(isCommand);
  return [say("content.usage"), ...names.map((name) => `  ${`${name} ${commands[name].takes}`.padEnd(36)}  ${say(`content.${name}`)}`)];
}

process.exitCode = await run(process.argv.slice(2));
