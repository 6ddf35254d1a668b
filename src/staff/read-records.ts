import { readFileSync } from "node:fs";
import type { NationalRecord } from "../catalog/compare.ts";

/** Reads national records, one JSON object a line, by code. The path is given by whoever compares; no start, test or check reads records. */
export function readRecords<T extends NationalRecord = NationalRecord>(path: string): Map<string, T> {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return new Map(lines.map((line) => JSON.parse(line) as T).map((record) => [record.code, record]));
}
