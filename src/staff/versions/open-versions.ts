import { join } from "node:path";
import type { Desk } from "../desk.ts";
import { bytesOf } from "./content-files.ts";
import { titleOf } from "./find-file.ts";
import { gitVersions, looksLikeGit } from "./git-versions.ts";
import { keptVersions } from "./kept-folder.ts";
import { unfinishedRestore } from "./restore.ts";
import type { Change, VersionSource } from "./version.ts";

/** Where the versions of the desk's content come from: git where it answers, and what we keep. Says what staff must know first. */
export function openVersions({ folder, say, complain }: Desk): VersionSource[] {
  const unfinished = unfinishedRestore(folder);
  if (unfinished !== undefined) complain(say("restore.unfinished", { id: unfinished }));
  const git = gitVersions(folder);
  if (!git && looksLikeGit(folder)) complain(say("versions.git-silent"));
  return [...(git ? [git] : []), keptVersions(folder)];
}

/** Changes in words, one line a kind, with the names of procedures; at most `most` names a line. `source` and `id` know files that are gone by now. */
export function tellChanges(
  changes: readonly Change[],
  { folder, say }: Desk,
  from: { source: VersionSource; id: string; most: number },
): string[] {
  const title = ({ kind, path }: Change): string => {
    const then = (): Buffer | undefined => (kind === "removed" ? from.source.readBefore(from.id, path) : from.source.read(from.id, path));
    return titleOf(path, bytesOf(join(folder, path)) ?? then());
  };
  return (["added", "changed", "removed"] as const).flatMap((kind) => {
    const of = changes.filter((change) => change.kind === kind);
    if (of.length === 0) return [];
    const names = of.slice(0, from.most).map(title);
    const more = of.length > from.most ? [say("versions.and-more", { count: of.length - from.most })] : [];
    return [say(`versions.${kind}`, { count: of.length, names: [...names, ...more].join("; ") })];
  });
}
