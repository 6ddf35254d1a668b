import { join } from "node:path";
import { openEmbeddedQuestions } from "./embedded.ts";
import type { QuestionStore } from "./question-store.ts";
import { openRedisQuestions } from "./redis.ts";

/** Where a deployment keeps its sessions: its unanswered questions live beside them. */
type Where = { REDIS_URL?: string | undefined; DATA_DIR: string };

/** The file of the embedded store. */
export function questionFile({ DATA_DIR }: Where): string {
  return join(DATA_DIR, "questions.sqlite");
}

/** Opens the store of this deployment. Throws one clear line when its file cannot be used. */
export function openQuestions(where: Where, trouble: (error: unknown) => void): QuestionStore {
  return where.REDIS_URL === undefined
    ? openEmbeddedQuestions({ path: questionFile(where) })
    : openRedisQuestions({ url: where.REDIS_URL, trouble });
}
