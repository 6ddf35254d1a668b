import { PassThrough } from "node:stream";
import { vi } from "vitest";
import { terminal } from "../../../src/channels/terminal/terminal.ts";
import type { Heard, Turn } from "../../../src/turn.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";

/** A conversation in the terminal with real streams and a scripted turn. */
export type Talk = {
  heard: Heard[];
  /** Everything shown so far. */
  shown(): string;
  /** Types a line, waits for its answer, and gives what was shown since. */
  type(line: string): Promise<string>;
  input: PassThrough;
  /** Done when the conversation is over. */
  over: Promise<void>;
};

/** Opens a conversation; `say` is what the guide answers. */
export async function talk(say: (heard: Heard) => Spoken[] | Promise<Spoken[]>, publicUrl?: string): Promise<Talk> {
  const heard: Heard[] = [];
  const turn: Turn = async (one) => {
    heard.push(one);
    return say(one);
  };
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = "";
  output.setEncoding("utf8").on("data", (part: string) => {
    shown += part;
  });
  const over = terminal({ turn, input, output, publicUrl }).start();
  const asked = (times: number) =>
    vi.waitFor(
      () => {
        if ((shown.match(/(?<=\n|> )> /g) ?? []).length < times) throw new Error(`no prompt after ${shown}`);
      },
      { timeout: 5000, interval: 5 },
    );
  let prompts = 1;
  await asked(prompts);
  return {
    heard,
    shown: () => shown,
    async type(line) {
      const before = shown.length;
      input.write(`${line}\n`);
      await asked(++prompts);
      return shown.slice(before);
    },
    input,
    over,
  };
}
