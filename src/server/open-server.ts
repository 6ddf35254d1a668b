import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Channel } from "../channels/channel.ts";
import { type Admin, reloadContent } from "./admin.ts";
import { openMetrics, timeRequests } from "./metrics.ts";
import { answerProblem, notFound, only, problems } from "./problem.ts";
import { securityHeaders } from "./security-headers.ts";

/** What GET /healthz tells. Rejects when the session store is out of reach. */
type Health = () => Promise<{
  procedures: number;
  guided: number;
  sessions: "embedded" | "redis";
  /** The version of the content that is answered from, and how many mistakes a newer one has that was not taken. */
  content: { version: string; broken: number };
}>;

/** What the web server is opened with; port 0 takes a free one. */
export type ServerOptions = {
  port: number;
  /** The address it listens on, such as 127.0.0.1 for this machine only; every address when none is given. */
  host?: string | undefined;
  channels: readonly Channel[];
  health: Health;
  log: Logger;
  /** Express's "trust proxy": how many proxies stand in front, or their addresses. */
  trustProxy?: number | string | undefined;
  /** What the holder of the token may ask; without it there is no such route. */
  admin?: Admin | undefined;
  /** Where metrics are collected; a registry of its own when none is given. */
  metrics?: Registry | undefined;
};

/** An open web server and the port it listens on. `close` lets the requests under way finish, for five seconds at most. */
export type WebServer = { port: number; close(): Promise<void> };

/** Opens the web server: GET /healthz, GET /metrics and the routes that the channels bring. Rejects when the port is taken. */
export async function openServer(options: ServerOptions): Promise<WebServer> {
  const server = createServer(routes(options));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: options.port, host: options.host }, () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return { port, close: () => close(server) };
}

function routes({ channels, health, log, trustProxy, admin, metrics = openMetrics() }: ServerOptions): Express {
  const app = express();
  app.set("query parser", "simple");
  if (trustProxy !== undefined) app.set("trust proxy", trustProxy);
  app.use(timeRequests(metrics), securityHeaders());
  app.route("/healthz").get(tellHealth(health, log)).all(only("GET", "HEAD"));
  app.route("/metrics").get(tellMetrics(metrics)).all(only("GET", "HEAD"));
  if (admin) app.route("/admin/reload").post(reloadContent(admin)).all(only("POST"));
  for (const { routes } of channels) if (routes) app.use(routes);
  app.use(notFound, problems(log));
  return app;
}

function tellHealth(health: Health, log: Logger): RequestHandler {
  return async (_request, response) => {
    try {
      response.set("Cache-Control", "no-store").json({ status: "ok", ...(await health()) });
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.name : typeof error }, "the session store is out of reach");
      answerProblem(response, { status: 503, detail: "the session store is out of reach", headers: { "Retry-After": "5" } });
    }
  };
}

function tellMetrics(registry: Registry): RequestHandler {
  return async (_request, response) => {
    response.set({ "Cache-Control": "no-store", "Content-Type": registry.contentType }).send(await registry.metrics());
  };
}

/** Node closes connections that are idle when it is told to close, not those that become idle later; hence the sweep. */
async function close(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const patience = setTimeout(() => server.closeAllConnections(), 5000);
  try {
    await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
  } finally {
    clearInterval(sweep);
    clearTimeout(patience);
  }
}
