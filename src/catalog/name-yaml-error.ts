import type { ErrorCode } from "yaml";
import type { Mistaken } from "./mistakes.ts";

/** What YAML could not read, as the library reports it. */
type YamlError = { code: ErrorCode; message: string; pos: [number, number] };

/** A mistake in how the file is written, and its offset in the text. */
export type Slip = { offset: number; mistaken: Mistaken };

/** Names the mistakes behind the errors of YAML; `text` is the whole file. What is too deep, and what opens and does not close, explains everything else, so it stands alone. */
export function nameYamlErrors(errors: readonly YamlError[], text: string): Slip[] {
  const slips = errors.map((error) => ({ offset: error.pos[0], mistaken: nameYamlError(error, text) }));
  const deep = slips.find(({ mistaken: { mistake } }) => mistake === "too-deep");
  if (deep) return [deep];
  const open = slips.find(({ mistaken: { mistake } }) => mistake === "bracket-open" || mistake === "quote-open");
  if (open) return [open.mistaken.mistake === "bracket-open" ? { ...open, offset: openBracket(text, open.offset) } : open];
  const overIndented = new Set(errors.filter(({ code }) => code === "MULTILINE_IMPLICIT_KEY").map(({ pos }) => pos[0]));
  return slips.map((slip) =>
    overIndented.has(slip.offset) ? { offset: lineTooFarIn(text, slip.offset), mistaken: { mistake: "bad-indent", values: {} } } : slip,
  );
}

/** The bracket before an offset that nothing closes. */
function openBracket(text: string, offset: number): number {
  let closed = 0;
  for (let at = Math.min(offset, text.length) - 1; at >= 0; at--) {
    if ("]}".includes(text[at] ?? " ")) closed++;
    else if ("[{".includes(text[at] ?? " ") && closed-- === 0) return at;
  }
  return offset;
}

/** A key that is indented as if it belonged to the sentence above: YAML complains where that sentence begins. */
function lineTooFarIn(text: string, offset: number): number {
  if (startsLine(text, offset)) return offset;
  const next = text.indexOf("\n", offset) + 1;
  return next === 0 ? offset : next + (/^\s*/.exec(text.slice(next, next + 200))?.[0].length ?? 0);
}

function nameYamlError({ code, message, pos: [offset] }: YamlError, text: string): Mistaken {
  switch (code) {
    case "TAB_AS_INDENT":
      return { mistake: "tab-indent", values: {} };
    case "DUPLICATE_KEY":
      return { mistake: "key-twice", values: { key: keyAt(text, offset) } };
    case "BLOCK_AS_IMPLICIT_KEY":
      return { mistake: startsLine(text, offset) ? "bad-indent" : "colon-in-text", values: {} };
    case "BLOCK_IN_FLOW":
      return { mistake: startsLine(text, offset) ? "bracket-open" : "colon-in-text", values: {} };
    case "MULTILINE_IMPLICIT_KEY":
      return { mistake: "bad-indent", values: {} };
    case "MISSING_CHAR":
      return missingChar(message);
    case "BAD_INDENT":
      return { mistake: message.startsWith("Flow") ? "bracket-open" : "bad-indent", values: {} };
    case "BAD_SCALAR_START":
      return { mistake: "bad-start", values: { sign: text[offset] ?? "" } };
    case "BAD_DQ_ESCAPE":
      return { mistake: "bad-escape", values: {} };
    case "BAD_ALIAS":
    case "ALIAS_PROPS":
    case "MULTIPLE_ANCHORS":
      return { mistake: "alias", values: { sign: text[offset] ?? "" } };
    case "MULTIPLE_TAGS":
    case "TAG_RESOLVE_FAILED":
      return { mistake: "tag", values: { sign: wordAt(text, offset) } };
    case "MULTIPLE_DOCS":
      return { mistake: "two-documents", values: {} };
    case "RESOURCE_EXHAUSTION":
      return { mistake: "too-deep", values: {} };
    case "UNEXPECTED_TOKEN":
      return { mistake: unexpected(text, offset), values: {} };
    case "BAD_COLLECTION_TYPE":
    case "BAD_DIRECTIVE":
    case "BAD_PROP_ORDER":
    case "IMPOSSIBLE":
    case "KEY_OVER_1024_CHARS":
    case "NON_STRING_KEY":
      return { mistake: "yaml-unclear", values: {} };
  }
}

/** What stands where nothing more was expected: words behind a closing quote, or a line that begins elsewhere than its neighbours. */
function unexpected(text: string, offset: number): "after-quote" | "bad-indent" | "yaml-unclear" {
  if (/["'][ \t]*$/.test(text.slice(Math.max(0, offset - 80), offset))) return "after-quote";
  return startsLine(text, offset) ? "bad-indent" : "yaml-unclear";
}

function missingChar(message: string): Mistaken {
  const sign = /closing (["'])quote/.exec(message)?.[1];
  if (sign !== undefined) return { mistake: "quote-open", values: { sign } };
  if (/key/.test(message)) return { mistake: "no-colon", values: {} };
  return { mistake: "bracket-open", values: {} };
}

function startsLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset).trim() === "";
}

function keyAt(text: string, offset: number): string {
  return /^["']?([^"':\n]*)/.exec(text.slice(offset, offset + 80))?.[1]?.trim() ?? "";
}

function wordAt(text: string, offset: number): string {
  return /^\S*/.exec(text.slice(offset, offset + 40))?.[0] ?? "";
}
