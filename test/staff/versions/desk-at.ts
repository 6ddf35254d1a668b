import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command, Desk } from "../../../src/staff/desk.ts";
import { contentFiles } from "../../../src/staff/versions/content-files.ts";
import { readLocales } from "../../../src/wording/read-locales.ts";
import { openStaffWords } from "../../../src/wording/staff-words.ts";

const say = openStaffWords(readLocales(new URL("../../../locales/staff/", import.meta.url)), "vi");

/** A copy of the content (without most of its everyday names, which take long to read) in a folder of its own, and commands run on it. */
export function openDesk() {
  const root = mkdtempSync(join(tmpdir(), "versions-"));
  const folder = join(root, "content");
  const left = /nation|\.versions|everyday-names\/(?!toa-an)/;
  cpSync("content", folder, { recursive: true, filter: (path) => !left.test(path) });
  const said: string[] = [];
  const desk: Desk = {
    folder,
    today: "2026-11-22",
    language: "vi",
    say,
    print: (line) => said.push(line),
    complain: (line) => said.push(line),
  };
  return {
    root,
    folder,
    /** Runs a command; its exit code and all it said. */
    run: async (command: Command, ...words: string[]) => {
      said.length = 0;
      return { code: await command.run(words, desk), said: said.join("\n") };
    },
    /** Every file of the content with its bytes, to be compared. */
    state: () => new Map(contentFiles(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")])),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
export type OpenDesk = ReturnType<typeof openDesk>;
