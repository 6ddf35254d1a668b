import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Writes a file whole or not at all: beside its place first, then in one move. Makes the folders on the way. Throws the disk's error and leaves nothing beside. */
export function writeWhole(path: string, bytes: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = besideOf(path);
  try {
    writeFileSync(beside, bytes);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Where a file is written before it takes its place; nobody reads what begins with a dot. */
export function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.new`);
}
