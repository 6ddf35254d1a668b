import { once } from "node:events";
import { Redis } from "ioredis";

/**
 * A connection that fails fast, because a citizen is waiting: with ioredis's own settings a command hangs for more than 8 s
 * while Redis is away. `tried` is done as soon as the first attempt succeeded or failed.
 */
export function connectRedis(url: string, trouble: (error: unknown) => void): { redis: Redis; tried: Promise<unknown> } {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 2,
    commandTimeout: 1000,
    connectTimeout: 1000,
    socketTimeout: 3000, // a machine that vanished without a word leaves a connection that looks alive
    enableOfflineQueue: false,
    retryStrategy: (times) => Math.min(times * 50, 500),
    reconnectOnError: (error) => error.message.startsWith("READONLY"), // after a failover the address may still lead to the old primary
  });
  let told = false;
  redis.on("ready", () => {
    told = false;
  });
  redis.on("error", (error) => {
    if (!told) trouble(error); // once for each outage, not for each of two attempts a second
    told = true;
  });
  const first = new AbortController();
  const tried = Promise.race(["ready", "close", "end"].map((event) => once(redis, event, first)))
    .catch(trouble) // `once` rejects on "error"; the command that waited will say it itself
    .finally(() => first.abort());
  return { redis, tried };
}
