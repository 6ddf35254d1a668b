import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Language } from "../../catalog/text.ts";
import type { StaffSay } from "../../wording/staff-words.ts";
import { escapeXml } from "../picture/shapes.ts";
import { lackNames, type Row, stateNames } from "./rows-of-content.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
const frame = read("page/page.html");
const styles = ["page/colours.css", "page/filters.css", "page/rows.css", "page/picture.css", "../picture/picture.css"].map(read).join("\n");
const script = read("page/page.js");

/** What the page is made from: its rows, pictures by code, the content folder and the file it is written to (for the way from one to the other), and the day. */
export type Overview = { rows: readonly Row[]; pictures: Readonly<Record<string, string>>; folder: string; to: string; today: string };

/** The page of the whole content, one HTML document that needs no network. */
export function drawOverview({ rows, pictures, folder, to, today }: Overview, language: Language, say: StaffSay): string {
  const way = (file: string): string =>
    relative(dirname(resolve(to)), resolve(join(folder, file)))
      .split(sep)
      .map(encodeURIComponent)
      .join("/");
  const guided = rows.filter(({ states }) => states.includes("guided")).length;
  const shown = rows.map(({ file, ...row }) => ({ ...row, href: way(file) }));
  const words: Record<string, string> = {
    title: say("overview.title"),
    made: say("overview.made", { all: rows.length, guided, today: language === "vi" ? today.split("-").reverse().join("/") : today }),
    filters: say("overview.filters"),
    search: say("overview.search"),
    example: say("overview.example"),
    state: say("overview.state"),
    lacks: say("overview.lacks"),
    field: say("overview.field"),
    person: say("overview.person"),
    reset: say("overview.reset"),
    noscript: say("overview.noscript"),
    picture: say("overview.picture"),
    close: say("overview.close"),
  };
  const content = asJson({ rows: shown, words: wordsOfScript(say), language });
  const parts: Record<string, string> = {
    style: `<style>${styles}</style>`,
    data: `${jsonElement("content", content)}\n${jsonElement("pictures", asJson(pictures))}`,
    script: `<script type="module">${script}</script>`,
  };
  return frame
    .replace(/\{\{(\w+)\}\}/g, (_blank, name: string) => escapeXml(words[name] ?? ""))
    .replace(/<!--(\w+)-->/g, (_blank, name: string) => parts[name] ?? "");
}

function jsonElement(id: string, json: string): string {
  return `<script type="application/json" id="${id}">${json}</script>`;
}

/** The sentences that the page's script says; the script fills their blanks itself. */
function wordsOfScript(say: StaffSay): Record<string, string> {
  const open = (name: string): Record<string, string> => ({ [name]: `{{${name}}}` });
  return {
    all: say("overview.all"),
    count: say("overview.count", { ...open("shown"), ...open("all") }),
    nothing: say("overview.nothing"),
    more: say("overview.more", open("left")),
    filings: say("overview.filings", open("filings")),
    everyday: say("overview.everyday", open("name")),
    source: say("overview.source", open("month")),
    checked: say("overview.checked", { ...open("person"), ...open("on") }),
    review: say("overview.review", open("on")),
    lacking: say("overview.lacking"),
    portal: say("overview.portal"),
    "see-picture": say("overview.see-picture"),
    "no-picture": say("overview.no-picture", open("code")),
    "no-field": say("overview.no-field"),
    "no-person": say("overview.no-person"),
    ...Object.fromEntries(stateNames.map((name) => [`state.${name}`, say(`overview.state.${name}`)])),
    ...Object.fromEntries(lackNames.map((name) => [`lack.${name}`, say(`overview.lack.${name}`)])),
  };
}

/** JSON that may stand inside a script element: no text of the content can end it. */
function asJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
