/** Draws what was said as elements of the page. Text goes in as text, never as HTML. */

import { language, word } from "./words.js";

/** @typedef {import("./post.js").Reply} Reply */
/** @typedef {import("./post.js").Line} Line */

/**
 * One reply of the guide: a bubble with its lines and links, and its choices as buttons below.
 * @param {Reply} reply
 * @returns {HTMLElement}
 */
export function drawReply({ kind, lines, choices = [], links = [], progress }) {
  const reply = element("div", "said guide latest");
  reply.dataset["kind"] = kind;
  reply.lang = language();
  const bubble = element("div", "bubble", element("span", "unseen", `${word("page.name")}: `));
  if (progress) bubble.append(drawProgress(progress));
  bubble.append(...groups(lines).map(drawGroup));
  if (links.length > 0) bubble.append(element("p", "links", ...links.map(drawLink)));
  reply.append(bubble);
  if (choices.length > 0) reply.append(element("div", "choices", ...choices.map(drawChoice)));
  return reply;
}

/**
 * What the citizen wrote or pressed.
 * @param {string} text
 * @returns {HTMLElement}
 */
export function drawCitizen(text) {
  const said = element("div", "said citizen", element("div", "bubble", element("span", "unseen", `${word("page.you")}: `), text));
  said.lang = language();
  return said;
}

/**
 * A sentence about a message that got no answer, with a button to send it again where that may help.
 * @param {string} sentence
 * @param {(() => void) | undefined} again
 * @returns {HTMLElement}
 */
export function drawTrouble(sentence, again) {
  const said = element("div", "said guide trouble-said", element("div", "bubble", element("p", "", sentence)));
  said.lang = language();
  if (!again) return said;
  const button = element("button", "choice", word("page.retry"));
  button.addEventListener("click", again, { once: true });
  said.append(element("div", "choices", button));
  return said;
}

/** @param {{ at: number, of: number }} progress */
function drawProgress({ at, of }) {
  const bar = element("progress", "");
  bar.max = of;
  bar.value = at;
  bar.setAttribute("aria-label", word("page.progress"));
  return element("p", "progress", bar, element("span", "", `${at}/${of}`));
}

/** @param {{ id: string, label: string }} choice */
function drawChoice({ id, label }) {
  const button = element("button", "choice", label);
  button.type = "button";
  button.dataset["choice"] = id;
  return button;
}

/** @param {{ label: string, url: string }} link */
function drawLink({ label, url }) {
  const link = element("a", "link", label, element("span", "unseen", ` (${word("page.newTab")})`));
  const target = new URL(url, location.href);
  if (target.protocol === "https:" || target.origin === location.origin) link.href = target.href;
  link.target = "_blank";
  link.rel = "noopener";
  return link;
}

/**
 * Neighbouring lines of one sort together, so that facts become one table and items one list.
 * @param {Line[]} lines
 * @returns {Line[][]}
 */
function groups(lines) {
  /** @type {Line[][]} */
  const found = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[0]?.as === line.as) last.push(line);
    else found.push([line]);
  }
  return found;
}

/** @param {Line[]} lines */
function drawGroup(lines) {
  const as = lines[0]?.as;
  if (as === "fact") return element("dl", "facts", ...lines.map(drawFact));
  if (as === "item") return element("ul", "items", ...lines.map(drawItem));
  const drawn = lines.map(({ text }) => element(as === "title" ? "h2" : "p", as ?? "text", text));
  return element("div", "lines", ...drawn);
}

/** @param {Line} line */
function drawFact({ label = "", text }) {
  return element("div", "", element("dt", "", label), element("dd", "", text));
}

/** @param {Line} line */
function drawItem({ text, ticked }) {
  if (ticked === undefined) return element("li", "", text);
  const state = element("span", "unseen", `${word(ticked ? "page.have" : "page.missing")}: `);
  return element("li", ticked ? "ticked have" : "ticked", state, text);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} classes
 * @param {...(string | Node)} inside
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, classes, ...inside) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...inside);
  return made;
}
