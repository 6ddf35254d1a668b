import { createHash, timingSafeEqual } from "node:crypto";
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from "express";
import type { Logger } from "pino";
import type { Outcome } from "./answer.ts";

/** Where Telegram delivers. */
export const webhookPath = "/telegram/webhook";

/** What the webhook needs: the secret that Telegram repeats in a header, and who answers a delivered body. */
export type Webhook = { secret: string; hear: (body: unknown) => Promise<Outcome>; log: Logger };

/**
 * The route Telegram delivers updates to. 401 without the secret. 200 for whatever cannot be cured by a second delivery: Telegram repeats anything
 * else, and holds up her chat with it. 500 asks for it again.
 */
export function webhookRoutes({ secret, hear, log }: Webhook): Router {
  const deliver: RequestHandler = async (request, response) => {
    if ((await hear(request.body)) === "done") response.status(200).end();
    else problem(response, 500, "The update cannot be handled now; please deliver it again.");
  };
  const unreadable: ErrorRequestHandler = (error, _request, response, _next) => {
    log.warn({ reason: String(error?.type ?? error) }, "Telegram: a delivery could not be read and was set aside");
    response.status(200).end();
  };
  const router = express.Router();
  router.post(webhookPath, onlyTelegram(secret), express.json({ limit: "1mb" }), deliver, unreadable);
  return router;
}

/** https://core.telegram.org/bots/api#setwebhook */
function onlyTelegram(secret: string): RequestHandler {
  return (request, response, next) => {
    if (isSame(request.get("X-Telegram-Bot-Api-Secret-Token") ?? "", secret)) next();
    else problem(response, 401, "This address is for Telegram, which knows the webhook's secret.");
  };
}

function isSame(given: string, secret: string): boolean {
  const [one, other] = [given, secret].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function problem(response: Parameters<RequestHandler>[1], status: 401 | 500, detail: string): void {
  const title = status === 401 ? "Unauthorized" : "Internal Server Error";
  response
    .status(status)
    .type("application/problem+json")
    .send(JSON.stringify({ type: "about:blank", title, status, detail }));
}
