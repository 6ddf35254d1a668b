import { parentPort } from "node:worker_threads";
import type { Catalog } from "../catalog/catalog.ts";
import type { Problem } from "../catalog/problem.ts";
import type { SearchIndex } from "../search/index-catalog.ts";

/**
 * What a reader is sent for: a content folder; what the reader before her made of each of its files, and the version that is known already;
 * the day the catalog is for (today in Vietnam when none is given), and a code whose drafts are previewed.
 */
export type Errand = {
  folder: string;
  memory?: Uint8Array | undefined;
  known?: string | undefined;
  today?: string | undefined;
  preview?: string | undefined;
};

/**
 * What a reader brings: the catalog with its index when nothing is wrong, every problem else, neither when the content is the one that is
 * known already; a fingerprint of the content, and what she made of each file, for the next one.
 */
export type Brought = ({ catalog: Catalog; index: SearchIndex } | { catalog?: undefined; index?: undefined }) & {
  problems: readonly Problem[];
  version: string;
  memory?: Uint8Array | undefined;
};

/** Hands over what the reader found to the thread that sent it. The arrays of the index are not copied: here they are empty afterwards. */
export function handOver(brought: Brought): void {
  parentPort?.postMessage(brought, buffersIn([brought.index, brought.memory]));
}

/** The buffers of the typed arrays in plain data. */
function buffersIn(data: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(data)) return data.buffer instanceof ArrayBuffer ? [data.buffer] : [];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(buffersIn) : [];
}
