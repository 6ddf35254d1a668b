import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { Catalog } from "../catalog/catalog.ts";
import { describeProblem } from "../catalog/problem.ts";
import { readContent } from "../catalog/read-content.ts";
import { buildSearch } from "../search/build-search.ts";
import { type Answered, answer, asJson, asText } from "./answer-aloud.ts";

const usage = 'npm run -s ask -- [--json] [--province <id>] ["a question"]; without a question, one a line from standard input';

type Call = { json: boolean; province?: string | undefined; question?: string | undefined };

/** What was asked for on the command line; undefined for a call that makes no sense. */
function readCall(): Call | undefined {
  try {
    const options = { json: { type: "boolean", default: false }, province: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { ...values, question: positionals.length > 0 ? positionals.join(" ") : undefined };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Answers from the content folder, in the terminal or line by line for another program. Exit code 0; 1 when the content is broken; 2 for a wrong call. */
async function run(call: Call | undefined, folder: string): Promise<number> {
  if (!call) return complain(usage);
  const { catalog, problems } = readContent(folder);
  for (const problem of problems) console.error(describeProblem(problem));
  if (!catalog) return 1;
  const ids = catalog.provinces.map(({ id }) => id);
  if (call.province !== undefined && !ids.includes(call.province)) {
    return complain(`--province must be one of ${ids.join(", ")}, not "${call.province}"`);
  }
  await answerAll(catalog, call);
  return 0;
}

async function answerAll(catalog: Catalog, { json, province, question }: Call): Promise<void> {
  const search = buildSearch(catalog);
  const say = (answered: Answered): void => console.log(json ? asJson(answered) : asText(answered));
  if (question !== undefined) return say(answer({ catalog, search }, question, province));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    say(answer({ catalog, search }, line, province));
  }
}

function complain(line: string): number {
  console.error(line);
  return 2;
}

/** Whoever reads us may stop early, as `head` does; that is no mistake. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await run(readCall(), process.env["CONTENT_DIR"] ?? "content");
