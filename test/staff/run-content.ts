import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** What a command of `npm run content` printed, complained about, and how it ended. */
export type Ended = { code: number | null; printed: string; complained: string };

/** Runs a command as staff do, in a process of its own, with what they type already waiting. */
export async function runContent(words: string[], folder: string, typed = ""): Promise<Ended> {
  const child = spawn(process.execPath, ["src/staff/content.ts", ...words], { env: { PATH: process.env["PATH"], CONTENT_DIR: folder } });
  child.stdin.on("error", () => undefined); // a command that reads nothing may end before everything is typed
  child.stdin.end(typed);
  const [printed, complained, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  return { code, printed, complained };
}
