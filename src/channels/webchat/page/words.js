/** The page's own sentences, in both languages, as the server put them into the page. */

import { keep, recall } from "./memory.js";

/** @typedef {"vi" | "en"} Language */
/** @typedef {Record<string, string>} Words */

const page = document.documentElement;

/** @type {Record<Language, Words>} */
const all = JSON.parse(page.dataset["words"] ?? "{}");

/**
 * The language the page speaks now.
 * @returns {Language}
 */
export function language() {
  return page.lang === "en" ? "en" : "vi";
}

/**
 * The language the citizen once chose on this page, if any.
 * @returns {Language | undefined}
 */
export function chosenLanguage() {
  const kept = recall("motcua.language");
  return kept === "vi" || kept === "en" ? kept : undefined;
}

/**
 * One of the page's sentences.
 * @param {string} name such as "page.send"
 */
export function word(name) {
  return all[language()][name] ?? "";
}

/**
 * Makes the page speak a language, and remembers it.
 * @param {Language} wanted
 */
export function speak(wanted) {
  keep("motcua.language", wanted);
  page.lang = wanted;
  document.title = word("page.title");
  for (const element of marked("word")) element.textContent = word(element.dataset["word"] ?? "");
  for (const element of marked("label")) element.setAttribute("aria-label", word(element.dataset["label"] ?? ""));
  for (const element of marked("placeholder")) element.setAttribute("placeholder", word(element.dataset["placeholder"] ?? ""));
  offerOtherLanguage();
}

/** Names the other language on its button, in that language. */
export function offerOtherLanguage() {
  const other = language() === "vi" ? "en" : "vi";
  const button = /** @type {HTMLButtonElement} */ (document.getElementById("language"));
  button.textContent = all[other]["page.language"] ?? other;
  button.lang = other;
  button.dataset["choice"] = `language:${other}`;
}

/**
 * @param {string} name
 * @returns {NodeListOf<HTMLElement>}
 */
function marked(name) {
  return document.querySelectorAll(`[data-${name}]`);
}
