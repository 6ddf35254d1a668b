import { createHash } from "node:crypto";
import { autoRetry } from "@grammyjs/auto-retry";
import { Api } from "grammy";
import type { Logger } from "pino";
import type { Turn } from "../../turn.ts";
import type { Channel } from "../channel.ts";
import { commands, type Desk, openAnswering } from "./answer.ts";
import { openDelivery } from "./deliver.ts";
import { inOrder } from "./in-order.ts";
import { keepTrying } from "./keep-trying.ts";
import { deliverAgain, poll } from "./poll.ts";
import { type Language, readUpdate, wantedUpdates } from "./read.ts";
import { asGrammy } from "./signal.ts";
import { webhookPath, webhookRoutes } from "./webhook.ts";

/**
 * What the Telegram channel needs. `publicUrl`, the https address where Telegram reaches our server, means a webhook; without it the channel polls.
 * `webhookSecret` (1–256 of A–Z a–z 0–9 _ -) is made from the token when missing, so that every process of a deployment has the same.
 */
export type TelegramOptions = {
  token: string;
  apiRoot?: string | undefined;
  turn: Turn;
  publicUrl?: string | undefined;
  webhookSecret?: string | undefined;
  sentence: Desk["sentence"];
  log: Logger;
};

/** Telegram. Starts at once and needs nothing of Telegram to do so: an unreachable Telegram is tried again in the background. */
export function telegram(options: TelegramOptions): Channel {
  const { token, turn, sentence, log, webhookSecret = createHash("sha256").update(token).digest("hex") } = options;
  const publicUrl = options.publicUrl?.replace(/\/+$/, "");
  const api = connect(token, options.apiRoot);
  const answer = openAnswering({ api, turn, deliver: openDelivery(api, publicUrl), sentence, log });
  const chats = inOrder();
  const stopping = new AbortController();
  const background: Promise<void>[] = [];
  const keep = (what: string, action: () => Promise<unknown>): void => {
    background.push(keepTrying({ what, action, until: stopping.signal, log }));
  };
  const hear = <T>(body: unknown, how: (once: () => ReturnType<typeof answer>) => Promise<T>): Promise<T> => {
    const read = readUpdate(body, Date.now());
    return read.as === "heard" ? chats.run(read.chat, () => how(() => answer(read))) : how(() => answer(read));
  };
  const persist = (once: () => ReturnType<typeof answer>): Promise<void> => deliverAgain(once, stopping.signal);
  return {
    name: "telegram",
    ...(publicUrl && { routes: webhookRoutes({ secret: webhookSecret, hear: (body) => hear(body, (once) => once()), log }) }),
    async start() {
      keep("showing the commands", () => showCommands(api, sentence, stopping.signal));
      if (publicUrl) keep("setting the webhook", () => setWebhook(api, { publicUrl, secret: webhookSecret, until: stopping.signal }));
      else keep("polling", () => poll({ api, hear: (update) => hear(update, persist), until: stopping.signal, log }));
    },
    async stop() {
      stopping.abort();
      await Promise.all(background);
      await chats.idle();
    },
  };
}

/** Bounded: without the last setting a call would be repeated for ever while the network is away, and whoever waits for it with it. */
function connect(token: string, apiRoot = "https://api.telegram.org"): Api {
  const api = new Api(token, { apiRoot: apiRoot.replace(/\/+$/, ""), timeoutSeconds: 30 });
  api.config.use(autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 30, rethrowHttpErrors: true }));
  return api;
}

async function setWebhook(
  api: Api,
  { publicUrl, secret, until }: { publicUrl: string; secret: string; until: AbortSignal },
): Promise<void> {
  await api.setWebhook(publicUrl + webhookPath, { secret_token: secret, allowed_updates: wantedUpdates }, asGrammy(until));
}

/** English is what Telegram shows to everyone whose app does not speak Vietnamese. */
async function showCommands(api: Api, sentence: Desk["sentence"], until: AbortSignal): Promise<void> {
  const scope = { type: "all_private_chats" } as const;
  const inLanguage = (language: Language) =>
    commands.map((command) => ({ command, description: sentence(`telegram.command.${command}`, language) }));
  await api.setMyCommands(inLanguage("en"), { scope }, asGrammy(until));
  await api.setMyCommands(inLanguage("vi"), { scope, language_code: "vi" }, asGrammy(until));
}
