/** Text that is already HTML. */
export type Html = { html: string };

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as it may stand in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** A piece of HTML; every text put into it is escaped, every piece of HTML goes in as it is, `undefined` is left out. */
export function html(texts: TemplateStringsArray, ...values: (string | undefined | Html | readonly Html[])[]): Html {
  return { html: texts.map((text, position) => text + markup(values[position])).join("") };
}

function markup(value: string | undefined | Html | readonly Html[]): string {
  if (value === undefined) return "";
  if (typeof value === "string") return escapeHtml(value);
  return [value]
    .flat()
    .map((part) => part.html)
    .join("");
}

/** Fills places such as {{page.title}} with escaped words; a place without its word throws, so that a start shows it. */
export function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{([\w.-]+)\}\}/g, (_place, name: string) => escapeHtml(wordOf(words, name)));
}

/** One of our own sentences; throws when locales does not have it. */
export function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  const word = words[name];
  if (word === undefined) throw new Error(`locales has no sentence "${name}", which the web page needs`);
  return word;
}
