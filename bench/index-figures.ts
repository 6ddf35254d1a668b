import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { Brought } from "../src/reader/hand-over.ts";
import { sendReader } from "../src/reader/send-reader.ts";
import { openSearch } from "../src/search/open-search.ts";

const recordsReader = new URL("./records-reader.ts", import.meta.url);
const megabyte = 2 ** 20;

/** Prints what a reload costs the thread of the citizens: for the content as shipped and, with a path, for a file of records. */
export async function printIndexFigures(content: string, records: string | undefined): Promise<void> {
  await printReload("content as shipped", () => sendReader({ folder: content }));
  if (records !== undefined) await printReload("full records", () => sendReader({ folder: records }, recordsReader));
}

async function printReload(name: string, send: () => Promise<Brought>): Promise<void> {
  const empty = await memory();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const sent = performance.now();
  const { catalog, index, problems } = await send();
  const back = performance.now();
  if (!catalog) throw new Error(JSON.stringify(problems));
  const search = openSearch(index, catalog);
  const opened = performance.now();
  await wait(20);
  delay.disable();
  const whole = (await memory()) - empty;
  search("a question, so that all of it was still there");
  const seconds = ((back - sent) / 1000).toFixed(2);
  console.log(`${name}, ${catalog.procedures.size} procedures: read, checked and indexed by a reader in ${seconds} s`);
  console.log(`  main thread blocked at most ${(delay.max / 1e6).toFixed(1)} ms, ${(opened - back).toFixed(1)} of them to open the search`);
  console.log(
    `  memory in the main process: ${inMegabytes(whole)} with catalog and search; typed arrays ${inMegabytes(bytesOfArrays(index))}`,
  );
}

/** Bytes in use, inside the heap and outside it, once everything that can go is gone. */
async function memory(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await wait(50);
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function bytesOfArrays(data: unknown): number {
  if (ArrayBuffer.isView(data)) return data.buffer.byteLength;
  return typeof data === "object" && data !== null ? Object.values(data).reduce((sum: number, part) => sum + bytesOfArrays(part), 0) : 0;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(1)} MB`;
}
