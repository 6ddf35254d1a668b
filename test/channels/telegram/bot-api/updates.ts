import { setTimeout as wait } from "node:timers/promises";
import type { Opts, Update } from "@grammyjs/types";
import type { Result } from "./chats.ts";

type Webhook = { url: string; secret: string | undefined; allowed: readonly string[] | undefined };

/** One answer the webhook gave to a delivery. */
export type Delivered = { update: number; status: number };

/** How updates reach a bot: fetched with getUpdates, or delivered to a webhook, chat by chat in order and again until a 2xx. */
export class Updates {
  readonly delivered: Delivered[] = [];
  /** Where a public address leads to in a test, in place of name servers and certificates. */
  route: { from: string; to: string } | undefined;
  #webhook: Webhook | undefined;
  #waiting: Update[] = [];
  #poller: { wake: (why: "news" | "replaced" | "late") => void } | undefined;
  readonly #rows = new Map<number, Promise<void>>();
  readonly #closing = new AbortController();

  get webhook(): Webhook | undefined {
    return this.#webhook;
  }

  /** The updates that nobody has confirmed yet. */
  get unconfirmed(): readonly Update[] {
    return this.#waiting;
  }

  add(update: Update): void {
    if (this.#webhook) this.#deliverInRow(update);
    else {
      this.#waiting.push(update);
      this.#poller?.wake("news");
    }
  }

  set({ url, secret_token: secret, allowed_updates: allowed }: Opts<string>["setWebhook"]): Result {
    this.#webhook = url === "" ? undefined : { url, secret, allowed };
    for (const update of this.#webhook ? this.#waiting.splice(0) : []) this.#deliverInRow(update);
    return { result: true };
  }

  /** https://core.telegram.org/bots/api#getupdates */
  async get({ offset = 0, limit = 100, timeout = 0 }: Opts<string>["getUpdates"]): Promise<Result> {
    if (this.#webhook)
      return conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    this.#poller?.wake("replaced");
    this.#waiting = this.#waiting.filter(({ update_id }) => update_id >= offset);
    if (this.#waiting.length === 0 && timeout > 0 && (await this.#news(timeout)) === "replaced") {
      return conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
    }
    return { result: this.#waiting.slice(0, limit) };
  }

  /** Lets every open request go. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#poller?.wake("late");
    await Promise.all(this.#rows.values());
  }

  async #news(timeout: number): Promise<"news" | "replaced" | "late"> {
    const late = setTimeout(() => this.#poller?.wake("late"), timeout * 1000);
    const why = await new Promise<"news" | "replaced" | "late">((wake) => {
      this.#poller = { wake };
    });
    clearTimeout(late);
    if (why !== "replaced") this.#poller = undefined;
    return why;
  }

  #deliverInRow(update: Update): void {
    const chat = update.message?.chat.id ?? update.callback_query?.from.id ?? update.my_chat_member?.chat.id ?? 0;
    const row = (this.#rows.get(chat) ?? Promise.resolve()).then(() => this.#deliver(update));
    this.#rows.set(chat, row);
  }

  async #deliver(update: Update): Promise<void> {
    const { url = "", secret, allowed } = this.#webhook ?? {};
    if (allowed && !Object.keys(update).some((key) => allowed.includes(key))) return;
    while (!this.#closing.signal.aborted) {
      const headers = { "content-type": "application/json", ...(secret !== undefined && { "x-telegram-bot-api-secret-token": secret }) };
      const status = await fetch(this.route ? url.replace(this.route.from, this.route.to) : url, {
        method: "POST",
        headers,
        body: JSON.stringify(update),
        signal: this.#closing.signal,
      }).then(
        (response) => response.status,
        () => 0,
      );
      this.delivered.push({ update: update.update_id, status });
      if (status >= 200 && status < 300) return;
      await wait(20);
    }
  }
}

function conflict(why: string): Result {
  return { refusal: { error_code: 409, description: `Conflict: ${why}` } };
}
