import { Worker } from "node:worker_threads";
import type { Brought, Errand } from "./hand-over.ts";

const contentReader = new URL("./content-reader.ts", import.meta.url);

/**
 * Sends a reader, in a thread of its own, and waits for what she brings from a content folder; the thread is gone when this
 * resolves. As often as you like, also several at once. It never rejects: a reader that breaks off is one problem, in one
 * line. The memory changes hands: here it is empty afterwards. `reader`: the file of another reader.
 */
export async function sendReader(errand: Errand, reader: URL = contentReader): Promise<Brought> {
  try {
    const { memory } = errand;
    const worker = new Worker(reader, { workerData: errand, transferList: memory?.buffer instanceof ArrayBuffer ? [memory.buffer] : [] });
    return await broughtBy(worker).finally(() => worker.terminate());
  } catch (error) {
    return {
      version: "",
      problems: [{ file: "", line: 1, column: 1, mistake: "reading-broke-off", values: { reason: firstLine(error) } }],
    };
  }
}

function broughtBy(worker: Worker): Promise<Brought> {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("messageerror", reject);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the reader ended with ${code} and brought nothing`)));
  });
}

function firstLine(error: unknown): string {
  return String(error).split("\n")[0] ?? "";
}
