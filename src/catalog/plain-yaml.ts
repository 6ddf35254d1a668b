import { type Places, root, step } from "./places.ts";

/**
 * Reads the part of YAML that content is written in: maps and lists by indentation or in brackets on one line, quotes without
 * escapes, plain sentences, whole numbers, true and false. It is some five times as fast as the library, which reads everything else and names every
 * mistake. Where this one reads a text, value and places are those that the library gives (test/catalog/plain-yaml.test.ts tries it).
 */
export function readPlainYaml(text: string): { value: unknown; places: Places } | undefined {
  const lines = oddSigns.test(text) ? [] : linesOf(text);
  const page: Page = { lines, at: 0, noted: [], pos: 0 };
  if (lines[0]?.indent !== 0) return undefined;
  page.noted.push(root, lines[0].number, 1);
  const value = readBlock(page, 0, root);
  return value === undefined || page.at < lines.length ? undefined : { value, places: Uint32Array.from(page.noted) };
}

/** A line with something on it: its number from 1, the spaces in front, the rest. */
type Line = { number: number; indent: number; words: string };
/** What is being read: the line that is next, the position in it (inside brackets), and the places so far. */
type Page = { lines: Line[]; at: number; pos: number; noted: number[] };
/** A key of a map, or the dash of a list: where its value begins, and the column of the key. */
type Head = { fingerprint: number; column: number | undefined };

/* Every reader below returns undefined for what is not plain; no plain value is undefined. */

/** Tabs, other line ends than \n, other spaces than the space, control characters, anything beyond 16 bits. */
const oddSigns = /[^\n\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\ue000-\ufefe]/;
const plainKey = /(?:([A-Za-z][\w-]*)|"([^"\\]*)"):(?= |$)/y;
const plainStart = /[\p{L}\p{N}“(]/u;
const notText = /^(?:null|Null|NULL|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[\da-fA-F]+|\d*\.?\d*(?:[eE][-+]?\d+)?)$/;
const deepest = 30;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    const words = line.trim();
    if (words !== "" && !words.startsWith("#")) lines.push({ number: at + 1, indent: line.indexOf(words), words });
  }
  return lines;
}

function readBlock(page: Page, indent: number, fingerprint: number): unknown {
  return isItem(page.lines[page.at]) ? readItems(page, indent, fingerprint) : readPairs(page, indent, fingerprint);
}

function isItem(line: Line | undefined): boolean {
  return line?.words.startsWith("- ") === true;
}

