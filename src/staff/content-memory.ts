import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Memory } from "../catalog/read-content.ts";

const shelf = new URL("../../node_modules/.cache/motcua/", import.meta.url).pathname;
const seal = 64;

/** What the last check of a folder made of its files, kept between calls in node_modules/.cache; empty when there is nothing, or nothing this program wrote. */
export function recallMemory(folder: string): Memory {
  const kept = read(pathOf(folder));
  if (!kept) return new Map();
  const body = kept.subarray(seal);
  return kept.toString("latin1", 0, seal) === sealOf(body) ? deserialize(body) : new Map();
}

/** Keeps it for the next call. Written beside and renamed, so that two calls at once leave one of the two whole. False when the disk refuses: the next check takes longer, nothing else. */
export function keepMemory(folder: string, memory: Memory): boolean {
  const body = serialize(memory);
  const path = pathOf(folder);
  try {
    mkdirSync(shelf, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, Buffer.concat([Buffer.from(sealOf(body), "latin1"), body]));
    renameSync(`${path}.${process.pid}`, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error) return false;
    throw error;
  }
}

function pathOf(folder: string): string {
  return join(shelf, `content-${hash("sha256", resolve(folder)).slice(0, 16)}.bin`);
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

/** What was written by other sources, by another Node, or not to the end does not fit its seal. */
function sealOf(body: Uint8Array): string {
  return hash("sha256", Buffer.concat([Buffer.from(maker()), body]));
}

/** A fingerprint of everything that decides what becomes of a file: the sources of the catalog, the versions of the libraries, and Node. */
function maker(): string {
  const catalog = new URL("../catalog/", import.meta.url);
  const names = readdirSync(catalog, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const sources = names.sort().map((name) => readFileSync(new URL(name, catalog), "utf8"));
  const packages = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return hash("sha256", [process.version, packages, ...sources].join("\n"));
}
