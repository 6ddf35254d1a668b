import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { memoryFile } from "../src/staff/content-memory.ts";
import { dataFolder, startProgram } from "../test/running/program.ts";
import { makeUpContent } from "./made-up-content.ts";

const sizes = [100, 1000, 8000];
/** How many files an editor changes between two checks. */
const changed = 10;

/** Prints what made-up content of three sizes costs: checking it for the first time, again, and after some files changed; and starting the guide on it. */
export async function printContentFigures(content: string): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "bench-content-"));
    try {
      makeUpContent(content, folder, size);
      console.log(`${size} made-up guided procedures beside the index as shipped:`);
      await printCheck("check, cold", folder);
      await printCheck("check, nothing changed", folder);
      changeSome(folder);
      await printCheck(`check, ${changed} files changed`, folder);
      await printStart(folder);
    } finally {
      rmSync(memoryFile(folder), { force: true });
      rmSync(folder, { recursive: true });
    }
  }
}

/** Runs the command as staff do, in a process of its own. */
async function printCheck(name: string, folder: string): Promise<void> {
  const tell = "process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))";
  const words = ["--import", `data:text/javascript,${encodeURIComponent(tell)}`, "src/staff/content.ts", "check"];
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

function changeSome(folder: string): void {
  const under = join(folder, "procedures/field-1");
  for (const name of readdirSync(under).slice(0, changed)) {
    const path = join(under, name);
    writeFileSync(path, readFileSync(path, "utf8").replace("5 ngày", "7 ngày"));
  }
}

function told(name: string, seconds: string, megabytes: number): void {
  console.log(`  ${name.padEnd(32)} ${seconds.padStart(6)} s   ${megabytes.toFixed(0).padStart(5)} MB`);
}