function readItems(page: Page, indent: number, fingerprint: number): unknown[] | undefined {
  const items: unknown[] = [];
  for (let line = page.lines[page.at]; line?.indent === indent && isItem(line); line = page.lines[page.at]) {
    const rest: Line = { number: line.number, indent: indent + 2, words: line.words.slice(2) };
    page.lines[page.at] = rest;
    const head: Head = { fingerprint: step(fingerprint, items.length), column: undefined };
    const item = keyAt(rest.words, 0) ? readItemMap(page, rest, head) : readInline(page, rest, 0, head);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function readItemMap(page: Page, { number, indent }: Line, { fingerprint }: Head): unknown {
  page.noted.push(fingerprint, number, indent + 1);
  return readPairs(page, indent, fingerprint);
}

function readPairs(page: Page, indent: number, fingerprint: number): object | undefined {
  const map: Record<string, unknown> = {};
  for (let line = page.lines[page.at]; line?.indent === indent && !isItem(line); line = page.lines[page.at]) {
    const key = keyAt(line.words, 0);
    if (!key || Object.hasOwn(map, key.name)) return undefined;
    const head: Head = { fingerprint: step(fingerprint, key.name), column: indent + 1 };
    const value = key.end === line.words.length ? readBelow(page, line, head) : readInline(page, line, key.end + 1, head);
    if (value === undefined) return undefined;
    map[key.name] = value;
  }
  return map;
}

/** What stands on the lines below a key: deeper, or a list at the same depth. */
function readBelow(page: Page, { number, indent }: Line, { fingerprint, column = 1 }: Head): unknown {
  page.at++;
  const next = page.lines[page.at];
  if (!next || next.indent < indent || (next.indent === indent && !isItem(next))) return undefined;
  page.noted.push(fingerprint, number, column);
  return readBlock(page, next.indent, fingerprint);
}

/** What stands behind a key or a dash, to the end of the line or a comment. */
function readInline(page: Page, line: Line, from: number, head: Head): unknown {
  page.pos = from;
  const opens = line.words[from] === "{" || line.words[from] === "[";
  const value = opens || isQuoted(line, from) ? readFlow(page, line, head, 0) : readSentence(page, line, head);
  const rest = line.words.slice(page.pos);
  if (rest !== "" && !/^ +#/.test(rest)) return undefined;
  page.at++;
  return value;
}

function readSentence(page: Page, line: Line, head: Head): unknown {
  const comment = line.words.indexOf(" #", page.pos);
  const end = comment < 0 ? line.words.length : comment;
  const words = line.words.slice(page.pos, end).trimEnd();
  note(page, line, head);
  page.pos = end;
  return scalarOf(words);
}

/** A value inside brackets or in quotes, at the page's position. */
function readFlow(page: Page, line: Line, head: Head, depth: number): unknown {
  const { words } = line;
  if (depth > deepest) return undefined;
  if (words[page.pos] === "{") return readBraces(page, line, head, depth);
  if (words[page.pos] === "[") return readBrackets(page, line, head, depth);
  note(page, line, head);
  if (isQuoted(line, page.pos)) return readQuotes(page, words);
  const end = endOfPlain(words, page.pos);
  const value = scalarOf(words.slice(page.pos, end).trimEnd());
  page.pos = end;
  return value;
}

function readBraces(page: Page, line: Line, head: Head, depth: number): object | undefined {
  const map: Record<string, unknown> = {};
  note(page, line, head, true);
  if (opensEmpty(page, line.words, "}")) return map;
  do {
    skipSpaces(page, line.words);
    const key = keyAt(line.words, page.pos);
    if (!key || Object.hasOwn(map, key.name) || line.words[key.end] !== " ") return undefined;
    const column = line.indent + page.pos + 1;
    page.pos = key.end;
    skipSpaces(page, line.words);
    const value = readFlow(page, line, { fingerprint: step(head.fingerprint, key.name), column }, depth + 1);
    if (value === undefined) return undefined;
    map[key.name] = value;
  } while (takes(page, line.words, ","));
  return takes(page, line.words, "}") ? map : undefined;
}

function readBrackets(page: Page, line: Line, head: Head, depth: number): unknown[] | undefined {
  const items: unknown[] = [];
  note(page, line, head, true);
  if (opensEmpty(page, line.words, "]")) return items;
  do {
    skipSpaces(page, line.words);
    const item = readFlow(page, line, { fingerprint: step(head.fingerprint, items.length), column: undefined }, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
  } while (takes(page, line.words, ","));
  return takes(page, line.words, "]") ? items : undefined;
}

function readQuotes(page: Page, words: string): string | undefined {
  const quote = words[page.pos] ?? "";
  const end = words.indexOf(quote, page.pos + 1);
  const inside = words.slice(page.pos + 1, end);
  page.pos = end + 1;
  const isPlain = end > 0 && (quote === '"' ? !inside.includes("\\") : words[end + 1] !== "'");
  return isPlain ? inside : undefined;
}

/** A place is where a value begins; for a collection with a key, where the key does. */
function note({ noted, pos }: Page, { number, indent }: Line, { fingerprint, column }: Head, collection = false): void {
  noted.push(fingerprint, number, (collection ? column : undefined) ?? indent + pos + 1);
}

function keyAt(words: string, from: number): { name: string; end: number } | undefined {
  plainKey.lastIndex = from;
  const found = plainKey.exec(words);
  return found ? { name: found[1] ?? found[2] ?? "", end: plainKey.lastIndex } : undefined;
}

function isQuoted({ words }: Line, at: number): boolean {
  return words[at] === '"' || words[at] === "'";
}

function endOfPlain(words: string, from: number): number {
  let end = from;
  while (end < words.length && !",[]{}".includes(words[end] ?? "")) end++;
  return end;
}

/** A plain sentence, whole number, true or false; undefined for what YAML may take for something else. */
function scalarOf(words: string): string | number | boolean | undefined {
  if (!plainStart.test(words[0] ?? "") || / #|:(?: |$)/.test(words)) return undefined;
  if (!notText.test(words)) return words;
  if (/^\d{1,15}$/.test(words)) return Number(words);
  if (words === "true" || words === "false") return words === "true";
  return undefined;
}

function opensEmpty(page: Page, words: string, close: string): boolean {
  page.pos++;
  return takes(page, words, close);
}

/** Takes a sign at the page's position, spaces in front of it passed over. */
function takes(page: Page, words: string, sign: string): boolean {
  skipSpaces(page, words);
  if (words[page.pos] !== sign) return false;
  page.pos++;
  return true;
}

function skipSpaces(page: Page, words: string): void {
  while (words[page.pos] === " ") page.pos++;
}
