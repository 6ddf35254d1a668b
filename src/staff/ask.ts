import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { type Catalog, nameOf } from "../catalog/catalog.ts";
import { dayInVietnam, readDay } from "../catalog/day.ts";
import type { Problem } from "../catalog/problem.ts";
import { isOfProvince, withRecords } from "../catalog/procedure-of-record.ts";
import { readContent, readNationNames } from "../catalog/read-content.ts";
import { buildSearch, stockOf } from "../search/build-search.ts";
import { explainAnswer } from "../search/explain/explain.ts";
import { warmUp } from "../search/warm-up.ts";
import { readLocales } from "../wording/read-locales.ts";
import { openStaffWords } from "../wording/staff-words.ts";
import { tellProblems } from "../wording/tell-problems.ts";
import { answer, asJson, asText } from "./answer-aloud.ts";
import { streamRecords } from "./stream-records.ts";
import { explainAloud } from "./why-aloud.ts";

const usage =
  'npm run -s ask -- [--json | --why [--expect <code>]] [--province <id>] [--as-of <date>] [--records <file.jsonl>] ["a question"]; without a question, one a line from standard input';

const options = {
  json: { type: "boolean" },
  why: { type: "boolean" },
  expect: { type: "string", multiple: true },
  province: { type: "string" },
  records: { type: "string" },
  "as-of": { type: "string" },
} as const;

type Call = {
  json?: boolean | undefined;
  /** How the question was read and what each score is made of. */
  why?: boolean | undefined;
  /** Codes that should have been among the first. */
  expect?: string[] | undefined;
  province?: string | undefined;
  /** Records to search instead of the procedures of the content. */
  records?: string | undefined;
  /** The day the content is for. */
  "as-of"?: string | undefined;
  question?: string | undefined;
};

/** What is printed for a question. */
type Tell = (question: string) => string;

/** What was asked for on the command line; undefined for a call that makes no sense. */
function readCall(): Call | undefined {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.json && values.why) return undefined;
    return { ...values, question: positionals.length > 0 ? positionals.join(" ") : undefined };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Answers from the content folder, in the terminal or line by line for another program. Exit code 0; 1 when the content or the records are broken; 2 for a wrong call. */
async function run(call: Call | undefined, folder: string): Promise<number> {
  if (!call) return complain(usage, 2);
  const { "as-of": asOf } = call;
  const today = asOf === undefined ? dayInVietnam(Date.now()) : readDay(asOf);
  if (today === undefined) return complain(`--as-of must be a day such as 2027-01-01, not "${asOf}"`, 2);
  const { catalog, problems } = readContent(folder, undefined, today);
  for (const lines of told(folder, problems)) console.error(lines);
  if (!catalog) return 1;
  const ids = catalog.provinces.map(({ id }) => id);
  if (call.province !== undefined && !ids.includes(call.province)) {
    return complain(`--province must be one of ${ids.join(", ")}, not "${call.province}"`, 2);
  }
  const tell = call.records === undefined ? tellOf(catalog, call) : await tellOfRecords({ catalog, folder }, call.records, call);
  if (Array.isArray(tell)) return complain(tell.join("\n"), 1);
  await answerAll(tell, call);
  return 0;
}

/** Mistakes of the content in words. */
function told(folder: string, problems: readonly Problem[]): string[] {
  return tellProblems(openStaffWords(readLocales(new URL("../../locales/staff/", import.meta.url)), "vi"), folder, problems);
}

/** The search of the records, or what is wrong with them. The texts of the records are let go once the index is built. */
async function tellOfRecords(
  { catalog, folder }: { catalog: Catalog; folder: string },
  path: string,
  call: Call,
): Promise<Tell | string[]> {
  const { records, problems } = await streamRecords(path);
  if (problems.length > 0) return problems;
  const nation = readNationNames(folder);
  if (nation.problems.length > 0) return told(folder, nation.problems);
  return tellOf(withRecords(catalog, call.province === undefined ? records : records.filter(isOfProvince), nation.names), call);
}

function tellOf(catalog: Catalog, call: Call): Tell {
  return call.why ? tellWhy(catalog, call) : tellMatches(catalog, call);
}

function tellMatches(catalog: Catalog, { json, province }: Call): Tell {
  const names = new Map([...catalog.procedures].map(([code, procedure]) => [code, nameOf(procedure).vi]));
  const search = buildSearch(catalog);
  warmUp(search, names.values());
  const asked = { search, nameOf: (code: string) => names.get(code) ?? code };
  return (question) => (json ? asJson : asText)(answer(asked, question, province));
}

function tellWhy(catalog: Catalog, { province, expect = [] }: Call): Tell {
  const stock = stockOf(catalog);
  return (question) => explainAloud(catalog, question, explainAnswer(stock, question, { province, expected: expect }));
}

async function answerAll(tell: Tell, { question }: Call): Promise<void> {
  if (question !== undefined) return console.log(tell(question));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) console.log(tell(line));
}

function complain(lines: string, code: number): number {
  console.error(lines);
  return code;
}

/** Whoever reads us may stop early, as `head` does; that is no mistake. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await run(readCall(), process.env["CONTENT_DIR"] ?? "content");
