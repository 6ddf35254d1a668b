import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayOf, monthOf } from "../../src/unanswered/calendar.ts";
import { openRedisQuestions } from "../../src/unanswered/redis.ts";
import { RedisServer } from "../sessions/redis-server.ts";
import { describeQuestionStore } from "./question-store-contract.ts";

let server: RedisServer;
let admin: Redis;
const month = monthOf(Date.now());

beforeAll(async () => {
  server = await RedisServer.open();
  admin = new Redis(server.url);
  admin.on("error", () => {}); // one test takes the server away
});
afterAll(async () => {
  admin.disconnect();
  await server.kill();
});

describeQuestionStore("Redis", async () => {
  await admin.flushall();
  return { open: (most) => openRedisQuestions({ url: server.url, ...(most !== undefined && { most }) }), where: ["redis", server.url] };
});

describe("the Redis store of questions", () => {
  test("all of it stands under one hash tag and goes by itself when nobody asks any more", async () => {
    await admin.flushall();
    const store = openRedisQuestions({ url: server.url });
    await store.count({ text: "a", key: "a" }, "unknown", month);
    await store.layAside("ticket", { text: "b", key: "b" }, dayOf(Date.now()));
    const keys = await admin.keys("*");
    expect(keys).toHaveLength(5);
    for (const key of keys) {
      expect(key).toContain("{questions}");
      expect(await admin.ttl(key)).toBeGreaterThan(0);
    }
    expect(await admin.ttl("motcua:{questions}:aside:ticket")).toBeLessThanOrEqual(2 * 24 * 60 * 60);
    await store.close();
  });

  test("what was broken by hand is passed over, and begins anew when it is asked again", async () => {
    await admin.flushall();
    const store = openRedisQuestions({ url: server.url });
    await admin.hset("motcua:{questions}:asked", { broken: "{", odd: "[1]", a: '{"number":"one"}' });
    expect(await store.list(month)).toEqual([]);
    for (const key of ["broken", "odd", "a"]) await store.count({ text: key, key }, "none", month);
    expect(await store.list(month)).toHaveLength(3);
    await store.close();
  });

  test("rejects soon while Redis is away", async () => {
    const store = openRedisQuestions({ url: server.url });
    await store.list(month);
    await server.kill();
    await expect(store.count({ text: "a", key: "a" }, "unknown", month)).rejects.toThrow();
    await store.close();
  });
});
