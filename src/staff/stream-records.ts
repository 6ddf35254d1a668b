import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { type ProcedureRecord, recordSchema } from "../catalog/procedure-of-record.ts";

/** Records read from a file, one JSON object a line, and the lines that are none ("records.jsonl:7: …"). */
export type StreamedRecords = { records: ProcedureRecord[]; problems: string[] };

/** Reads a file of records line by line, keeping of each what is searched. A file that cannot be read is a problem too. */
export async function streamRecords(path: string): Promise<StreamedRecords> {
  const records: ProcedureRecord[] = [];
  const problems: string[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === "") continue;
      const read = recordSchema.safeParse(parsed(line));
      if (read.success) records.push(read.data);
      else problems.push(`${path}:${number}: this line is no record (${read.error.issues[0]?.path.join(".") || "no JSON object"})`);
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    problems.push(`${path}: this file cannot be read (${error.code})`);
  }
  return { records, problems };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
