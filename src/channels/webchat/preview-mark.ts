import { type Html, html, wordOf } from "./html.ts";

/** What a preview is of: the day (2026-11-22) and the start link from which it begins again. */
export type Preview = { day: string; start: string };

/** What a preview adds to the head of a page. */
export const previewHead: Html = html`<meta name="robots" content="noindex">
<link rel="stylesheet" href="/page/preview.css">
<script type="module" src="/page/preview.js"></script>`;

/** The mark at the top of every page of a preview: that it is one, of which day, and a button that begins again. `words` are those of a preview, which the public page does not have. */
export function previewMark({ day, start }: Preview, words: Readonly<Record<string, string>>): Html {
  const word = (name: string): Html => html`<span data-word="${name}">${wordOf(words, name)}</span>`;
  return html`<aside class="preview"><p><strong>${word("preview.mark")}</strong> ${word("preview.day")} <time datetime="${day}">${day
    .split("-")
    .reverse()
    .join("/")}</time></p>
<button type="button" id="again" data-start="/?start=${start}">${word("preview.again")}</button></aside>`;
}
