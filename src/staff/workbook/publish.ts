import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Problem } from "../../catalog/problem.ts";
import { readContent } from "../../catalog/read-content.ts";
import type { EditedFile } from "./content-shelf.ts";

/** The problems that the content would have with these files, found in a copy; the content itself is not touched. */
export function tryOut(folder: string, edited: readonly EditedFile[]): Problem[] {
  const copy = mkdtempSync(join(tmpdir(), "motcua-content-"));
  try {
    cpSync(folder, copy, { recursive: true, dereference: true });
    for (const { path, after } of edited) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), after);
    }
    return readContent(copy).problems;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * Writes all files or none: each beside its place first, renamed when all are there. Gives the file that somebody changed meanwhile
 * instead of writing anything. Throws what the disk throws; files already renamed are put back first.
 */
export function publish(folder: string, edited: readonly EditedFile[]): { changedMeanwhile?: string } {
  const files = edited.map((file) => ({
    ...file,
    place: join(folder, file.path),
    beside: join(folder, `${file.path}.${process.pid}.new`),
  }));
  const renamed: typeof files = [];
  try {
    for (const { place, beside, after } of files) {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(beside, after);
      chmodSync(beside, statSync(place, { throwIfNoEntry: false })?.mode ?? 0o644);
    }
    const meanwhile = files.find(({ place, before }) => textOf(place) !== before);
    if (meanwhile) return { changedMeanwhile: meanwhile.path };
    for (const file of files) {
      renameSync(file.beside, file.place);
      renamed.push(file);
    }
    return {};
  } catch (error) {
    for (const { place, before } of renamed) {
      if (before === "") rmSync(place, { force: true });
      else writeFileSync(place, before);
    }
    throw error;
  } finally {
    for (const { beside } of files) rmSync(beside, { force: true });
  }
}

/** The text of a file, empty for one that is not there yet. */
function textOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, "utf8") : "";
}
