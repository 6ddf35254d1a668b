import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openRedis } from "../../src/sessions/redis.ts";
import type { SessionStore } from "../../src/sessions/store.ts";
import { RedisServer } from "./redis-server.ts";
import { describeStore } from "./store-contract.ts";

let server: RedisServer;
let admin: Redis;
const opened: SessionStore[] = [];

beforeAll(async () => {
  server = await RedisServer.open();
  admin = connectAdmin();
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});
afterAll(async () => {
  admin.disconnect();
  await server.kill();
});

function connectAdmin(): Redis {
  const redis = new Redis(server.url);
  redis.on("error", () => {}); // some tests take the server away
  return redis;
}

function open(more: { ttl?: number; trouble?: (error: unknown) => void } = {}): SessionStore {
  const store = openRedis({ url: server.url, days: 30, ...more });
  opened.push(store);
  return store;
}

describeStore("Redis", async () => {
  await admin.flushall();
  return {
    open: () => openRedis({ url: server.url, days: 30 }),
    async expire() {
      for (const key of await admin.keys("*")) await admin.pexpire(key, 1);
      await vi.waitFor(async () => expect(await admin.dbsize()).toBe(0));
    },
    where: ["redis", server.url],
  };
});

describe("the Redis session store", () => {
  test("keeps a citizen under one key whose hash tag is hers, for the days it was opened with, anew with every write", async () => {
    await admin.flushall();
    const store = open();
    await store.remember("telegram:42", "first", 0);
    expect(await admin.keys("*")).toEqual(["motcua:{telegram:42}"]);
    await admin.pexpire("motcua:{telegram:42}", 60_000);
    await store.remember("telegram:42", "second", 1);
    const left = await admin.pttl("motcua:{telegram:42}");
    expect(left).toBeGreaterThan(29 * 24 * 60 * 60 * 1000);
    expect(left).toBeLessThanOrEqual(30 * 24 * 60 * 60 * 1000);
  });

  test("lets Redis itself remove what has expired", async () => {
    const store = open({ ttl: 20 });
    await store.remember("web:short", "soon gone", 0);
    await vi.waitFor(async () => expect(await admin.exists("motcua:{web:short}")).toBe(0));
    expect(await store.recall("web:short")).toBeUndefined();
  });

  test("goes on from a revision that went back, as after a failover to a replica that was behind", async () => {
    const store = open();
    for (let after = 0; after < 3; after++) await store.remember("web:back", `turn ${after}`, after);
    await admin.hset("motcua:{web:back}", { revision: "2", text: "turn 1" });
    expect(await store.remember("web:back", "turn 3", 3)).toBe(false);
    const kept = await store.recall("web:back");
    expect(kept).toEqual({ revision: 2, text: "turn 1" });
    expect(await store.remember("web:back", "turn 2 again", 2)).toBe(true);
    expect(await store.recall("web:back")).toEqual({ revision: 3, text: "turn 2 again" });
  });

  test("begins anew where a revision was broken by hand", async () => {
    const store = open();
    await admin.hset("motcua:{web:broken}", { revision: "soon", text: "{" });
    expect(await store.recall("web:broken")).toBeUndefined();
    expect(await store.remember("web:broken", "anew", 0)).toBe(true);
    expect(await store.recall("web:broken")).toEqual({ revision: 1, text: "anew" });
  });

  test("rejects while Redis is away, says so, and recovers by itself when it is back", async () => {
    const troubles: unknown[] = [];
    const store = open({ trouble: (error) => troubles.push(error) });
    await store.remember("web:away", "first", 0);
    await server.kill();
    await expect(store.recall("web:away")).rejects.toThrow();
    await expect(store.remember("web:away", "second", 1)).rejects.toThrow();
    await expect(store.check()).rejects.toThrow();
    await vi.waitFor(() => expect(troubles.length).toBeGreaterThan(0), 5000);
    await server.begin();
    await vi.waitFor(() => store.check(), 5000);
    expect(await store.recall("web:away")).toBeUndefined();
    expect(await store.remember("web:away", "anew", 0)).toBe(true);
  });

  test("rejects while Redis hangs, and recovers when it goes on", async () => {
    const store = open();
    await store.check();
    server.signal("SIGSTOP");
    await expect(store.recall("web:hung")).rejects.toThrow(/timed out/i);
    server.signal("SIGCONT");
    await vi.waitFor(() => store.check(), 5000);
    expect(await store.remember("web:hung", "after all", 0)).toBe(true);
  });

  test("opens while Redis is away: the first call rejects instead of waiting for it", async () => {
    await server.kill();
    const store = open();
    await expect(store.check()).rejects.toThrow();
    await server.begin();
    await vi.waitFor(() => store.check(), 5000);
  });
});
