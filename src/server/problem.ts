import { STATUS_CODES } from "node:http";
import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { Logger } from "pino";

/** What is told about a request that could not be answered, besides its status: RFC 9457. `headers` go out with it. */
export type Problem = { status: number; detail?: string | undefined; headers?: Readonly<Record<string, string>> | undefined };

/** Why the body was not read, by the name express's reader gives its error. The reader's own message may quote what a citizen wrote and is not repeated. */
const unreadBody: Readonly<Record<string, string>> = {
  "entity.parse.failed": "the body is not valid JSON",
  "entity.too.large": "the body is too large",
  "encoding.unsupported": "the encoding of the body is not supported",
  "charset.unsupported": "the body must be UTF-8",
};

/** Answers with problem JSON (RFC 9457). */
export function answerProblem(response: Response, { status, detail, headers = {} }: Problem): void {
  const problem = { type: "about:blank", title: STATUS_CODES[status] ?? "Error", status, ...(detail !== undefined && { detail }) };
  response
    .status(status)
    .set({ "Cache-Control": "no-store", ...headers })
    .type("application/problem+json")
    .send(JSON.stringify(problem));
}

/** 404 for what nobody answered. */
export const notFound: RequestHandler = (_request, response) => answerProblem(response, { status: 404 });

/** 405 for the other methods of an address. */
export function only(...methods: string[]): RequestHandler {
  return (_request, response) => answerProblem(response, { status: 405, headers: { Allow: methods.join(", ") } });
}

/**
 * Answers what a route threw or rejected with. An error with a `status` of 400 to 599 and `expose` refuses the request on purpose: its
 * message and its `headers` are passed on. Any other is our own mistake: 500, told to the log and to nobody else.
 */
export function problems(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const problem = problemOf(error);
    if (problem.status === 500) log.error(traceOf(error), "a request failed");
    if (response.headersSent) next(error);
    else answerProblem(response, problem);
  };
}

type Thrown = Partial<Problem> & { expose?: boolean; type?: string; message?: string };

function problemOf(error: unknown): Problem {
  const { status, expose, type, message, headers } = (error ?? {}) as Thrown;
  if (typeof status !== "number" || status < 400 || status > 599) return { status: 500 };
  if (type !== undefined) return { status, detail: unreadBody[type], headers };
  return { status, detail: expose ? message : undefined, headers };
}

/** What the log may hold of an error: never its message, which may quote what a citizen wrote. */
function traceOf(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const at = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return { error: error.name, at: at.map((line) => line.trim()) };
}
