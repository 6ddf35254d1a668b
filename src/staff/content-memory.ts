import { createHash, hash } from "node:crypto";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import type { Memory } from "../catalog/read-content.ts";

const shelf = fileURLToPath(new URL("../../node_modules/.cache/motcua/", import.meta.url));
const sealLength = 64;
/** Memories of folders that nobody checked for so long are thrown away, in milliseconds. */
const longUnused = 14 * 24 * 3_600_000;

/** Where the memory of a content folder is kept between calls. */
export function memoryFile(folder: string): string {
  return join(shelf, `content-${hash("sha256", resolve(folder)).slice(0, 16)}.bin`);
}

/** What the last check of a folder made of its files; empty when there is nothing, or nothing that this very program wrote whole. */
export function recallMemory(folder: string): Memory {
  const kept = orRefused(() => readFileSync(memoryFile(folder)));
  if (!kept) return new Map();
  const body = kept.subarray(sealLength);
  return kept.toString("latin1", 0, sealLength) === sealOf(body) ? deserialize(body) : new Map();
}

/** Has enough changed that reading it again next time would take longer than writing all of it down now? A fiftieth of the files is about where the two meet. */
export function worthKeeping(before: Memory, now: Memory): boolean {
  const changed = [...now].filter(([file, remembered]) => before.get(file) !== remembered).length;
  return changed > now.size / 50;
}

/** Keeps it for the next call: written beside and renamed, so that of two calls at once one stays whole. When the disk refuses, the next check takes longer and nothing else happens. */
export function keepMemory(folder: string, memory: Memory): void {
  const body = serialize(memory);
  const path = memoryFile(folder);
  const beside = `${path}.${process.pid}`;
  orRefused(() => {
    mkdirSync(shelf, { recursive: true });
    writeFileSync(beside, sealOf(body));
    appendFileSync(beside, body);
    renameSync(beside, path);
    tidyUp(Date.now() - longUnused);
  });
}

function tidyUp(before: number): void {
  const kept = readdirSync(shelf).map((name) => join(shelf, name));
  for (const path of kept) if (statSync(path).mtimeMs < before) rmSync(path, { force: true });
}

/** A memory written by other sources, with other libraries, by another Node, or not to its end does not fit its seal. */
function sealOf(body: Uint8Array): string {
  return createHash("sha256").update(maker()).update(body).digest("hex");
}

/** Everything that decides what becomes of a file: the sources of the catalog, the versions of the libraries, and Node. */
function maker(): string {
  const catalog = new URL("../catalog/", import.meta.url);
  const names = readdirSync(catalog, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const sources = names.sort().map((name) => readFileSync(new URL(name, catalog), "utf8"));
  const packages = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return [process.version, packages, ...sources].join("\n");
}

/** What the disk gives, or undefined when it refuses. */
function orRefused<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
