import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder in which an import makes the new content, and the old one while the two change places. */
export function foldersBeside(folder: string): { made: string; before: string } {
  return { made: `${folder}.new`, before: `${folder}.before` };
}

/** Puts the old content back where an import was broken off between its last two steps. */
export function recover(folder: string): void {
  const { before } = foldersBeside(folder);
  if (!existsSync(folder) && existsSync(before)) renameSync(before, folder);
}

/** Makes the new content beside the folder: what stands there, with these files written over it. Throws an error with the code EEXIST when another import is at it. */
export function makeBeside(folder: string, files: ReadonlyMap<string, string>): string {
  const { made } = foldersBeside(folder);
  mkdirSync(dirname(made), { recursive: true });
  mkdirSync(made);
  if (existsSync(folder)) cpSync(folder, made, { recursive: true, preserveTimestamps: true });
  for (const name of ["procedures", "index", "provinces", "everyday-names"]) mkdirSync(join(made, name), { recursive: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

/** Puts the new content in the place of the old: two renames, and `recover` mends a break between them. */
export function changePlaces(folder: string): void {
  const { made, before } = foldersBeside(folder);
  rmSync(before, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, before);
  renameSync(made, folder);
  rmSync(before, { recursive: true, force: true });
}

/** Leaves no trace of content that was made and is not wanted. */
export function throwAway(folder: string): void {
  rmSync(foldersBeside(folder).made, { recursive: true, force: true });
}
