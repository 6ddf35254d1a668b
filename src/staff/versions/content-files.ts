import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Change } from "./version.ts";

/** Every file of a content folder, sorted, with "/"; what begins with a dot (kept versions, git, half-written files) is none. */
export function contentFiles(folder: string, under = ""): string[] {
  const entries = readdirSync(join(folder, under), { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  const paths = entries.flatMap((entry) => {
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) return contentFiles(folder, path);
    return entry.isFile() ? [path] : [];
  });
  return under === "" ? paths.sort() : paths;
}

/** The bytes of a file, or undefined when no file is there (any more). */
export function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && ["ENOENT", "ENOTDIR", "EISDIR"].includes(String(error.code))) return undefined;
    throw error;
  }
}

/** What leads from one state to another; a state gives each path what tells whether the file is the same. */
export function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] {
  const all = [...new Set([...before.keys(), ...after.keys()])].sort();
  return all.flatMap((path): Change[] => {
    if (!before.has(path)) return [{ kind: "added", path }];
    if (!after.has(path)) return [{ kind: "removed", path }];
    return before.get(path) === after.get(path) ? [] : [{ kind: "changed", path }];
  });
}
