import { longestLabel, longestText } from "./limits.ts";
import type { Mistaken } from "./mistakes.ts";
import { type Parsed, problemAt } from "./parse-file.ts";
import type { Path } from "./places.ts";
import type { Problem } from "./problem.ts";
import { isPublicHost } from "./text.ts";

/**
 * Texts that a channel cannot show whole, and links inside sentences to hosts that the guide does not give. Works on every kind of file. What
 * stands in a national record is kept word for word (the channels cut it into several messages), so there it is for staff to look at.
 */
export function checkTexts(parsed: Parsed<unknown>): Problem[] {
  const problems: Problem[] = [];
  const quoted = isImported(parsed.value);
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === "string") problems.push(...wrongWith(value, path, quoted).map((mistaken) => problemAt(parsed, path, mistaken)));
    else if (Array.isArray(value)) for (const [at, inner] of value.entries()) visit(inner, [...path, at]);
    else if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(parsed.value, []);
  return problems;
}

/** Did `content -- import` write this file from a national record? */
function isImported(value: unknown): boolean {
  const { source } = (value ?? {}) as { source?: { imported?: unknown } };
  return source?.imported !== undefined;
}

function wrongWith(text: string, path: Path, quoted: boolean): Mistaken[] {
  const found: Mistaken[] = [];
  const values = { key: String(path.at(-1) ?? ""), length: text.length, most: longestText };
  if (text.length > longestText) found.push({ mistake: quoted ? "record-text-long" : "text-too-long", values });
  if (path.at(-2) === "label" && text.length > longestLabel)
    found.push({ mistake: "label-long", values: { length: text.length, most: longestLabel } });
  for (const [link] of text.matchAll(/\bhttps?:\/\/[^\s"'“”‘’()<>]+/gi))
    if (!isPublicHost(link)) found.push({ mistake: quoted ? "record-link" : "link-off-list", values: { value: link } });
  return found;
}
