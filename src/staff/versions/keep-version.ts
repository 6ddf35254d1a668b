import { hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeWhole } from "../write-whole.ts";
import { bytesOf, contentFiles } from "./content-files.ts";
import { blobPath, fingerprint, keptFolder, keptIds, keptSuffix, readKept } from "./kept-folder.ts";
import { vietnamTime } from "./version.ts";

const dayMs = 86_400_000;
/** A version goes when it is older than this, or when so many newer ones are there; the newest never. */
const bounds = { days: 60, versions: 200 };

/**
 * Keeps the content as it is now, before a command changes it: whole, under <folder>/.versions, each file once however many versions have it.
 * `why` is told in the history. Nothing is written when the newest kept version is the same. Throws the disk's error.
 */
export function keepVersion(folder: string, why: string, at = new Date()): { id: string; isNew: boolean } {
  const files = new Map<string, string>();
  const read = contentFiles(folder).flatMap((path) => {
    const bytes = bytesOf(join(folder, path));
    if (bytes) files.set(path, fingerprint(bytes));
    return bytes ? [{ path, bytes }] : [];
  });
  const whole = hash("sha256", JSON.stringify([...files])).slice(0, 10);
  const newest = keptIds(folder)[0];
  if (newest?.endsWith(`-${whole}`)) return { id: newest, isNew: false };
  openKeptFolder(folder);
  for (const { path, bytes } of read) storeBytes(blobPath(folder, files.get(path) ?? ""), bytes, at);
  const id = `${timeAfter(newest, at)}-${whole}`;
  const who = process.env["SUDO_USER"] ?? process.env["USER"] ?? process.env["USERNAME"] ?? "";
  const written = JSON.stringify({ at: at.toISOString(), who, why, files: Object.fromEntries(files) });
  writeWhole(join(keptFolder(folder), id + keptSuffix), gzipSync(written));
  dropOld(folder, at);
  return { id, isNew: true };
}

/** "2026-11-25-154912", at least a second after the newest kept version: two in one second, or a clock that was set back, keep their order. */
function timeAfter(newest: string | undefined, at: Date): string {
  const [, day, hour, minute, second] = /^(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)(\d\d)-/.exec(newest ?? "") ?? [];
  const last = day === undefined ? 0 : Date.parse(`${day}T${hour}:${minute}:${second}+07:00`);
  const time = new Date(Math.max(at.getTime(), last + 1000));
  return vietnamTime(time).replace(" ", "-").replaceAll(":", "");
}

/** Git is told to leave the folder alone. */
function openKeptFolder(folder: string): void {
  const kept = keptFolder(folder);
  mkdirSync(kept, { recursive: true });
  if (!existsSync(join(kept, ".gitignore"))) writeFileSync(join(kept, ".gitignore"), "*\n");
}

/** What is there already is touched, so that nobody who clears up takes it for left over. */
function storeBytes(path: string, bytes: Buffer, at: Date): void {
  if (existsSync(path)) utimesSync(path, at, at);
  else writeWhole(path, bytes);
}

function dropOld(folder: string, at: Date): void {
  const [, ...others] = keptIds(folder);
  const oldest = `${vietnamTime(new Date(at.getTime() - bounds.days * dayMs)).slice(0, 10)}`;
  const dropped = others.filter((id, position) => position + 1 >= bounds.versions || id.slice(0, 10) < oldest);
  if (dropped.length === 0) return;
  for (const id of dropped) rmSync(join(keptFolder(folder), id + keptSuffix), { force: true });
  dropUnused(folder, at);
}

/** Bytes no version has any more. Young ones stay: somebody may be keeping a version right now. */
function dropUnused(folder: string, at: Date): void {
  const used = new Set(keptIds(folder).flatMap((id) => Object.values(readKept(folder, id)?.files ?? {})));
  const blobs = readdirSync(join(keptFolder(folder), "files"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name, parentPath } of blobs) {
    const path = join(parentPath, name);
    if (!used.has(name) && at.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > dayMs) rmSync(path, { force: true });
  }
}
