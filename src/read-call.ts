import { parseArgs } from "node:util";
import { readDay } from "./catalog/day.ts";

/** How the guide was started: for everybody, or as a chat in this terminal; a chat may be as of another day (2026-11-22). */
export type Call = { chat: boolean; today?: string | undefined };

/** Reads the words behind start.mjs; what is wrong comes back as one line each. */
export function readCall(args: readonly string[]): Call | { wrong: string[] } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { "as-of": { type: "string" } },
    strict: false,
    allowPositionals: true,
  });
  const chat = positionals[0] === "chat";
  const { "as-of": asked } = values;
  if (asked === undefined) return { chat };
  const today = typeof asked === "string" ? readDay(asked) : undefined;
  if (today === undefined)
    return { wrong: [`--as-of must be a day such as 2027-01-01${typeof asked === "string" ? `, not "${asked}"` : ""}`] };
  if (!chat) return { wrong: ["--as-of is for npm run chat: what citizens are told is always as of today"] };
  return { chat, today };
}
