import { z } from "zod";
import { connectRedis } from "../sessions/connect-redis.ts";
import { type Kept, monthsKept, mostQuestions, type QuestionStore } from "./question-store.ts";

/** How a Redis store opens: its address, how many questions it keeps, and who hears of a lost connection. */
export type RedisQuestionsOptions = { url: string; most?: number; trouble?: (error: unknown) => void };

/** The braces are a cluster's hash tag: all of them stay on one machine, in reach of one script. */
const home = "motcua:{questions}";
const keys = { asked: `${home}:asked`, counts: `${home}:counts`, months: `${home}:months`, number: `${home}:number` };

const day = 24 * 60 * 60;
const sevenHours = 7 * 60 * 60;
/** Seconds after which nothing is left when nobody asks anything any more: a month beyond the twelve. */
const lifetime = 396 * day;

/**
 * Counts one question: drops those too old, adds, and makes room. KEYS: asked (key → JSON), counts and months (for the two orders),
 * number. ARGV: key, text, why, month, the last month that is too old, how many are kept, seconds to live. What was broken by hand begins anew.
 */
const countOne = `
local function drop(key)
  redis.call("HDEL", KEYS[1], key)
  redis.call("ZREM", KEYS[2], key)
  redis.call("ZREM", KEYS[3], key)
end
for _, old in ipairs(redis.call("ZRANGEBYSCORE", KEYS[3], "-inf", ARGV[5])) do drop(old) end
local month = tonumber(ARGV[4])
local stored = redis.call("HGET", KEYS[1], ARGV[1])
local read, question = pcall(cjson.decode, stored or "")
if not read or type(question) ~= "table" or not tonumber(question.number) then
  question = { number = redis.call("INCR", KEYS[4]), text = ARGV[2], unknown = 0, none = 0, first = month, last = month }
end
question[ARGV[3]] = (tonumber(question[ARGV[3]]) or 0) + 1
question.last = math.max(tonumber(question.last) or 0, month)
redis.call("HSET", KEYS[1], ARGV[1], cjson.encode(question))
redis.call("ZADD", KEYS[2], (tonumber(question.unknown) or 0) + (tonumber(question.none) or 0) + question.last / 1000000, ARGV[1])
redis.call("ZADD", KEYS[3], question.last, ARGV[1])
while redis.call("ZCARD", KEYS[2]) > tonumber(ARGV[6]) do
  local least = redis.call("ZRANGE", KEYS[2], 0, 1)
  drop(least[1] == ARGV[1] and least[2] or least[1])
end
for _, key in ipairs(KEYS) do redis.call("EXPIRE", key, ARGV[7]) end`;

const storedSchema = z.object({ number: z.int(), text: z.string(), unknown: z.int(), none: z.int(), first: z.int(), last: z.int() });
const asideSchema = z.object({ text: z.string(), key: z.string(), day: z.int() });

/** Unanswered questions in Redis, shared by any number of machines. Connects in the background, as the sessions do. */
export function openRedisQuestions({ url, most = mostQuestions, trouble = () => {} }: RedisQuestionsOptions): QuestionStore {
  const { redis, tried } = connectRedis(url, trouble);
  return {
    async count({ key, text }, why, month) {
      await tried;
      const { asked, counts, months, number } = keys;
      await redis.eval(countOne, 4, asked, counts, months, number, key, text, why, month, month - monthsKept, most, lifetime);
    },
    async layAside(ticket, question, today) {
      await tried;
      const endOfNextDay = (today + 2) * day - sevenHours;
      await redis.set(asideKey(ticket), JSON.stringify({ ...question, day: today }), "EXAT", endOfNextDay);
    },
    async takeAside(ticket, today) {
      await tried;
      const aside = asideSchema.safeParse(parsed(await redis.getdel(asideKey(ticket)))).data;
      return aside && aside.day >= today - 1 ? { text: aside.text, key: aside.key } : undefined;
    },
    async list(month) {
      await tried;
      return Object.entries(await redis.hgetall(keys.asked)).flatMap(([key, text]): Kept[] => {
        const stored = storedSchema.safeParse(parsed(text)).data;
        return stored && stored.last > month - monthsKept ? [{ key, ...stored }] : [];
      });
    },
    async strike(struck) {
      await tried;
      if (struck.length === 0) return;
      await redis
        .multi()
        .hdel(keys.asked, ...struck)
        .zrem(keys.counts, ...struck)
        .zrem(keys.months, ...struck)
        .exec();
    },
    async close() {
      await redis.quit().catch(() => redis.disconnect()); // away already: nothing to say goodbye to
    },
  };
}

function asideKey(ticket: string): string {
  return `${home}:aside:${ticket}`;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
