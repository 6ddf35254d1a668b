/** The page: hears what the citizen does, sends it, shows what the guide says. */

import { listen } from "./composer.js";
import { beginAnew, heard } from "./conversation.js";
import { drawCitizen, drawReply, drawTrouble } from "./draw-reply.js";
import { newId } from "./memory.js";
import { openOutbox } from "./outbox.js";
import { makeRoom, readFromStart } from "./scroll.js";
import { chosenLanguage, language, offerOtherLanguage, speak, word } from "./words.js";

/** @typedef {import("./post.js").Deed} Deed */

const log = /** @type {HTMLElement} */ (document.getElementById("log"));
const typing = /** @type {HTMLElement} */ (document.getElementById("typing"));
const trouble = /** @type {HTMLElement} */ (document.getElementById("trouble-text"));
const retry = /** @type {HTMLButtonElement} */ (document.getElementById("retry"));

/** Bubbles of the citizen that have no answer yet, by message id. @type {Map<string, HTMLElement>} */
const pending = new Map();

/** Choices on their way, so that a double press is one choice. @type {Set<string>} */
const underWay = new Set();

const outbox = openOutbox({ state: showState, answered, setAside });

/** @param {"idle" | "sending" | "offline" | "busy"} state */
function showState(state) {
  const waits = state === "offline" || state === "busy";
  typing.hidden = state !== "sending";
  retry.hidden = !waits;
  trouble.textContent = waits ? word(`page.${state}`) : "";
  for (const bubble of pending.values()) bubble.dataset["waiting"] = waits ? word("page.waiting") : "";
  makeRoom();
  const newest = waits ? [...pending.values()].at(-1) : typing;
  newest?.scrollIntoView({ block: "nearest" });
}

/** @type {import("./outbox.js").Told["answered"]} */
function answered(message, replies) {
  settle(message);
  heard();
  if (replies.some(({ kind }) => kind === "forgotten")) beginAnew();
  const spoken = replies.at(-1)?.language;
  if (spoken && spoken !== language()) speak(spoken);
  for (const old of log.querySelectorAll(".latest")) old.classList.remove("latest");
  show(replies.map(drawReply));
}

/** @type {import("./outbox.js").Told["setAside"]} */
function setAside(message, became) {
  settle(message);
  const again = became === "failed" ? () => outbox.put(message) : undefined;
  show([drawTrouble(word(`page.${became}`), again)]);
}

/** @param {import("./post.js").Message} message */
function settle(message) {
  const bubble = pending.get(message.message);
  if (bubble) delete bubble.dataset["waiting"];
  pending.delete(message.message);
  if ("choice" in message) underWay.delete(message.choice);
}

/** @param {HTMLElement[]} said */
function show(said) {
  log.append(...said);
  readFromStart(said);
}

/**
 * Sends what the citizen did, and shows it as hers where there are words for it.
 * @param {Deed} deed
 * @param {string} [shown]
 */
function send(deed, shown) {
  const message = { ...deed, message: newId() };
  if (shown !== undefined) {
    const bubble = drawCitizen(shown);
    pending.set(message.message, bubble);
    if (!retry.hidden) bubble.dataset["waiting"] = word("page.waiting");
    show([bubble]);
  }
  outbox.put(message);
}

/** @param {MouseEvent} event */
function pressed({ target }) {
  const button = target instanceof Element ? target.closest("[data-choice]") : null;
  if (!(button instanceof HTMLElement)) return;
  const choice = button.dataset["choice"] ?? "";
  if (underWay.has(choice)) return;
  underWay.add(choice);
  const label = button.textContent?.trim() ?? "";
  if (choice === "language:vi" || choice === "language:en") speak(choice === "language:en" ? "en" : "vi");
  send({ choice }, label);
}

/** A start link starts once: a reload of the page shows where she is. */
function open() {
  const asked = new URLSearchParams(location.search);
  const start = asked.get("start");
  const named = asked.get("lang") ?? start?.split("--").find((part) => part === "vi" || part === "en");
  history.replaceState(null, "", location.pathname);
  const chosen = named ? language() : chosenLanguage();
  if (chosen) speak(chosen);
  offerOtherLanguage();
  if (start) send({ start: start.slice(0, 200) });
  else send({ opened: true, ...(named && { language: language() }) });
}

document.addEventListener("click", pressed);
retry.addEventListener("click", () => outbox.retry());
addEventListener("online", () => outbox.retry());
document.addEventListener("visibilitychange", () => outbox.retry());
listen((text) => send({ text }, text));
open();
