import QRCode from "qrcode";
import type { SpokenLine } from "../../wording/spoken.ts";
import { escapeHtml, type Html, html, wordOf } from "./html.ts";
import { type Preview, previewHead, previewMark } from "./preview-mark.ts";
import type { Printed } from "./printed.ts";

/** What the printable page is made of; `words` are the page's sentences in her language, `backUrl` is the whole address the QR code leads to; `preview`: of what this is a preview, if it is one. */
export type ChecklistPage = { printed: Printed; words: Readonly<Record<string, string>>; backUrl: string; preview?: Preview | undefined };

/** The printable checklist as a whole HTML page: her papers with boxes to tick, the facts, and a QR code that leads back into the chat. */
export async function checklistPage({ printed, words, backUrl, preview }: ChecklistPage): Promise<string> {
  const word = (name: string): string => wordOf(words, name);
  const { language, title, spoken, backPath } = printed;
  const main = html`${preview && previewMark(preview, words)}<header class="top">
<p class="brand"><img src="/page/icon.svg" alt="" width="32" height="32">${word("page.name")}</p>
<p class="actions"><a class="quiet" href="${backPath}">${word("page.backToChat")}</a>
<button type="button" id="print">${word("page.print")}</button></p>
</header>
<main><h1>${title}</h1>
${groups(spoken.lines.filter(({ as, text }) => as !== "title" || text !== title)).map((group) => groupHtml(group, words))}
${await qrFigure(backUrl, word("page.scan"))}
</main>
<script type="module" src="/page/print.js"></script>`;
  return wholePage({ language, title, main, head: preview && previewHead });
}

/** The page for an address that names no checklist, in plain words. */
export function noChecklistPage(language: string, words: Readonly<Record<string, string>>, preview?: Preview): string {
  const word = (name: string): string => wordOf(words, name);
  const main = html`${preview && previewMark(preview, words)}<main><h1>${word("page.noChecklist")}</h1><p>${word("page.noChecklistWhy")}</p>
<p class="actions"><a href="/">${word("page.backToChat")}</a></p></main>`;
  return wholePage({ language, title: word("page.noChecklist"), main, head: preview && previewHead });
}

type Page = { language: string; title: string; main: Html; head?: Html | undefined };

function wholePage({ language, title, main, head }: Page): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title>
<link rel="icon" href="/page/icon.svg"><link rel="stylesheet" href="/page/print.css"><link rel="stylesheet" href="/page/papers.css">${head}</head>
<body>
${main}
</body></html>
`.html;
}

async function qrFigure(url: string, label: string): Promise<Html> {
  const svg = await QRCode.toString(url, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  const picture = { html: `<div role="img" aria-label="${escapeHtml(label)}">${svg}</div>` };
  return html`<figure class="qr">${picture}<figcaption>${label}<br><span class="url">${url}</span></figcaption></figure>`;
}

type Group = { as: SpokenLine["as"] | "paper"; lines: SpokenLine[] };

/** Neighbouring lines of one sort together, so that facts become one table and papers one list. */
function groups(lines: readonly SpokenLine[]): Group[] {
  const found: Group[] = [];
  for (const line of lines) {
    const as = line.ticked === undefined ? line.as : "paper";
    const last = found.at(-1);
    if (last?.as === as) last.lines.push(line);
    else found.push({ as, lines: [line] });
  }
  return found;
}

function groupHtml({ as, lines }: Group, words: Readonly<Record<string, string>>): Html {
  switch (as) {
    case "title":
      return html`${lines.map((line) => html`<h2>${line.text}</h2>`)}`;
    case "text":
      return html`${lines.map((line) => html`<p>${line.text}</p>`)}`;
    case "note":
      return html`${lines.map((line) => html`<p class="note">${line.text}</p>`)}`;
    case "item":
      return html`<ul>${lines.map((line) => html`<li>${line.text}</li>`)}</ul>`;
    case "fact":
      return html`<dl>${lines.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl>`;
    case "paper":
      return html`<ul class="papers">${lines.map((line) => paper(line, words))}</ul>`;
  }
}

function paper({ ticked, label, text }: SpokenLine, words: Readonly<Record<string, string>>): Html {
  const state = wordOf(words, ticked ? "page.have" : "page.missing");
  const box = html`<span class="box" aria-hidden="true">${ticked ? "✓" : ""}</span>`;
  return html`<li class="${ticked ? "have" : "missing"}">${box}<span><span class="state">${state}: </span>${
    label === undefined ? undefined : html`<b>${label}</b> `
  }${text}</span></li>`;
}
