import { isCollection, isPair, isScalar, type Node, type ParsedNode, type YAMLMap, type YAMLSeq } from "yaml";

/** One item of a map or list in the text of a file: where it begins and ends, its key in a map, its value. */
export type Item = { start: number; end: number; key: string | undefined; value: ParsedNode | null };
export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/** Where a node begins. A block map or list that has lines of its own begins with its first line, so that comments can move with its items. */
export function startOf(text: string, node: Node): number {
  const start = node.range?.[0] ?? 0;
  const line = lineStart(text, start);
  return isBlock(node) && /^ *$/.test(text.slice(line, start)) ? line : start;
}

/** Where a node ends: behind its last sign; a block map or list takes the comment behind its last item along. */
export function endOf(text: string, node: Node): number {
  if (isBlock(node)) {
    const last = itemsOf(text, node).at(-1);
    const end = last?.end ?? node.range?.[1] ?? 0;
    const rest = /^[ \t]*(?:#.*)?\r?(?=\n|$)/.exec(text.slice(end, lineEnd(text, end)));
    return rest ? end + rest[0].length : end;
  }
  const [start = 0, valueEnd = 0] = node.range ?? [];
  return start + text.slice(start, valueEnd).trimEnd().length;
}

/** The items of a map or list, in the order of the file. */
export function itemsOf(text: string, node: Collection): Item[] {
  return node.items.map((item) => {
    if (!isPair(item)) return { start: startOf(text, item), end: endOf(text, item), key: undefined, value: item };
    const [start = 0, keyEnd = 0] = item.key.range;
    const key = isScalar(item.key) ? String(item.key.value) : "";
    return { start, end: item.value ? Math.max(keyEnd, endOf(text, item.value)) : keyEnd, key, value: item.value };
  });
}

/** How many signs stand before this place on its line. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** Is this a map or list written over lines, not between brackets? */
export function isBlock(node: Node): node is Collection {
  return isCollection(node) && node.flow !== true;
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
