import type { Command, Desk } from "../desk.ts";
import { findFile } from "../versions/find-file.ts";
import { openVersions, tellChanges } from "../versions/open-versions.ts";
import { tellFields } from "../versions/tell-fields.ts";
import { type Version, type VersionSource, vietnamTime } from "../versions/version.ts";

/** How many versions are shown without --all, and how many names a line has. */
const shown = { versions: 20, names: 6 };

type Asked = { path: string; code?: string } | undefined;
type Found = { source: VersionSource; version: Version };

/** Lists the versions of the content, or of one file with what changed in it; the newest first. */
export const showHistory: Command = {
  takes: "[<code or file>]",
  run: (words, desk) => {
    const all = words.includes("--all");
    const [word, ...others] = words.filter((one) => one !== "--all");
    if (others.length > 0 || word?.startsWith("-")) return undefined;
    const sources = openVersions(desk);
    const asked = word === undefined ? undefined : findFile(desk.folder, word, changedPaths(sources));
    if (word !== undefined && !asked) {
      desk.complain(desk.say("versions.no-file", { word }));
      return 1;
    }
    show(sources, { asked, all }, desk);
    return 0;
  },
};

function show(sources: readonly VersionSource[], { asked, all }: { asked: Asked; all: boolean }, desk: Desk): void {
  const { say, print } = desk;
  const found = sources.flatMap((source) => source.list(asked?.path).map((version): Found => ({ source, version })));
  const sorted = found.sort((one, other) => other.version.at.getTime() - one.version.at.getTime());
  const listed = all ? sorted : sorted.slice(0, shown.versions);
  for (const one of listed) {
    const { at, id, who, why } = one.version;
    print(say("history.version", { at: vietnamTime(at).slice(0, 16), id, who, why }).trimEnd());
    for (const line of asked ? fieldLines(one, asked, desk) : changeLines(one, desk)) print(`    ${line}`);
  }
  if (listed.length < sorted.length) print(say("history.more", { count: sorted.length - listed.length }));
  print(say(sorted.length === 0 ? "history.none" : "history.how"));
}

function changeLines({ source, version: { id, changes } }: Found, desk: Desk): string[] {
  if (!changes) return [desk.say("history.oldest")];
  return tellChanges(changes, desk, { source, id, most: shown.names });
}

/** A file that came or went is told as a file; one that changed, by its fields. */
function fieldLines({ source, version }: Found, asked: NonNullable<Asked>, desk: Desk): string[] {
  const { id, changes = [] } = version;
  const { path, code } = asked;
  const own = changes.filter((change) => change.path === path);
  const fields = tellFields({ path, code, before: source.readBefore(id, path), after: source.read(id, path) }, desk.say);
  return fields.length > 0 ? fields : tellChanges(own, desk, { source, id, most: 1 });
}

function changedPaths(sources: readonly VersionSource[]): string[] {
  return sources.flatMap((source) => source.list().flatMap(({ changes }) => (changes ?? []).map(({ path }) => path)));
}
