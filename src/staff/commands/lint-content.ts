import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseDocument } from "yaml";
import { z } from "zod";
import { type LintList, lintListSchema } from "../../catalog/lint-list.ts";
import type { Command, Desk } from "../desk.ts";
import { lintContent } from "../lint/lint-content.ts";
import { printList } from "../lint/print-list.ts";
import { tellFindings } from "../lint/tell-finding.ts";
import { writeWorkbook } from "../lint/write-workbook.ts";

const options = { to: { type: "string" }, strict: { type: "boolean" } } as const;

/** Prints what is left to do, by field and office, and writes it to an Excel file. 0 however much it is, 1 with --strict when there is any. */
export const lintContentCommand: Command = {
  takes: "[--to <file.xlsx>]",
  run: (words, desk) => {
    const { values, positionals } = parseArgs({ args: words, options, strict: false, allowPositionals: true });
    const { to, strict } = values;
    return positionals.length > 0 || typeof to === "boolean" ? undefined : lint({ to, strict: strict === true }, desk);
  },
};

type Call = { to: string | undefined; strict: boolean };

async function lint({ to, strict }: Call, desk: Desk): Promise<number> {
  const { folder, today, say, print, complain } = desk;
  const list = readList(desk);
  if (!list) return 1;
  const { findings, unread, procedures } = lintContent({ folder, list, today });
  if (procedures === 0) {
    complain(say("lint.nothing-there", { folder }));
    return 1;
  }
  const told = tellFindings(findings, say);
  printList(told, desk);
  print(say(told.length > 0 ? "lint.all" : "lint.no-work", { day: today, count: told.length, procedures }));
  if (unread.length > 0) complain(say("lint.unread", { count: unread.length, files: unread.slice(0, 5).join(", ") }));
  if (to !== undefined) {
    try {
      await writeWorkbook(to, told, say);
      print(say("lint.written", { count: told.length, file: to }));
    } catch (error) {
      complain(
        say("lint.not-written", { file: to, reason: error instanceof Error && "code" in error ? String(error.code) : String(error) }),
      );
      return 1;
    }
  }
  return strict && told.length > 0 ? 1 : 0;
}

/** The folder's own list, else the one that comes with the program; undefined, with every mistake told, when it is wrong. */
function readList({ folder, say, complain }: Desk): LintList | undefined {
  const own = join(folder, "lint.yaml");
  const path = existsSync(own) ? own : fileURLToPath(new URL("../../../content/lint.yaml", import.meta.url));
  if (path !== own) complain(say("lint.own-list"));
  const document = parseDocument(readFileSync(path, "utf8"));
  const result = document.errors.length > 0 ? undefined : lintListSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result?.success) return result.data;
  complain(say("lint.wrong-list"));
  for (const error of document.errors) complain(`${path}: ${error.message}`);
  if (result) complain(z.prettifyError(result.error));
  return undefined;
}
