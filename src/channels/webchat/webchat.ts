import express, { type Request, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { z } from "zod";
import type { Language } from "../../catalog/text.ts";
import type { Turn } from "../../turn.ts";
import type { Channel } from "../channel.ts";
import { answerOf } from "./chat-answer.ts";
import { chatMessageSchema, eventOf, languageOf } from "./chat-message.ts";
import { checklistPage, noChecklistPage } from "./checklist-page.ts";
import { fill, html, wordOf } from "./html.ts";
import { readPageFiles, readTemplate } from "./page-files.ts";
import { type Preview, previewHead, previewMark } from "./preview-mark.ts";
import type { Printout, PrintQuery } from "./printed.ts";
import { refusal } from "./refusal.ts";

/** What the web page is made of. */
export type WebchatOptions = {
  turn: Turn;
  /** Every sentence of locales whose name begins with "page.", under its whole name. */
  pageWords: (language: Language) => Readonly<Record<string, string>>;
  printout: Printout;
  /** Where citizens reach this server, such as https://motcua.example.gov.vn; else the address of the request is used. */
  publicUrl?: string | undefined;
  log: Logger;
  /** Given for a preview only: every page then bears its mark. */
  preview?: Preview | undefined;
};

/** A text of 100 kB gets its answer (the guide reads its first 500 characters); more than this is refused with 413. */
const largestBody = "256kb";

/** The web page, its printable checklist and its chat interface, `POST /api/chat`, as a channel named "web". Throws when locales lacks a sentence of the chat page. */
export function webchat(options: WebchatOptions): Channel {
  const router = Router();
  router
    .route("/api/chat")
    .post(jsonOnly, express.json({ limit: largestBody }), hear(options))
    .all(only("POST"));
  router.route("/").get(showPage(options)).all(only("GET, HEAD"));
  router.route("/page/:file").get(sendFile()).all(only("GET, HEAD"));
  router.route("/checklist").get(printChecklist(options)).all(only("GET, HEAD"));
  return { name: "web", routes: router, start: async () => {}, stop: async () => {} };
}

function only(methods: string): RequestHandler {
  return () => {
    throw refusal(405, `this address takes ${methods}`, { Allow: methods });
  };
}

const jsonOnly: RequestHandler = (request, _response, next) => {
  if (request.is("application/json") === false) throw refusal(415, "send application/json");
  next();
};

function hear({ turn, pageWords, log }: WebchatOptions): RequestHandler {
  return async (request, response) => {
    const { data, error } = chatMessageSchema.safeParse(request.body);
    if (error) throw refusal(400, z.prettifyError(error));
    const heard = { citizen: `web:${data.conversation}`, message: data.message, event: eventOf(data, Date.now()) };
    const spoken = await turn(heard).catch((reason: unknown) => {
      if (isOurMistake(reason)) throw reason;
      log.warn({ error: reason instanceof Error ? reason.name : typeof reason }, "a turn could not reach the session store");
      throw refusal(503, wordOf(pageWords(data.language ?? "vi"), "page.unavailable"), { "Retry-After": "5" });
    });
    response.set("Cache-Control", "no-store").json(answerOf(spoken));
  };
}

/** A turn rejects when the store is out of reach; what JavaScript itself throws is our own mistake and must not pass for an outage. */
function isOurMistake(reason: unknown): boolean {
  return reason instanceof TypeError || reason instanceof RangeError || reason instanceof ReferenceError;
}

function showPage({ pageWords, preview }: WebchatOptions): RequestHandler {
  const template = readTemplate();
  const words = JSON.stringify({ vi: pageWords("vi"), en: pageWords("en") });
  const inside = (language: Language): string => {
    const filled = fill(template, pageWords(language));
    if (!preview) return filled;
    const mark = previewMark(preview, pageWords(language));
    return filled.replace("</head>", () => `${previewHead.html}\n</head>`).replace("<body>", () => `<body>\n${mark.html}`);
  };
  const page = (language: Language): string =>
    html`<!doctype html>
<html lang="${language}" data-words="${words}">
${{ html: inside(language) }}</html>
`.html;
  const pages: Record<Language, string> = { vi: page("vi"), en: page("en") };
  return (request, response) => {
    response
      .set("Cache-Control", "no-cache")
      .type("html")
      .send(pages[languageOf(queryOf(request))]);
  };
}

function sendFile(): RequestHandler {
  const files = readPageFiles();
  return (request, response, next) => {
    const file = files.get(String(request.params["file"]));
    if (!file) return next("route");
    response.set("Cache-Control", "no-cache").type(file.type).send(file.body);
  };
}

function printChecklist({ printout, pageWords, publicUrl, preview }: WebchatOptions): RequestHandler {
  return async (request, response) => {
    const query = queryOf(request);
    const printed = printout(query);
    response.set("Cache-Control", "no-cache").type("html");
    if (!printed) {
      const language = languageOf(query);
      response.status(404).send(noChecklistPage(language, pageWords(language), preview));
      return;
    }
    const origin = publicUrl?.replace(/\/+$/, "") ?? `${request.protocol}://${request.host}`;
    response.send(await checklistPage({ printed, words: pageWords(printed.language), backUrl: origin + printed.backPath, preview }));
  };
}

function queryOf(request: Request): PrintQuery {
  return Object.fromEntries(new URLSearchParams(request.originalUrl.split("?")[1]));
}
