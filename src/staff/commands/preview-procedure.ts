import { parseArgs } from "node:util";
import { procedureOf } from "../../catalog/catalog.ts";
import type { Problem } from "../../catalog/problem.ts";
import type { Guided } from "../../catalog/procedure.ts";
import { type ReadContent, readContent } from "../../catalog/read-content.ts";
import { isServed } from "../../catalog/served.ts";
import { openPreview, type Preview } from "../../preview.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import { recallMemory } from "../content-memory.ts";
import type { Command, Desk } from "../desk.ts";

/** Walks a procedure as citizens would once its draft is published: in this terminal, and on a page that only this machine reaches. */
export const previewProcedure: Command = {
  takes: "<code> [--port <n>]",
  run: (words, desk) => {
    const { values, positionals } = parseArgs({
      args: words,
      options: { port: { type: "string" } },
      strict: false,
      allowPositionals: true,
    });
    const [code, ...more] = positionals;
    const { port = "0", ...unknown } = values;
    if (code === undefined || more.length + Object.keys(unknown).length > 0) return undefined;
    if (/^\d{1,5}$/.test(String(port)) && Number(port) <= 65535) return preview(code, Number(port), desk);
    desk.complain(desk.say("preview.port", { port: String(port) }));
    return 2;
  },
};

async function preview(code: string, port: number, desk: Desk): Promise<number> {
  const { folder, today, language, say, print, complain } = desk;
  const { catalog, problems, ...read } = readContent(folder, recallMemory(folder), today, code);
  if (!catalog) return refuse([...tellProblems(say, folder, problems), say("content.broken", { count: problems.length })], desk);
  const procedure = procedureOf(catalog, code);
  const others = otherFiles(code, read, desk);
  if (procedure?.kind !== "guided") {
    const { name } = procedure?.known ?? {};
    const why = name === undefined ? say("picture.no-code", { code }) : say("picture.not-guided", { code, name });
    return refuse(others.length > 0 ? [say("preview.not-on-day", { code, day: told(today) }), ...others] : [why], desk);
  }
  const said = (broken: readonly Problem[]): void => {
    for (const line of tellProblems(say, folder, broken)) complain(line);
    print(say(broken.length > 0 ? "preview.broken" : "preview.renewed"));
  };
  try {
    const opened = await openPreview({ folder, code, today, language, read: { catalog, ...read }, port, told: said });
    print(say("preview.open", { day: told(today), address: opened.address }));
    for (const line of others) print(line);
    print(say("preview.how"));
    await walk(opened);
    return 0;
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : undefined;
    if (reason !== "EADDRINUSE" && reason !== "EACCES") throw error;
    return refuse([say("preview.port-taken", { port })], desk);
  }
}

/** Until she leaves; Ctrl+C is a way to leave. */
async function walk(opened: Preview): Promise<void> {
  const gone = new Promise<void>((resolve) => process.once("SIGINT", resolve));
  await Promise.race([opened.chat({ input: process.stdin, output: process.stdout }), gone]);
  process.stdin.destroy();
  await opened.close();
}

/** The files of this code that are not served on the day, each in a line with its days. */
function otherFiles(code: string, { guided, fileOf }: Pick<ReadContent, "guided" | "fileOf">, { today, say }: Desk): string[] {
  const others = guided.filter((each) => each.codes.some((served) => served.code === code) && !isServed(each, today));
  return others.map((each) => say("preview.other-file", { file: fileOf.get(each) ?? "", days: daysOf(each, say) }));
}

function daysOf({ effective: { from, to } = {} }: Guided, say: Desk["say"]): string {
  const days = [from && say("preview.from", { day: told(from) }), to && say("preview.to", { day: told(to) })];
  return days.filter(Boolean).join(" ");
}

function told(day: string): string {
  return day.split("-").reverse().join("/");
}

function refuse(lines: readonly string[], { complain }: Desk): number {
  for (const line of lines) complain(line);
  return 1;
}
