import { hash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { writeWhole } from "../write-whole.ts";
import { bytesOf, changesBetween } from "./content-files.ts";
import type { Version, VersionSource } from "./version.ts";

/** Behind a kept version's id: what it is made of, as zipped JSON. */
export const keptSuffix = ".json.gz";

const keptSchema = z.object({ at: z.iso.datetime(), who: z.string(), why: z.string(), files: z.record(z.string(), z.string()) });
type Kept = z.infer<typeof keptSchema>;

/** Where versions are kept: one file a version, and each file's bytes once under files/, by fingerprint. */
export function keptFolder(folder: string): string {
  return join(folder, ".versions");
}

/** Names a file's bytes: 32 hex digits of sha256. */
export function fingerprint(bytes: Buffer): string {
  return hash("sha256", bytes).slice(0, 32);
}

/** Where bytes lie, by their fingerprint. */
export function blobPath(folder: string, print: string): string {
  return join(keptFolder(folder), "files", print.slice(0, 2), print);
}

/** The names of the kept versions, newest first: they begin with the time in Vietnam. */
export function keptIds(folder: string): string[] {
  try {
    const names = readdirSync(keptFolder(folder)).filter((name) => /^\d{4}-/.test(name) && name.endsWith(keptSuffix));
    return names
      .map((name) => name.slice(0, -keptSuffix.length))
      .sort()
      .reverse();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** What a kept version is made of; undefined when it is gone or damaged. */
export function readKept(folder: string, id: string): Kept | undefined {
  const bytes = bytesOf(join(keptFolder(folder), id + keptSuffix));
  if (!bytes) return undefined;
  try {
    return keptSchema.safeParse(JSON.parse(gunzipSync(bytes).toString())).data;
  } catch (error) {
    // Neither zip nor JSON: somebody wrote into the folder by hand.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The versions that we keep ourselves. Needs no program. */
export function keptVersions(folder: string): VersionSource {
  const before = (id: string): string | undefined => keptIds(folder).find((other) => other < id);
  const read = (id: string | undefined, path: string): Buffer | undefined => {
    const print = id === undefined ? undefined : readKept(folder, id)?.files[path];
    return print === undefined ? undefined : bytesKept(folder, print);
  };
  return {
    list: (path) => listKept(folder).filter(({ changes }) => path === undefined || changes?.some((change) => change.path === path)),
    find: (beginning) => keptIds(folder).filter((id) => id.startsWith(beginning)),
    read,
    readBefore: (id, path) => read(before(id), path),
    layOut: (id, into) => {
      const kept = readKept(folder, id);
      if (!kept) throw new Error(`${id}: damaged`);
      for (const [path, print] of Object.entries(kept.files)) writeWhole(join(into, path), bytesKept(folder, print));
    },
  };
}

function listKept(folder: string): Version[] {
  const kept = keptIds(folder).flatMap((id) => {
    const read = readKept(folder, id);
    return read ? [{ id, ...read, state: new Map(Object.entries(read.files)) }] : [];
  });
  return kept.map(({ id, at, who, why, state }, position) => {
    const older = kept[position + 1];
    return { id, at: new Date(at), who, why, changes: older && changesBetween(older.state, state) };
  });
}

/** Throws when the bytes are gone or are not those that were kept: better no version than a wrong one. */
function bytesKept(folder: string, print: string): Buffer {
  const bytes = bytesOf(blobPath(folder, print));
  if (!bytes || fingerprint(bytes) !== print) throw new Error(`${blobPath(folder, print)}: damaged`);
  return bytes;
}
