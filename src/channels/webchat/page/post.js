/** Talks to the server: `POST /api/chat`. */

import { address } from "./conversation.js";

/** @typedef {{ text: string } | { choice: string } | { start: string } | { opened: true }} Deed */
/** @typedef {Deed & { message: string, language?: "vi" | "en" }} Message */
/** @typedef {{ as: "title" | "text" | "fact" | "item" | "note", text: string, label?: string, ticked?: boolean }} Line */
/**
 * @typedef {object} Reply
 * @property {string} kind
 * @property {"vi" | "en"} [language]
 * @property {Line[]} lines
 * @property {{ id: string, label: string }[]} [choices]
 * @property {{ label: string, url: string }[]} [links]
 * @property {{ at: number, of: number }} [progress]
 * @property {string} [procedure]
 */
/**
 * What became of a message. `offline` and `busy` may be sent again; `refused` never helps again; `failed` may.
 * @typedef {{ became: "answered", replies: Reply[] } | { became: "offline" | "busy" | "failed" | "refused" }} Outcome
 */

/** Long enough for a slow phone network; a lost answer is asked for again with the same message id, which changes nothing. */
const patience = 20_000;

/**
 * Sends one message. Never rejects.
 * @param {Message} message
 * @returns {Promise<Outcome>}
 */
export async function post(message) {
  try {
    const response = await fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...address(), ...message }),
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return { became: "answered", replies: (await response.json()).replies };
    return { became: troubleOf(response.status) };
  } catch {
    return { became: "offline" };
  }
}

/**
 * @param {number} status
 * @returns {"busy" | "failed" | "refused"}
 */
function troubleOf(status) {
  if ([408, 425, 429, 502, 503, 504].includes(status)) return "busy";
  return status >= 500 ? "failed" : "refused";
}
