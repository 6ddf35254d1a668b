import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Deed } from "../../dialogue/event.ts";
import type { Turn } from "../../turn.ts";
import type { Channel } from "../channel.ts";
import { readLine } from "./read.ts";
import { write } from "./write.ts";

/** What a conversation in the terminal needs. `start`: a start link where it begins; then the line 0 begins there again, as somebody new. */
export type TerminalOptions = { turn: Turn; input: Readable; output: Writable; publicUrl?: string | undefined; start?: string | undefined };

const prompt = "> ";

/** The guide in a terminal, for whoever works on it: `start` is done when she leaves with /quit or the input ends, and rejects when a turn does. A number answers the list shown last. */
export function terminal({ turn, input, output, publicUrl, start }: TerminalOptions): Channel {
  const lines = createInterface({ input, output, prompt });
  const beginning: Deed = start === undefined ? { did: "opened" } : { did: "started", start };
  let citizen = "terminal:here";
  let choices: string[] = [];
  let open = true;
  lines.once("close", () => {
    open = false;
  });
  const ask = (): void => {
    if (open) lines.prompt(); // what was piped in may have ended long before its last line is answered
  };
  const answer = async (deed: Deed): Promise<void> => {
    const written = write(await hear(turn, citizen, deed), publicUrl);
    choices = written.choices;
    output.write(`\n${written.text}`);
  };
  return {
    name: "terminal",
    async start() {
      const typed = lines[Symbol.asyncIterator](); // from here on no line is lost, however early it comes
      try {
        await answer(beginning);
        ask();
        for await (const line of typed) {
          const again = start !== undefined && line.trim() === "0";
          if (again) citizen = `terminal:${randomUUID()}`;
          const deed = again ? beginning : readLine(line, choices);
          if (deed === "leave") break;
          if (deed) await answer(deed);
          ask();
        }
      } finally {
        lines.close(); // else an input that is still open would keep the process
      }
    },
    async stop() {
      lines.close();
    },
  };
}

/** One conversation for whoever sits here; a new id for each message, since nothing is ever delivered twice. */
function hear(turn: Turn, citizen: string, deed: Deed): ReturnType<Turn> {
  return turn({ citizen, message: randomUUID(), event: { ...deed, at: Date.now() } });
}
