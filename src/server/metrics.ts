import type { RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Seconds; a turn takes milliseconds, a store out of reach about one second. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** A registry with what every Node process tells about itself. */
export function openMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** The same function, each call measured as `motcua_turn_seconds`; meant for the turn, so that every channel's turns are counted in one place. */
export function timeTurns<Heard, Answer>(registry: Registry, turn: (heard: Heard) => Promise<Answer>): (heard: Heard) => Promise<Answer> {
  const seconds = new Histogram({
    name: "motcua_turn_seconds",
    help: "How long a turn takes, from hearing a citizen to the answer",
    labelNames: ["outcome"],
    buckets,
    registers: [registry],
  });
  return async (heard) => {
    const stop = seconds.startTimer();
    try {
      const answer = await turn(heard);
      stop({ outcome: "answered" });
      return answer;
    } catch (error) {
      stop({ outcome: "failed" });
      throw error;
    }
  };
}

/** Measures every request as `motcua_request_seconds`, by method, route and status. The route is the pattern, never the address, which may hold a citizen's answers. */
export function timeRequests(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: "motcua_request_seconds",
    help: "How long a request takes",
    labelNames: ["method", "route", "status"],
    buckets,
    registers: [registry],
  });
  return (request, response, next) => {
    const stop = seconds.startTimer();
    response.once("finish", () => {
      const route: unknown = request.route?.path;
      stop({ method: request.method, route: typeof route === "string" ? route : "none", status: response.statusCode });
    });
    next();
  };
}

/** Tells which content is answered from (`motcua_content_info`, by version), how many mistakes a newer one has that was not taken, and how often content was taken or not. */
export function tellContent(registry: Registry, version: string): (standing: { version: string; broken: readonly unknown[] }) => void {
  const info = new Gauge({
    name: "motcua_content_info",
    help: "1 for the version of the content that is answered from",
    labelNames: ["version"],
    registers: [registry],
  });
  const mistakes = new Gauge({
    name: "motcua_content_broken",
    help: "Mistakes in a newer content that was not taken; 0 when all is well",
    registers: [registry],
  });
  const reloads = new Counter({
    name: "motcua_content_reloads_total",
    help: "Newer contents read, by whether they were taken",
    labelNames: ["outcome"],
    registers: [registry],
  });
  const tell = (now: string, broken: number): void => {
    info.reset();
    info.set({ version: now }, 1);
    mistakes.set(broken);
  };
  tell(version, 0);
  return (standing) => {
    tell(standing.version, standing.broken.length);
    reloads.inc({ outcome: standing.broken.length === 0 ? "taken" : "not taken" });
  };
}
