import { Router } from "express";
import { pino } from "pino";
import { Registry } from "prom-client";
import { afterEach, describe, expect, test } from "vitest";
import type { Channel } from "../../src/channels/channel.ts";
import { timeTurns } from "../../src/server/metrics.ts";
import { openServer, type ServerOptions, type WebServer } from "../../src/server/open-server.ts";

let server: WebServer;
let logged: string[];
afterEach(() => server.close());

/** Opens a server for a test on a free port; returns its address. */
async function open(given: Partial<ServerOptions> = {}): Promise<string> {
  logged = [];
  const log = pino({ level: "trace" }, { write: (line) => logged.push(line) });
  const health = async () => ({ procedures: 2453, guided: 45, sessions: "embedded" as const, content: { version: "test", broken: 0 } });
  server = await openServer({ port: 0, channels: [], health, log, ...given });
  return `http://127.0.0.1:${server.port}`;
}

/** A channel that brings these routes and nothing else. */
function channel(routes: Router): Channel {
  return { name: "test", routes, start: async () => {}, stop: async () => {} };
}

describe("health", () => {
  test("tells how much it knows and where sessions live", async () => {
    const response = await fetch(`${await open()}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: "ok",
      procedures: 2453,
      guided: 45,
      sessions: "embedded",
      content: { version: "test", broken: 0 },
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("is a 503 problem while the store is out of reach", async () => {
    const response = await fetch(`${await open({ health: () => Promise.reject(new Error("redis://secret@host")) })}/healthz`);
    expect(response.status).toBe(503);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toEqual({ type: "about:blank", title: "Service Unavailable", status: 503, detail: expect.any(String) });
    expect(logged.join("")).not.toContain("secret");
  });
});

describe("metrics", () => {
  test("count requests by pattern, never by address", async () => {
    const router = Router();
    router.get("/checklist", (_request, response) => void response.send("ok"));
    const origin = await open({ channels: [channel(router)] });
    await fetch(`${origin}/checklist?answers=sick`);
    await fetch(`${origin}/nowhere/sick`);
    const text = await (await fetch(`${origin}/metrics`)).text();
    expect(text).toMatch(/motcua_request_seconds_count\{method="GET",route="\/checklist",status="200"\} 1/);
    expect(text).toMatch(/motcua_request_seconds_count\{method="GET",route="none",status="404"\} 1/);
    expect(text).toContain("process_cpu_seconds_total");
    expect(text).not.toContain("sick");
  });

  test("count turns that were answered and turns that failed", async () => {
    const metrics = new Registry();
    const turn = timeTurns(metrics, async (text: string) => {
      if (text === "") throw new Error("away");
      return [text];
    });
    await open({ metrics });
    expect(await turn("khai sinh")).toEqual(["khai sinh"]);
    await expect(turn("")).rejects.toThrow("away");
    const text = await metrics.metrics();
    expect(text).toMatch(/motcua_turn_seconds_count\{outcome="answered"\} 1/);
    expect(text).toMatch(/motcua_turn_seconds_count\{outcome="failed"\} 1/);
  });
});

describe("every answer", () => {
  test.each(["/healthz", "/nowhere"])("%s carries the strict policy and does not name its maker", async (path) => {
    const { headers } = await fetch((await open()) + path);
    expect(headers.get("content-security-policy")?.split(";").sort()).toEqual([
      "base-uri 'none'",
      "connect-src 'self'",
      "default-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "script-src 'self'",
      "style-src 'self'",
    ]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.has("x-powered-by")).toBe(false);
  });
});

describe("problems", () => {
  const failing = Router();
  failing.get("/throws", () => {
    throw new Error("password=1234");
  });
  failing.get("/rejects", () => Promise.reject(new Error("password=1234")));
  failing.get("/refuses", () => {
    throw Object.assign(new Error("come later"), { status: 429, expose: true, headers: { "Retry-After": "7" } });
  });
  failing.get("/secret", () => {
    throw Object.assign(new Error("password=1234"), { status: 403 });
  });
  failing.get("/odd", () => Promise.reject("password=1234"));
  failing.get("/named/:name", (_request, response) => void response.send("ok"));

  test.each([
    ["/nowhere", 404],
    ["/throws", 500],
    ["/rejects", 500],
    ["/odd", 500],
    ["/secret", 403],
    ["/named/%E0%A4%A", 400],
  ])("%s is a problem without a word from inside", async (path, status) => {
    const response = await fetch((await open({ channels: [channel(failing)] })) + path);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    expect(await response.json()).toEqual({ type: "about:blank", title: expect.any(String), status });
    expect(logged.join("")).not.toContain("1234");
  });

  test("a route's refusal is passed on with its reason and its headers", async () => {
    const response = await fetch(`${await open({ channels: [channel(failing)] })}/refuses`);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await response.json()).toMatchObject({ status: 429, detail: "come later" });
    expect(logged).toEqual([]);
  });

  test.each(["/healthz", "/metrics"])("%s is only read", async (path) => {
    const response = await fetch((await open()) + path, { method: "POST" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });
});

describe("opening and closing", () => {
  test("a port that is taken is an error of the opening", async () => {
    await open();
    await expect(
      openServer({ port: server.port, channels: [], health: () => Promise.reject(new Error("no")), log: pino({ level: "silent" }) }),
    ).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("a request under way is finished before the server is closed, and no new one is taken", async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { promise: asked, resolve: hasAsked } = Promise.withResolvers<void>();
    const router = Router();
    router.get("/slow", async (_request, response) => {
      hasAsked();
      await answered;
      response.send("done");
    });
    const origin = await open({ channels: [channel(router)] });
    const slow = fetch(`${origin}/slow`);
    await asked;
    const closed = server.close();
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
    answer();
    expect(await (await slow).text()).toBe("done");
    await closed;
    server = { port: 0, close: async () => {} };
  });

  test("behind a trusted proxy the citizen's own address and scheme are seen", async () => {
    const router = Router();
    router.get("/who", (request, response) => void response.json({ scheme: request.protocol, ip: request.ip }));
    const headers = { "X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https" };
    const trusting = await open({ channels: [channel(router)], trustProxy: 1 });
    expect(await (await fetch(`${trusting}/who`, { headers })).json()).toEqual({ scheme: "https", ip: "203.0.113.7" });
    await server.close();
    const wary = await open({ channels: [channel(router)] });
    expect(await (await fetch(`${wary}/who`, { headers })).json()).toMatchObject({ scheme: "http" });
  });
});
