import { parentPort } from "node:worker_threads";
import type { Catalog } from "../catalog/catalog.ts";
import type { Problem } from "../catalog/problem.ts";
import type { SearchIndex } from "../search/index-catalog.ts";

/** What a reader brings: the catalog with its index when nothing is wrong, else every problem. */
export type Brought =
  | { catalog: Catalog; index: SearchIndex; problems: readonly Problem[] }
  | { catalog?: undefined; index?: undefined; problems: readonly Problem[] };

/** Hands over what the reader found to the thread that sent it. The arrays of the index are not copied: here they are empty afterwards. */
export function handOver(brought: Brought): void {
  parentPort?.postMessage(brought, buffersIn(brought.index));
}

/** The buffers of the typed arrays in plain data. */
function buffersIn(data: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(data)) return data.buffer instanceof ArrayBuffer ? [data.buffer] : [];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(buffersIn) : [];
}
