import { longestLabel, longestText } from "./limits.ts";
import type { Mistaken } from "./mistakes.ts";
import { type Parsed, problemAt } from "./parse-file.ts";
import type { Path } from "./places.ts";
import type { Problem } from "./problem.ts";
import { isPublicHost } from "./text.ts";

/** Texts that a channel cannot show whole, and links inside sentences to hosts that the guide does not give. Works on every kind of file. */
export function checkTexts(parsed: Parsed<unknown>): Problem[] {
  const problems: Problem[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === "string") problems.push(...wrongWith(value, path).map((mistaken) => problemAt(parsed, path, mistaken)));
    else if (Array.isArray(value)) for (const [at, inner] of value.entries()) visit(inner, [...path, at]);
    else if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(parsed.value, []);
  return problems;
}

function wrongWith(text: string, path: Path): Mistaken[] {
  const found: Mistaken[] = [];
  if (text.length > longestText)
    found.push({ mistake: "text-too-long", values: { key: String(path.at(-1) ?? ""), length: text.length, most: longestText } });
  if (path.at(-2) === "label" && text.length > longestLabel)
    found.push({ mistake: "label-long", values: { length: text.length, most: longestLabel } });
  for (const [link] of text.matchAll(/\bhttps?:\/\/[^\s"'“”‘’()<>]+/gi))
    if (!isPublicHost(link)) found.push({ mistake: "link-off-list", values: { value: link } });
  return found;
}
