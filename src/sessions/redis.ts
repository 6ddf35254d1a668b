import { connectRedis } from "./connect-redis.ts";
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
  const { redis, tried } = connectRedis(url, trouble);
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
