import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sendReader } from "../src/reader/send-reader.ts";
import { openSearch } from "../src/search/open-search.ts";
import { memoryFile } from "../src/staff/content-memory.ts";
import { dataFolder, startProgram } from "../test/running/program.ts";
import { record, under } from "../test/staff/import/made-up-records.ts";
import { makeUpContent } from "./made-up-content.ts";

const sizes = [100, 1000, 8000];
/** How many files an editor changes between two checks. */
const changed = 10;

/**
 * Prints what made-up content of three sizes costs: bringing as many records in, checking it for the first time, again, and after some
 * files changed; taking a saved file while the guide runs; and starting the guide on it.
 */
export async function printContentFigures(content: string): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "bench-content-"));
    try {
      makeUpContent(content, folder, size);
      console.log(`${size} made-up guided procedures beside the index as shipped:`);
      await printImport(content, folder, size);
      await printCommand(["check"], "check, cold", folder);
      await printCommand(["check"], "check, nothing changed", folder);
      changeSome(folder);
      await printCommand(["check"], `check, ${changed} files changed`, folder);
      await printReload(folder);
      await printStart(folder);
    } finally {
      rmSync(memoryFile(folder), { force: true });
      rmSync(folder, { recursive: true });
    }
  }
}

/** Brings made-up records in, each with papers in two cases. */
async function printImport(content: string, folder: string, size: number): Promise<void> {
  const cases = ["a) Trường hợp cấp mới:", "b) Trường hợp cấp lại:"].flatMap((heading) =>
    under(heading, "- Đơn đề nghị;", "- Bản sao giấy phép;"),
  );
  const records = Array.from({ length: size }, (_, at) => record(`9.${String(at).padStart(6, "0")}`, { documents: cases }));
  const [path, into] = [join(folder, "records.jsonl"), `${folder}-imported`];
  writeFileSync(path, records.map((one) => JSON.stringify(one)).join("\n"));
  try {
    await printCommand(["import", path, "--into", into], "import", content);
  } finally {
    rmSync(path);
    for (const made of [into, `${into}-unclear.csv`, `${into}-review.csv`]) rmSync(made, { recursive: true, force: true });
  }
}

/** What a running guide needs to take a saved file: the reader's time, with what she remembers; the thread that answers only opens the result. */
async function printReload(folder: string): Promise<void> {
  const first = await sendReader({ folder });
  if (!first.catalog) throw new Error("the made-up content is in order");
  changeSome(folder, "7 ngày", "9 ngày");
  const began = performance.now();
  const second = await sendReader({ folder, memory: first.memory, known: first.version });
  const read = performance.now();
  if (!second.catalog) throw new Error("the changed content is in order");
  openSearch(second.index, second.catalog);
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  told(`reload (opening it ${(performance.now() - read).toFixed(0)} ms)`, seconds, process.memoryUsage().rss / 2 ** 20);
}

/** Runs a command as staff do, in a process of its own. */
async function printCommand(command: readonly string[], name: string, folder: string): Promise<void> {
  const tell = "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))";
  const words = ["--import", `data:text/javascript,${encodeURIComponent(tell)}`, "src/staff/content.ts", ...command];
  const began = performance.now();
  const child = spawn(process.execPath, words, { env: { PATH: process.env["PATH"], CONTENT_DIR: folder } });
  let written = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    written += part;
  });
  child.stdout.resume();
  const [code] = await once(child, "close");
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  if (code !== 0) throw new Error(written);
  told(name, seconds, Number(/peak (\d+)/.exec(written)?.[1]) / 1024);
}

/** Starts the guide as a province does, until it is open. */
async function printStart(folder: string): Promise<void> {
  using data = dataFolder();
  const began = performance.now();
  const program = await startProgram({ CONTENT_DIR: folder, DATA_DIR: data.path, LOG_LEVEL: "info" });
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  const metrics = await (await fetch(`${program.origin}/metrics`)).text();
  told("start until the guide is open", seconds, Number(/^process_resident_memory_bytes (\d+)/m.exec(metrics)?.[1]) / 2 ** 20);
  await program.end();
}

function changeSome(folder: string, from = "5 ngày", to = "7 ngày"): void {
  const under = join(folder, "procedures/field-1");
  for (const name of readdirSync(under).slice(0, changed)) {
    const path = join(under, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  }
}

function told(name: string, seconds: string, megabytes: number): void {
  console.log(`  ${name.padEnd(32)} ${seconds.padStart(6)} s   ${megabytes.toFixed(0).padStart(5)} MB`);
}
