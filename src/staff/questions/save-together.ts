import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** A file and what becomes of it: `before` as it was read ("" for one that is not there), `after` as it shall be. */
export type Change = { path: string; before: string; after: string };

/** The file is no longer as it was read. */
export type Overtaken = { overtaken: string };

/**
 * Writes several files, all or none: each beside its place first, then renamed. Nothing is written when one of them was changed by
 * somebody else meanwhile. `undo` puts them back as they were. Throws what the disk refuses, with everything as it was.
 */
export function saveTogether(changes: readonly Change[]): { undo: () => void } | Overtaken {
  const overtaken = changes.find(({ path, before }) => readOrEmpty(path) !== before);
  if (overtaken) return { overtaken: overtaken.path };
  const done: Change[] = [];
  const undo = (): void => {
    for (const { path, before } of done) before === "" ? rmSync(path, { force: true }) : replace(path, before);
  };
  try {
    for (const change of changes) {
      replace(change.path, change.after);
      done.push(change);
    }
  } catch (error) {
    undo();
    throw error;
  }
  return { undo };
}

function readOrEmpty(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

function replace(path: string, text: string): void {
  const beside = `${path}.new`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}
