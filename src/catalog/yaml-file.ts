import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from "yaml";
import type { Mistaken } from "./mistakes.ts";
import { nameYamlErrors, type Slip } from "./name-yaml-error.ts";
import { type Path, type Place, type Places, root, step } from "./places.ts";
import type { Problem } from "./problem.ts";

/** A YAML file that could be read: what it says, where each part of it stands, and how it is written there. */
export type YamlFile = {
  value: unknown;
  places: Places;
  /** Where a key of a map stands, which is before its value. */
  keyPlace: (path: Path) => Place | undefined;
  /** A value as it was typed: 1.001190, which as a number would be 1.00119. */
  written: (path: Path) => string | undefined;
  /** Is the map at this path written in braces? */
  inBraces: (path: Path) => boolean;
};

/**
 * Reads a YAML text, or says what is wrong with it. Content writes everything out: references (&, *, <<) and tags (!) are refused, and
 * with them every file that would grow when it is read.
 */
export function readYaml(file: string, text: string): YamlFile | Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, stringKeys: true, prettyErrors: false, logLevel: "error" });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problem = (offset: number, mistaken: Mistaken): Problem => ({ file, ...placeAt(offset), ...mistaken });
  const odd = oddSpaces(text);
  const slips = odd.length > 0 ? odd : nameYamlErrors(document.errors, text);
  const broken = slips.map(({ offset, mistaken }) => problem(offset, mistaken));
  if (broken.length > 0) return firstOfEachLine(broken);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return [problem(0, { mistake: "empty-file", values: {} })];
  const { places, refused } = walk(document.contents, placeAt);
  if (refused.length > 0) return firstOfEachLine(refused.map(([offset, mistaken]) => problem(offset, mistaken)));
  return { value: document.toJS(), places, ...wordsOf(document, placeAt) };
}

/** Spaces that look like spaces and are none, copied from Word or a web page: in front of a key or behind its colon they make it another key. */
function oddSpaces(text: string): Slip[] {
  const found = /[\u00a0\u2000-\u200b\u3000\ufeff]/.test(text)
    ? [...text.matchAll(/^[ -]*(?:[\w-]+: *)?[\u00a0\u2000-\u200b\u3000\ufeff]/gm)]
    : [];
  return found.map(({ 0: { length }, index }) => ({ offset: index + length - 1, mistaken: { mistake: "odd-space", values: {} } }));
}

/** One slip makes YAML stumble several times; the first time on a line tells most. */
function firstOfEachLine(problems: Problem[]): Problem[] {
  return problems.filter(({ line }, at) => problems.findIndex((other) => other.line === line) === at);
}

function wordsOf(document: Document.Parsed, placeAt: (offset: number) => Place): Pick<YamlFile, "keyPlace" | "written" | "inBraces"> {
  const nodeAt = (path: Path): unknown => (path.length === 0 ? document.contents : document.getIn(path, true));
  return {
    keyPlace: (path) => {
      const map = nodeAt(path.slice(0, -1));
      const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
      return isNode(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : undefined;
    },
    written: (path) => {
      const node = nodeAt(path);
      return isScalar(node) ? node.source : undefined;
    },
    inBraces: (path) => {
      const map = nodeAt(path);
      return isMap(map) && map.flow === true;
    },
  };
}

/** Notes the place of every path (of a list, a map or nothing behind a key: the key) and everything that content may not use. */
function walk(contents: ParsedNode, placeAt: (offset: number) => Place): { places: Places; refused: [number, Mistaken][] } {
  const noted: number[] = [];
  const refused: [number, Mistaken][] = [];
  const visit = (node: Node | null, key: Node | undefined, fingerprint: number): void => {
    const written = isScalar(node) && node.value !== null;
    const from = written || !key ? node : key;
    const { line, column } = placeAt(from?.range?.[0] ?? 0);
    noted.push(fingerprint, line, column);
    if (node === null) return;
    const sign = refusedSign(node);
    if (sign) refused.push([node.range?.[0] ?? 0, sign]);
    if (isSeq<Node>(node)) for (const [at, item] of node.items.entries()) visit(item, undefined, step(fingerprint, at));
    if (!isMap<Node, Node | null>(node)) return;
    for (const { key: name, value } of node.items) {
      if (isScalar(name) && name.source === "<<") refused.push([name.range?.[0] ?? 0, { mistake: "merge-key", values: {} }]);
      visit(value, name, step(fingerprint, isScalar(name) ? String(name.value) : ""));
    }
  };
  visit(contents, undefined, root);
  return { places: Uint32Array.from(noted), refused };
}

function refusedSign(node: Node): Mistaken | undefined {
  if (isAlias(node)) return { mistake: "alias", values: { sign: `*${node.source}` } };
  if ("anchor" in node && typeof node.anchor === "string") return { mistake: "alias", values: { sign: `&${node.anchor}` } };
  if (node.tag?.startsWith("!") || (node.tag !== undefined && !/:(str|int|float|bool|null|map|seq)$/.test(node.tag)))
    return { mistake: "tag", values: { sign: node.tag.replace("tag:yaml.org,2002:", "!!") } };
  return undefined;
}
