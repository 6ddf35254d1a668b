import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { describeTrouble } from "./trouble.ts";

/** What is tried, until when, and where its failures are told. */
export type Trying = { what: string; action: () => Promise<unknown>; until: AbortSignal; log: Logger };

const firstPause = 500;
const longestPause = 60_000;

/**
 * Does something in the background until it succeeds, with longer and longer pauses, however long Telegram is out of reach: the rest of the
 * guide must not notice. An action that had worked for a while before it failed is tried again at once. Never rejects.
 */
export async function keepTrying({ what, action, until, log }: Trying): Promise<void> {
  let pause = firstPause;
  while (!until.aborted) {
    const began = Date.now();
    try {
      await action();
      return;
    } catch (error) {
      if (until.aborted) return;
      if (Date.now() - began > longestPause) pause = firstPause;
      log.warn({ trouble: describeTrouble(error), nextTryInMs: pause }, `Telegram: ${what} failed`);
    }
    await wait(pause, undefined, { signal: until }).catch(() => {}); // rejects only because we stop
    pause = Math.min(pause * 2, longestPause);
  }
}
