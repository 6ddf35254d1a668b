import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { RedisServer } from "../sessions/redis-server.ts";
import { type Program, startProgram } from "./program.ts";

let redis: RedisServer;
let one: Program;
let other: Program;

beforeAll(async () => {
  redis = await RedisServer.open();
  [one, other] = await Promise.all([startProgram({ REDIS_URL: redis.url }), startProgram({ REDIS_URL: redis.url })]);
});
afterAll(async () => {
  await Promise.all([one.end(), other.end()]);
  await redis.kill();
});

describe("two processes and one Redis", () => {
  test("both serve the same citizen", async () => {
    await one.chat({ message: "1", start: "1_004194--ninh-binh" });
    await other.chat({ message: "2", choice: "begin:1.004194" });
    const asked = await one.chat({ message: "3", choice: "answer:1.004194:kind:list" });
    const shown = await other.chat({ message: "4", opened: true });
    expect(shown.replies).toEqual(asked.replies);
    expect(await (await fetch(`${one.origin}/healthz`)).json()).toMatchObject({ sessions: "redis" });
  });

  test("messages at once through both lose nothing", async () => {
    const conversation = "a-race-of-both-processes";
    const begin = (code: string, program: Program) => program.chat({ conversation, message: code, choice: `begin:${code}` });
    await Promise.all([begin("1.004194", one), begin("1.001193", other), begin("1.000894", one), begin("2.001194", other)]);
    const listed = await one.chat({ conversation, message: "list", choice: "list" });
    const codes = listed.replies[0]?.choices?.flatMap(({ id }) => (id.startsWith("resume:") ? [id.slice(7)] : [])).sort();
    expect(codes).toEqual(["1.000894", "1.001193", "1.004194", "2.001194"]);
  });

  test("Redis killed: a calm answer, health says so; Redis back: it goes on by itself", async () => {
    await redis.kill();
    const refused = await one.chat({ message: "5", text: "làm giấy khai sinh" });
    expect(refused.status).toBe(503);
    expect((await fetch(`${one.origin}/healthz`)).status).toBe(503);
    await redis.begin();
    await vi.waitFor(async () => expect((await fetch(`${one.origin}/healthz`)).status).toBe(200), { timeout: 15_000, interval: 200 });
    const answered = await one.chat({ message: "5", text: "đăng ký khai sinh" });
    expect(answered).toMatchObject({ status: 200, replies: [{ procedure: "1.001193" }] });
  });
});
