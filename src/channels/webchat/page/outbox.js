/** Messages on their way to the server: one at a time, in order, each until it is answered. */

import { post } from "./post.js";

/** Waiting times between tries, in milliseconds; the last one stays. */
const waits = [1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * What the outbox tells the page. `state` is "idle", "sending", or why it waits for the next try.
 * @typedef {object} Told
 * @property {(state: "idle" | "sending" | "offline" | "busy") => void} state
 * @property {(message: import("./post.js").Message, replies: import("./post.js").Reply[]) => void} answered
 * @property {(message: import("./post.js").Message, became: "failed" | "refused") => void} setAside
 */

/**
 * Opens an outbox. A message keeps its id however often it is tried, so the server answers it once.
 * @param {Told} told
 */
export function openOutbox(told) {
  /** @type {import("./post.js").Message[]} */
  const queue = [];
  let busy = false;
  let tries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  async function sendNext() {
    const message = queue[0];
    if (busy || !message) return;
    clearTimeout(timer);
    busy = true;
    if (tries === 0) told.state("sending");
    const outcome = await post(message);
    busy = false;
    if (outcome.became === "offline" || outcome.became === "busy") return waitAfter(outcome.became);
    tries = 0;
    queue.shift();
    told.state(queue.length > 0 ? "sending" : "idle");
    if (outcome.became === "answered") told.answered(message, outcome.replies);
    else told.setAside(message, outcome.became);
    void sendNext();
  }

  /** @param {"offline" | "busy"} why */
  function waitAfter(why) {
    told.state(why);
    timer = setTimeout(sendNext, waits[Math.min(tries, waits.length - 1)]);
    tries += 1;
  }

  return {
    /** @param {import("./post.js").Message} message */
    put(message) {
      queue.push(message);
      void sendNext();
    },
    /** Tries again now instead of waiting. */
    retry: () => void sendNext(),
  };
}
