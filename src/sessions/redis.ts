import { once } from "node:events";
import { Redis } from "ioredis";
import type { SessionStore } from "./store.ts";

/** How a Redis store opens: its address, the days without use after which a session is gone (`ttl`, in milliseconds, goes before them), and who hears of a lost connection. */
export type RedisOptions = { url: string; days: number; ttl?: number; trouble?: (error: unknown) => void };

const day = 24 * 60 * 60 * 1000;

/** Compare-and-set: writes revision ARGV[1] + 1 only if ARGV[1] is what is stored; a revision broken by hand counts as nothing stored. */
const writeAfter = `
local stored = tonumber(redis.call("HGET", KEYS[1], "revision") or 0) or 0
if stored ~= tonumber(ARGV[1]) then return 0 end
redis.call("HSET", KEYS[1], "revision", string.format("%d", stored + 1), "text", ARGV[2])
redis.call("PEXPIRE", KEYS[1], ARGV[3])
return 1`;

/** Sessions in Redis, shared by any number of machines. Connects in the background and again whenever the connection is lost; until then every call rejects. */
export function openRedis({ url, days, ttl = days * day, trouble = () => {} }: RedisOptions): SessionStore {
  const { redis, tried } = connect(url, trouble);
  return {
    async recall(citizen) {
      await tried;
      const [revision, text] = await redis.hmget(key(citizen), "revision", "text");
      return Number(revision) > 0 && typeof text === "string" ? { revision: Number(revision), text } : undefined;
    },
    async remember(citizen, text, after) {
      await tried;
      return (await redis.eval(writeAfter, 1, key(citizen), after, text, ttl)) === 1;
    },
    async forget(citizen) {
      await tried;
      await redis.del(key(citizen));
    },
    async check() {
      await tried;
      await redis.ping();
    },
    async close() {
      await redis.quit().catch(() => redis.disconnect()); // away already: nothing to say goodbye to
    },
  };
}

/** The braces are a cluster's hash tag: whatever else is ever kept under {citizen} stays on the same machine and in reach of one script. */
function key(citizen: string): string {
  return `motcua:{${citizen}}`;
}

/**
 * A connection that fails fast, because a citizen is waiting: with ioredis's own settings a command hangs for more than 8 s
 * while Redis is away. `tried` is done as soon as the first attempt succeeded or failed.
 */
function connect(url: string, trouble: (error: unknown) => void): { redis: Redis; tried: Promise<unknown> } {
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
