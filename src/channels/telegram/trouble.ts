import { GrammyError, HttpError } from "grammy";

/**
 * What a failure means for an update. `passing`: the same may work later; `gone`: she blocked the bot or the chat is no more; `lasting`: a mistake
 * of ours that no repetition cures.
 */
export type Trouble = "passing" | "gone" | "lasting";

/** Sorts a failure of a turn or of a call to Telegram. A turn rejects when its store is out of reach, or with a mistake of our own. */
export function sortTrouble(error: unknown): Trouble {
  if (error instanceof HttpError) return "passing";
  if (error instanceof GrammyError) {
    if (error.error_code === 429 || error.error_code >= 500) return "passing";
    return error.error_code === 403 ? "gone" : "lasting";
  }
  const ours = [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind);
  return ours ? "lasting" : "passing";
}

/** A failure in one line for the log: never a payload, which holds a citizen's text, and never a network error's own words, which hold the token. */
export function describeTrouble(error: unknown): string {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (error instanceof HttpError) return `${error.message} ${codeOf(error.error)}`.trimEnd();
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
