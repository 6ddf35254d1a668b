import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes a file whole or not at all: beside it first, then under its name. Makes the folder. Why it cannot be written, such as EACCES; undefined when it was. */
export function keepFile(path: string, content: string | Buffer): string | undefined {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, content);
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    rmSync(beside, { force: true });
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}
