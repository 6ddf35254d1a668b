import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dayInVietnam } from "../../../src/catalog/day.ts";
import type { Desk } from "../../../src/staff/desk.ts";
import { readTranscripts } from "../../../src/staff/transcripts/read-transcripts.ts";
import { openTerms } from "../../../src/staff/transcripts/terms.ts";
import { describeTrouble } from "../../../src/staff/transcripts/transcript.ts";
import { knowledge } from "../../knowledge.ts";

/** The words of the files, and Vietnamese for what is said about them. */
export const terms = openTerms();

/** A folder for one test; gone when it is disposed of. */
export function folder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), "transcripts-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A desk over the content of this repository that keeps what it says. */
export function openDesk(): { desk: Desk; said: string[] } {
  const said: string[] = [];
  const keep = (line: string): void => void said.push(line);
  return {
    desk: { folder: "content", today: dayInVietnam(Date.now()), language: "vi", say: terms.write, print: keep, complain: keep },
    said,
  };
}

/** Reads a file; its troubles as staff see them, without the folder. */
export async function read(path: string) {
  const { found, troubles } = await readTranscripts(path, { terms, catalog: knowledge.catalog });
  return { found, troubles: troubles.map((trouble) => describeTrouble({ ...trouble, file: "tệp" }, terms.write)) };
}
