/** The page of the whole content: finds, narrows down and shows rows. Everything is in the file itself; nothing is asked of a network. */

/**
 * @typedef {{ code: string, name: string, everyday?: string, field?: string, states: string[], person?: string, on?: string,
 *   review?: string, month: string, filings: number, lacks: string[], url?: string, line: number, href: string, also: string }} Row
 * @typedef {"search" | "state" | "lacks" | "field" | "person"} Filter
 */

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @type {{ rows: Row[], words: Record<string, string>, language: string }} */
const { rows, words, language } = JSON.parse(element("content").textContent ?? "");
const form = /** @type {HTMLFormElement} */ (element("filters"));
const search = /** @type {HTMLInputElement} */ (element("search"));
const list = element("rows");
const more = element("more");
const dialog = /** @type {HTMLDialogElement} */ (element("picture"));

/** How many rows are drawn at once; the rest on demand, so that thousands cost nothing. */
const atOnce = 50;

/** @param {string} text */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
/** @param {number} number */
const figure = (number) => number.toLocaleString(language);
/** @param {string} day */
const dayOf = (day) => (language === "vi" ? day.split("-").reverse().join("/") : day);

/** One of our sentences with its blanks filled. @param {string} name @param {Record<string, string>} [blanks] */
function word(name, blanks = {}) {
  return (words[name] ?? name).replace(/\{\{(\w+)\}\}/g, (_blank, key) => blanks[key] ?? "");
}

const folded = rows.map(({ code, name, everyday = "", field = "", also }) => fold([code, name, everyday, field, also].join(" ")));

/** What each filter but the search looks at in a row; "" stands for nothing known. @type {Record<Exclude<Filter, "search">, (row: Row) => string[]>} */
const looks = {
  state: ({ states }) => states,
  lacks: ({ lacks }) => lacks,
  field: ({ field }) => [field ?? "-"],
  person: ({ person }) => [person ?? "-"],
};
const filters = /** @type {(keyof typeof looks)[]} */ (Object.keys(looks));

/** The rows that fit what is asked, in order of demand. @returns {Row[]} */
function fitting() {
  const asked = new FormData(form);
  const wanted = fold(search.value).split(/\s+/).filter(Boolean);
  const chosen = filters.flatMap((filter) => {
    const value = String(asked.get(filter) ?? "");
    return value === "" ? [] : [{ look: looks[filter], value }];
  });
  return rows.filter((row, at) => {
    const text = folded[at] ?? "";
    return wanted.every((each) => text.includes(each)) && chosen.every(({ look, value }) => look(row).includes(value));
  });
}

/** @param {string} tag @param {string} [look] @param {...(string | Node)} inside */
function make(tag, look = "", ...inside) {
  const made = document.createElement(tag);
  if (look !== "") made.className = look;
  made.append(...inside);
  return made;
}

/** @param {Row} row */
function draw(row) {
  const facts = [row.code, row.field ?? "", row.filings > 0 ? word("filings", { filings: figure(row.filings) }) : ""];
  const what = make("div", "what", make("h2", "", row.name));
  if (row.everyday) what.append(make("p", "", word("everyday", { name: row.everyday })));
  what.append(make("p", "soft", facts.filter(Boolean).join(" · ")));
  const state = make("div", "state", make("ul", "chips", ...row.states.map((name) => make("li", name, word(`state.${name}`)))));
  state.append(...times(row).map((line) => make("p", "soft times", line)));
  const lacks = make("div", "lacks");
  if (row.lacks.length > 0) {
    const chips = row.lacks.map((name) => make("li", "", word(`lack.${name}`)));
    lacks.append(make("p", "soft", word("lacking")), make("ul", "chips", ...chips));
  }
  return make("li", "row", what, state, lacks, ways(row));
}

/** @param {Row} row */
function times({ person, on, review, month }) {
  const checked =
    person === undefined
      ? word("source", { month: month.split("-").reverse().join("/") })
      : word("checked", { person, on: dayOf(on ?? "") });
  return review === undefined ? [checked] : [checked, word("review", { on: dayOf(review) })];
}

/** @param {Row} row */
function ways({ code, name, href, line, url, states }) {
  const file = decodeURIComponent(href.slice(href.lastIndexOf("/") + 1));
  const ways = make("div", "ways", link(href, states.includes("known") ? `${file}:${line}` : file));
  if (states.includes("guided")) {
    const button = make("button", "", word("see-picture"));
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", `${word("see-picture")}: ${name}`);
    button.addEventListener("click", () => showPicture(code));
    ways.append(button);
  }
  if (url !== undefined) ways.append(link(url, word("portal")));
  return ways;
}

/** @param {string} href @param {string} text */
function link(href, text) {
  const made = make("a", "", text);
  made.setAttribute("href", href);
  made.setAttribute("target", "_blank");
  made.setAttribute("rel", "noopener noreferrer");
  return made;
}

/** The picture of a guided file; beyond a number of them the file would be too large, and the command is shown instead. @param {string} code */
function showPicture(code) {
  /** @type {Record<string, string>} */
  const pictures = JSON.parse(element("pictures").textContent ?? "");
  const svg = pictures[code];
  const drawn =
    svg === undefined ? make("p", "", word("no-picture", { code })) : new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  element("drawn").replaceChildren(drawn);
  dialog.showModal();
}

/** @type {Row[]} */
let found = [];

function show() {
  found = fitting();
  element("count").textContent =
    found.length === 0 ? word("nothing") : word("count", { shown: figure(found.length), all: figure(rows.length) });
  list.replaceChildren();
  showMore();
  keepInAddress();
}

function showMore() {
  const next = found.slice(list.children.length, list.children.length + atOnce);
  list.append(...next.map(draw));
  const left = found.length - list.children.length;
  more.hidden = left === 0;
  more.textContent = word("more", { left: figure(left) });
}

/** So that a reload, a bookmark or a colleague finds the same rows. */
function keepInAddress() {
  const asked = [...new FormData(form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value !== "");
  history.replaceState(null, "", asked.length > 0 ? `#${new URLSearchParams(asked)}` : location.pathname + location.search);
}

/** Fills a list of choices with what the rows have, each with how many. @param {keyof typeof looks} filter */
function offer(filter) {
  const select = /** @type {HTMLSelectElement} */ (element(filter));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const row of rows) for (const value of looks[filter](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const named = [...counts].map(([value, count]) => ({ value, count, label: labelOf(filter, value) }));
  if (filter === "field" || filter === "person") named.sort((one, other) => one.label.localeCompare(other.label, "vi"));
  select.append(new Option(word("all"), ""), ...named.map(({ value, count, label }) => new Option(`${label} (${figure(count)})`, value)));
}

/** @param {keyof typeof looks} filter @param {string} value */
function labelOf(filter, value) {
  if (value === "-") return word(`no-${filter}`);
  if (filter === "state" || filter === "lacks") return word(`${filter === "state" ? "state" : "lack"}.${value}`);
  return value;
}

document.documentElement.lang = language;
for (const filter of filters) offer(filter);
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(show)); // after the fields are empty
more.addEventListener("click", () => {
  const first = list.children.length;
  showMore();
  const next = list.children[first]?.querySelector("a");
  next?.focus(); // else the focus would stay below everything that came
});
element("close").addEventListener("click", () => dialog.close());
show();
