import type { z } from "zod";
import { longestId } from "./limits.ts";
import { isMistake, type Mistake, type Mistaken, mistakes } from "./mistakes.ts";
import { nearest } from "./nearest.ts";
import type { Path } from "./places.ts";
import { keysAt } from "./schema-keys.ts";
import { languages } from "./text.ts";

type Issue = z.core.$ZodIssue;

/** What zod found fault with, as we name it. `key`: it is the key that is wrong, not what stands behind it. */
export type Named = { path: Path; key?: true; mistaken: Mistaken };

/** What was checked: the value as read, the schema, and how a value was typed. */
export type Seen = {
  file: string;
  value: unknown;
  schema: z.ZodType;
  written?: (path: Path) => string | undefined;
  inBraces?: (path: Path) => boolean;
};

type Facts = Partial<Record<(typeof mistakes)[Mistake][number], string | number>>;

/** Names what one issue of zod says. Zod's own sentences never reach anybody: a message of our schemas is the name of a mistake, everything else goes by the issue's code. */
export function nameIssue(issue: Issue, seen: Seen): Named[] {
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey([...issue.path, key], key, seen));
    case "invalid_key":
      return issue.issues.map((inner) => ({
        path: issue.path,
        key: true,
        mistaken: filled(byMessage(inner) ?? "bad-value", { ...factsOf(inner, String(issue.path.at(-1)), issue.path) }),
      }));
    case "invalid_element":
      return issue.issues.flatMap((inner) => nameIssue({ ...inner, path: issue.path }, seen));
    default: {
      const value = valueAt(seen.value, issue.path);
      const written = seen.written?.(issue.path);
      const facts = {
        ...factsOf(issue, value, issue.path),
        ...(issue.path.length === 0 && { key: seen.file }),
        ...(written !== undefined && { written: shown(written) }),
      };
      return [{ path: issue.path, mistaken: filled(nameOf(issue, value, seen), facts) }];
    }
  }
}

function nameOf(issue: Issue, value: unknown, seen: Seen): Mistake {
  if (value === undefined) return lacksTranslation(issue.path, seen) ? "missing-translation" : "missing-key";
  if (value === null) return "empty-value";
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof value !== "object") return "needs-quotes";
  const own = byMessage(issue);
  if (own === "bad-code" && /^\d[.,]\d{1,6}$/.test(String(value))) return "code-lost-zero";
  return own ?? byCode(issue, value);
}

/** The mistake that a message of our schemas names. */
function byMessage({ message }: Pick<Issue, "message">): Mistake | undefined {
  return isMistake(message) ? message : undefined;
}

function byCode(issue: Issue, value: unknown): Mistake {
  switch (issue.code) {
    case "invalid_type":
      return wanted(issue.expected, value);
    case "invalid_value":
    case "invalid_union":
      return choicesOf(issue).length === 0
        ? "bad-value"
        : nearest(String(value), choicesOf(issue))
          ? "unknown-value-near"
          : "unknown-value";
    case "too_small":
      if (issue.origin === "string") return issue.minimum === 1 ? "empty-text" : "too-short";
      return issue.origin === "array" ? "too-few" : "number-low";
    case "too_big":
      if (issue.origin === "string") return "too-long";
      return issue.origin === "array" ? "too-many" : "number-high";
    case "invalid_format":
      return issue.format === "date" ? "bad-date" : issue.format === "url" ? "bad-link" : "bad-value";
    case "unrecognized_keys":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
    case "custom":
      return "bad-value";
  }
}

function wanted(expected: string, value: unknown): Mistake {
  if (expected === "array") return "wants-list";
  if (expected === "object" || expected === "record") return "wants-keys";
  if (expected === "boolean") return "wants-yes-no";
  if (expected === "int" && typeof value === "number") return "wants-whole-number";
  return expected === "number" || expected === "int" ? "wants-number" : "wants-text";
}

function unknownKey(path: Path, key: string, { value, schema, inBraces }: Seen): Named {
  const near = nearest(key, keysAt(schema, path.slice(0, -1)));
  const cut = valueAt(value, path) === null && inBraces?.(path.slice(0, -1));
  const mistake = cut ? "comma-in-text" : near === undefined ? "unknown-key" : "unknown-key-near";
  return { path, key: true, mistaken: filled(mistake, { key: shown(key), near: near ?? "" }) };
}

/** A sentence that is there in one language and not in the other. */
function lacksTranslation(path: Path, { value }: Seen): boolean {
  const beside = valueAt(value, path.slice(0, -1));
  const isLanguage = languages.some((language) => language === path.at(-1));
  return isLanguage && typeof beside === "object" && beside !== null && languages.some((language) => language in beside);
}

/** All that can fill the blanks of a mistake's sentences. */
function factsOf(issue: Issue, value: unknown, path: Path): Facts {
  const choices = choicesOf(issue);
  return {
    key: keyOf(path),
    language: String(path.at(-1) ?? ""),
    value: shown(value),
    written: shown(value),
    choices: choices.join(", "),
    near: nearest(String(value), choices) ?? lostZeros(String(value)),
    least: issue.code === "too_small" ? Number(issue.minimum) : 0,
    most: issue.code === "too_big" ? Number(issue.maximum) : longestId,
  };
}

function choicesOf(issue: Issue): string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  const { options } = issue as { options?: unknown };
  return issue.code === "invalid_union" && Array.isArray(options) ? options.map(String) : [];
}

/** A code that went through a number, as it was: "1.00119" was 1.001190. */
function lostZeros(code: string): string {
  return code.replace(",", ".").padEnd("1.001193".length, "0");
}

/** The mistake with the blanks that it has. */
function filled(mistake: Mistake, facts: Facts): Mistaken {
  const blanks: readonly (keyof Facts)[] = mistakes[mistake];
  return { mistake, values: Object.fromEntries(blanks.map((blank) => [blank, facts[blank] ?? ""])) } as Mistaken;
}

/** The key a person sees next to the place; for a language the key above it too. */
function keyOf(path: Path): string {
  const keys = path.filter((part) => typeof part === "string");
  const isLanguage = languages.some((language) => language === keys.at(-1));
  return keys.slice(isLanguage ? -2 : -1).join(".");
}

/** A value for a sentence: in one line, and not all of a long one. */
function shown(value: unknown): string {
  const text = (typeof value === "object" ? JSON.stringify(value) : String(value)).replace(/\s+/g, " ").trim();
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? inner[key as keyof typeof inner] : undefined,
    value,
  );
}
