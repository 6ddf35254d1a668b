import { setTimeout as wait } from "node:timers/promises";
import { run } from "@grammyjs/runner";
import type { Api } from "grammy";
import type { Logger } from "pino";
import { mostTries, type Outcome } from "./answer.ts";
import { wantedUpdates } from "./read.ts";
import { asGrammy } from "./signal.ts";
import { describeTrouble } from "./trouble.ts";

/** What polling needs; `hear` handles an update and never rejects. */
export type Polling = { api: Api; hear: (update: unknown) => Promise<void>; until: AbortSignal; log: Logger };

/** How long Telegram may hold a request open when there is no news, in seconds; less than a call may take. */
const patience = 25;

/** Fetches updates until told to stop. Rejects when fetching fails: Telegram out of reach, or (409) another process polling with the same token. */
export async function poll({ api, hear, until, log }: Polling): Promise<void> {
  await api.deleteWebhook({}, asGrammy(until)); // Telegram refuses to be polled while a webhook is set
  if (until.aborted) return;
  const errorHandler = (error: unknown): void => log.error({ trouble: describeTrouble(error) }, "Telegram: an update failed");
  const runner = run(
    { handleUpdate: hear, errorHandler, api },
    // no retries of its own: it would print to the console and stay silent to our log
    { runner: { silent: true, maxRetryTime: 0, fetch: { timeout: patience, allowed_updates: wantedUpdates } } },
  );
  const stop = (): void => void runner.stop();
  until.addEventListener("abort", stop, { once: true });
  await runner.task()?.finally(() => until.removeEventListener("abort", stop));
}

/** Tries an update as often as a webhook would deliver it, with growing pauses (0.5 s to 4 s): polling fetches each only once. */
export async function deliverAgain(answer: () => Promise<Outcome>, until: AbortSignal): Promise<void> {
  for (let tried = 1; (await answer()) === "again" && tried < mostTries && !until.aborted; tried++) await wait(250 * 2 ** tried);
}
