import { createHash, timingSafeEqual } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { answerProblem } from "./problem.ts";

/** What reading the content again came to: the version that is answered from, and where a newer one is wrong. */
type Reloaded = { version: string; broken: readonly { file: string; line: number; column: number; mistake: string }[] };

/** What only who holds the token may ask of a running guide. */
export type Admin = { token: string; reload: () => Promise<Reloaded> };

/** POST /admin/reload with "Authorization: Bearer <token>": reads the content again. 200 with the version; 422 when it was not taken, with every mistake's place. */
export function reloadContent({ token, reload }: Admin): RequestHandler {
  return async (request, response) => {
    if (!holds(request, token))
      return answerProblem(response, { status: 401, detail: "the token is missing or wrong", headers: { "WWW-Authenticate": "Bearer" } });
    const { version, broken } = await reload();
    response.set("Cache-Control", "no-store");
    response
      .status(broken.length === 0 ? 200 : 422)
      .json({ version, broken: broken.map(({ file, line, column, mistake }) => ({ file, line, column, mistake })) });
  };
}

/** Digests are compared, not tokens: they are of one length, and how long comparing takes tells nothing. */
function holds(request: Request, token: string): boolean {
  const given = /^Bearer (.+)$/i.exec(request.get("authorization") ?? "")?.[1] ?? "";
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
