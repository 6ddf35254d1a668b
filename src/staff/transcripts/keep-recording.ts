import { existsSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { keepFile } from "./keep-file.ts";
import { readSheetRows } from "./read-sheet-rows.ts";
import { readYamlRows } from "./read-yaml-rows.ts";
import type { Terms } from "./terms.ts";
import { appendToWorkbook, appendYaml, newWorkbook, type Recording } from "./write-rows.ts";

/** Where a recording was written: the file asked for or a new one beside it; or why it was not. */
export type Kept = { path: string } | { reason: string };

/** Writes a recording at the end of a file, or into a new one. A file that cannot be added to stays as it is, and the recording goes into a new file beside it. */
export async function keepRecording(path: string, recording: Recording, terms: Terms): Promise<Kept> {
  const whole = existsSync(path) ? await added(path, recording, terms) : await fresh(path, recording, terms);
  if (whole !== undefined && keepFile(path, whole) === undefined) return { path };
  const beside = freePath(path);
  const reason = keepFile(beside, await fresh(path, recording, terms));
  return reason === undefined ? { path: beside } : { reason };
}

/** The file with the recording in it; undefined when that could not be read again. */
async function added(path: string, recording: Recording, terms: Terms): Promise<Buffer | undefined> {
  const existing = readFileSync(path);
  if (isWorkbook(path)) {
    const whole = await appendToWorkbook(existing, recording, terms);
    return whole && (await readSheetRows(path, whole, terms)).troubles.length === 0 ? whole : undefined;
  }
  const text = existing.toString("utf8");
  const whole = appendYaml(text, recording, terms);
  return readYamlRows(path, whole, terms).troubles.length === 0 && Buffer.from(text).equals(existing) ? Buffer.from(whole) : undefined;
}

async function fresh(path: string, recording: Recording, terms: Terms): Promise<Buffer> {
  return isWorkbook(path) ? newWorkbook(recording, terms) : Buffer.from(appendYaml("", recording, terms));
}

function isWorkbook(path: string): boolean {
  return extname(path).toLowerCase() === ".xlsx";
}

/** tam-tru.yaml → tam-tru-2.yaml, or the next number that is free. */
function freePath(path: string): string {
  const ending = extname(path);
  const stem = path.slice(0, path.length - ending.length);
  let number = 2;
  while (existsSync(`${stem}-${number}${ending}`)) number++;
  return `${stem}-${number}${ending}`;
}
