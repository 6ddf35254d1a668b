import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { besideOf, writeWhole } from "../write-whole.ts";
import { bytesOf, changesBetween, contentFiles } from "./content-files.ts";
import { fingerprint, keptFolder } from "./kept-folder.ts";
import type { Change, VersionSource } from "./version.ts";

/** Which version comes back; only one file of it where a path is named. */
export type Wanted = { source: VersionSource; id: string; path?: string | undefined };

/** Lays out, in an empty folder, the content as it would be after a restore. */
export function layOutRestored(folder: string, { source, id, path }: Wanted, into: string): void {
  if (path === undefined) {
    source.layOut(id, into);
    return;
  }
  for (const one of contentFiles(folder)) {
    mkdirSync(dirname(join(into, one)), { recursive: true });
    if (one !== path) copyFileSync(join(folder, one), join(into, one));
  }
  const bytes = source.read(id, path);
  if (bytes) writeWhole(join(into, path), bytes);
}

/** What a folder would change to become like another. */
export function changesTowards(folder: string, other: string): Change[] {
  return changesBetween(stateOf(folder), stateOf(other));
}

/**
 * Makes a folder's files like another's, all or nothing: the new bytes are written beside their places first; when one cannot take its
 * place, those before it are put back. Throws the disk's error then.
 */
export function takeOver(folder: string, other: string, changes: readonly Change[]): void {
  const written = changes.filter(({ kind }) => kind !== "removed").map(({ path }) => join(folder, path));
  const before = new Map(changes.map(({ path }) => [path, bytesOf(join(folder, path))]));
  try {
    for (const { kind, path } of changes) if (kind !== "removed") putBeside(join(folder, path), join(other, path));
    for (const { kind, path } of changes) takePlace(join(folder, path), kind);
  } catch (error) {
    for (const [path, bytes] of before) putBack(join(folder, path), bytes);
    throw error;
  } finally {
    for (const path of written) rmSync(besideOf(path), { force: true });
  }
}

/** Remembers, while a restore is under way, which kept version was the content before it. Undefined: none is. */
export function markRestore(folder: string, before: string | undefined): void {
  const mark = markPath(folder);
  if (before === undefined) rmSync(mark, { force: true });
  else writeFileSync(mark, before);
}

/** The version that a restore began from which never ended (the machine stopped); undefined when all is well. */
export function unfinishedRestore(folder: string): string | undefined {
  return bytesOf(markPath(folder))?.toString();
}

function markPath(folder: string): string {
  return join(keptFolder(folder), "restoring");
}

function stateOf(folder: string): Map<string, string> {
  return new Map(
    contentFiles(folder).flatMap((path): [string, string][] => {
      const bytes = bytesOf(join(folder, path));
      return bytes ? [[path, fingerprint(bytes)]] : [];
    }),
  );
}

function putBeside(path: string, from: string): void {
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(from, besideOf(path));
}

function takePlace(path: string, kind: Change["kind"]): void {
  if (kind === "removed") rmSync(path, { force: true });
  else renameSync(besideOf(path), path);
}

function putBack(path: string, bytes: Buffer | undefined): void {
  const now = bytesOf(path);
  if (bytes === undefined && now) rmSync(path, { force: true });
  if (bytes && !now?.equals(bytes)) writeWhole(path, bytes);
}
