import { once } from "node:events";
import { createServer } from "node:http";
import express from "express";
import { pino } from "pino";
import { vi } from "vitest";
import type { Channel } from "../../../src/channels/channel.ts";
import { telegram } from "../../../src/channels/telegram/telegram.ts";
import type { Heard, Turn } from "../../../src/turn.ts";
import { BotApi } from "./bot-api/bot-api.ts";

/** How a test opens the channel: with a webhook at `publicUrl`, or polling without it. */
export type Serving = { turn: Turn; publicUrl?: string; webhookSecret?: string; api?: BotApi; token?: string; apiRoot?: string };

/** The channel at work against a Bot API server, and what it logged. */
export type Served = {
  api: BotApi;
  channel: Channel;
  /** Where our own server really is. */
  address: string;
  logged: string[];
  close(): Promise<void>;
};

/** The sentences of the channel's own, recognisable in a test. */
export function sentence(name: string, language: string): string {
  return `[${language}] ${name}`;
}

/** Opens the channel, its web server when it has routes, and waits until Telegram knows of it. */
export async function serve({ turn, publicUrl, webhookSecret, api: given, token, apiRoot }: Serving): Promise<Served> {
  const api = given ?? (await BotApi.open());
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => logged.push(line) });
  const channel = telegram({ token: token ?? api.token, apiRoot: apiRoot ?? api.root, turn, publicUrl, webhookSecret, sentence, log });
  const app = express();
  if (channel.routes) app.use(channel.routes);
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const real = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  if (publicUrl) api.updates.route = { from: publicUrl, to: real };
  await channel.start();
  return {
    api,
    channel,
    address: real,
    logged,
    async close() {
      await channel.stop();
      await api.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A turn that remembers what it heard and answers with what `say` gives. */
export function scripted(say: (heard: Heard) => Awaited<ReturnType<Turn>> | Promise<Awaited<ReturnType<Turn>>>): Turn & { heard: Heard[] } {
  const heard: Heard[] = [];
  const turn = async (one: Heard): ReturnType<Turn> => {
    heard.push(one);
    return say(one);
  };
  return Object.assign(turn, { heard });
}

/** Waits until something holds; the event loop is left alone meanwhile. */
export function until(holds: () => void): Promise<void> {
  return vi.waitFor(holds, { timeout: 8000, interval: 10 });
}
