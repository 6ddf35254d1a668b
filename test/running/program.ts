import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A reply as POST /api/chat gives it. */
type ChatReply = {
  text: string;
  choices?: { id: string; label: string }[];
  links?: { label: string; url: string }[];
  progress?: { at: number; of: number };
  procedure?: string;
};

/** The guide as a province runs it: the real program in a process of its own. */
export type Program = {
  origin: string;
  child: ChildProcess;
  /** Everything it wrote so far. */
  written(): string;
  /** Says something to it; the answer's status and body. */
  chat(message: Record<string, unknown>): Promise<{ status: number; replies: ChatReply[] }>;
  /** Ends it and waits until it is gone; its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

/** A folder for one test; gone when it is disposed of. */
export function dataFolder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), "motcua-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** What `npm start` runs, less the word "node". */
const startWords = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } }).scripts.start.split(" ").slice(1);

function launch(environment: Record<string, string>): { child: ChildProcess; written: () => string } {
  const child = spawn(process.execPath, startWords, {
    env: { PATH: process.env["PATH"], PORT: "0", ...environment },
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8");
    stream?.on("data", (words: string) => {
      written += words;
    });
  }
  return { child, written: () => written };
}

/** Starts the guide on a free port and waits until it is open. Rejects with what it wrote when it ends instead. */
export async function startProgram(environment: Record<string, string>): Promise<Program> {
  const { child, written } = launch(environment);
  const origin = await new Promise<string>((resolve, reject) => {
    child.stderr?.on("data", () => {
      const port = /open at http:\/\/localhost:(\d+)/.exec(written())?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    child.once("exit", () => reject(new Error(written())));
  });
  return {
    origin,
    child,
    written,
    async chat(message) {
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ conversation: "a-conversation-of-a-test", ...message });
      const answer = await fetch(`${origin}/api/chat`, { method: "POST", headers, body });
      const { replies = [] } = (await answer.json()) as { replies?: ChatReply[] };
      return { status: answer.status, replies };
    },
    end: (signal = "SIGTERM") => end(child, signal),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
  return child.exitCode;
}

/** Starts the guide with something wrong and waits until it gives up: its exit code and the lines it wrote. */
export async function failToStart(environment: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const { child, written } = launch(environment);
  await once(child, "exit");
  return { code: child.exitCode, lines: written().trim().split("\n") };
}
