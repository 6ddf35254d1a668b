import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** Asks a person one question; the line she typed, or undefined once she has left (Ctrl+C, Ctrl+D, the end of what was piped in). */
export type Ask = (question: string) => Promise<string | undefined>;

/** Opens a terminal, or whatever is piped in, for asking. What was piped in is kept line by line, however early it comes. */
export function openTerminal(input: Readable, output: Writable): { ask: Ask; close: () => void } {
  const lines = createInterface({ input, output });
  const typed = lines[Symbol.asyncIterator]();
  let open = true;
  lines.once("close", () => {
    open = false;
  });
  const ask: Ask = async (question) => {
    if (open) {
      lines.setPrompt(question);
      lines.prompt();
    } else output.write(question);
    const { value, done } = await typed.next();
    if (done || !lines.terminal) output.write("\n");
    return done ? undefined : value;
  };
  return { ask, close: () => lines.close() };
}
