import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readContent } from "../../catalog/read-content.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import type { Command, Desk } from "../desk.ts";
import { bytesOf } from "../versions/content-files.ts";
import { findFile } from "../versions/find-file.ts";
import { keepVersion } from "../versions/keep-version.ts";
import { openVersions, tellChanges } from "../versions/open-versions.ts";
import { changesTowards, layOutRestored, markRestore, takeOver, type Wanted } from "../versions/restore.ts";
import { tellFields } from "../versions/tell-fields.ts";
import type { Change, VersionSource } from "../versions/version.ts";

const options = { write: { type: "boolean" }, "even-broken": { type: "boolean" } } as const;
/** `name`: the version as it was asked for. */
type Call = Wanted & { name: string; write: boolean; evenBroken: boolean };

/** Shows what bringing back a version, or one file of it, would change; does it with --write: all or nothing, keeping the present state first. */
export const restoreVersion: Command = {
  takes: "<version> [<code or file>] [--write]",
  run: (words, desk) => {
    const { values, positionals } = parseArgs({ args: words, options, strict: false, allowPositionals: true });
    const [name, word, ...others] = positionals;
    if (name === undefined || others.length > 0) return undefined;
    const sources = openVersions(desk);
    const found = findVersion(sources, name, desk);
    if (!found) return 1;
    const file = word === undefined ? undefined : findFile(desk.folder, word, pathsOf(found.source));
    if (word !== undefined && !file) {
      desk.complain(desk.say("versions.no-file", { word }));
      return 1;
    }
    return restore({ ...found, path: file?.path, name, write: values.write === true, evenBroken: values["even-broken"] === true }, desk);
  },
};

function findVersion(
  sources: readonly VersionSource[],
  name: string,
  { say, complain }: Desk,
): { source: VersionSource; id: string } | undefined {
  const found = sources.flatMap((source) => source.find(name).map((id) => ({ source, id })));
  if (found.length !== 1) complain(say(found.length === 0 ? "restore.no-version" : "restore.which", { id: name }));
  return found.length === 1 ? found[0] : undefined;
}

function pathsOf(source: VersionSource): string[] {
  return source.list().flatMap(({ changes }) => (changes ?? []).map(({ path }) => path));
}

function restore(call: Call, desk: Desk): number {
  const { folder, say, print, complain } = desk;
  const aside = mkdtempSync(join(tmpdir(), "motcua-restore-"));
  try {
    layOutRestored(folder, call, aside);
    const changes = changesTowards(folder, aside);
    if (changes.length === 0) {
      print(say("restore.same", { id: call.name }));
      return 0;
    }
    print(say("restore.would", { id: call.name }));
    for (const line of tell(changes, aside, call, desk)) print(`    ${line}`);
    if (isBroken(aside, desk) && !call.evenBroken) {
      complain(say("restore.refused"));
      return 1;
    }
    if (call.write) return write(changes, aside, call.name, desk);
    print(say("restore.how"));
    return 0;
  } catch (error) {
    complain(say("restore.nothing-changed", { reason: reasonOf(error) }));
    return 1;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function tell(changes: readonly Change[], aside: string, { source, id, path }: Call, desk: Desk): string[] {
  const files = tellChanges(changes, desk, { source, id, most: 40 });
  if (path === undefined) return files;
  const fields = tellFields({ path, before: bytesOf(join(desk.folder, path)), after: bytesOf(join(aside, path)) }, desk.say);
  return [...files, ...fields];
}

function isBroken(aside: string, { say, complain }: Desk): boolean {
  const { catalog, problems } = readContent(aside);
  if (catalog) return false;
  complain(say("restore.broken", { count: problems.length }));
  for (const lines of tellProblems(say, "", problems.slice(0, 20))) complain(lines);
  return true;
}

/** The state before is kept, and remembered as the way back until the last file is in its place. */
function write(changes: readonly Change[], aside: string, name: string, { folder, say, print, complain }: Desk): number {
  const why = say("versions.before", { command: `restore ${name}` });
  const before = keepVersion(folder, why).id;
  markRestore(folder, before);
  try {
    takeOver(folder, aside, changes);
  } catch (error) {
    const isAsBefore = keepVersion(folder, why).id === before;
    if (isAsBefore) markRestore(folder, undefined);
    complain(say(isAsBefore ? "restore.nothing-changed" : "restore.half", { reason: reasonOf(error), before }));
    return 1;
  }
  markRestore(folder, undefined);
  print(say("restore.done", { id: name, before }));
  return 0;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
