import { isDeepStrictEqual } from "node:util";
import { Document, isCollection, isMap, isScalar, isSeq, type ParsedNode, parseDocument, visit } from "yaml";
import { blockText, inline, isMapping, pairText, scalarText } from "./write-yaml.ts";
import { type Collection, columnOf, endOf, type Item, isBlock, itemsOf, startOf } from "./yaml-places.ts";

const aDocument = new Document();

/** One item of the new text: which old item it was, if any, and how it reads now. */
type Part = { was: number | undefined; text: string };

/**
 * The text of a YAML file with another value in it. Only what changed is written anew; every other byte stays, comments, blank
 * lines and quotes included (yaml's own writer would set every list of a file anew, tried on content/). Undefined when the file is
 * written in a way that cannot be edited so, such as with anchors.
 */
export function editYaml(text: string, after: unknown): string | undefined {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const windows = text.includes("\r\n") && !/[^\r]\n/.test(text);
  const plain = windows ? text.slice(mark.length).replaceAll("\r\n", "\n") : text.slice(mark.length);
  const document = parseDocument(plain);
  if (refersToItself(document)) return undefined;
  const edited = editPlain(plain, document.contents, after);
  if (!isDeepStrictEqual(parseDocument(edited).toJS(), after)) return undefined;
  return mark + (windows ? edited.replaceAll("\n", "\r\n") : edited);
}

function refersToItself(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function editPlain(text: string, root: ParsedNode | null, after: unknown): string {
  if (!root || !fits(root, after))
    return isMapping(after) && Object.keys(after).length > 0 ? `${blockText(after, 0)}\n` : `${inline(after)}\n`;
  return text.slice(0, startOf(text, root)) + render(text, root, after) + text.slice(endOf(text, root));
}

/** Can this node take the value as it stands, a map for a map, a list for a list, neither of them empty? */
function fits(node: ParsedNode, after: unknown): boolean {
  if (isMap(node)) return isMapping(after) && node.items.length > 0 && Object.keys(after).length > 0;
  if (isSeq(node)) return Array.isArray(after) && node.items.length > 0 && after.length > 0;
  return isScalar(node) && !isMapping(after) && !Array.isArray(after) && node.range[1] > node.range[0];
}

/** The text from startOf to endOf of a node that takes the value. */
function render(text: string, node: ParsedNode, after: unknown): string {
  const before: unknown = node.toJS(aDocument);
  if (isDeepStrictEqual(before, after)) return text.slice(startOf(text, node), endOf(text, node));
  if (!isCollection(node)) return scalarText(after, isScalar(node) && node.type === "QUOTE_DOUBLE");
  const collection = node as Collection;
  const items = itemsOf(text, collection);
  const parts = Array.isArray(after)
    ? listParts(text, items, { node: collection, before, after })
    : mapParts(text, items, { node: collection, after: after as Record<string, unknown> });
  return isBlock(collection) ? joinLines(text, collection, parts) : joinInline(text, collection, parts);
}

function mapParts(text: string, items: Item[], { node, after }: { node: Collection; after: Record<string, unknown> }): Part[] {
  const column = columnOf(text, items[0]?.start ?? 0);
  const known = new Set(items.map(({ key }) => key));
  const fresh = (key: string): Part => ({
    was: undefined,
    text: isBlock(node) ? pairText(key, after[key], column) : `${scalarText(key)}: ${inline(after[key])}`,
  });
  const keys = Object.keys(after);
  const newOnesAfter = (key: string | undefined): Part[] => {
    const from = key === undefined ? 0 : keys.indexOf(key) + 1;
    const until = keys.findIndex((other, position) => position >= from && known.has(other));
    return keys.slice(from, until === -1 ? undefined : until).map(fresh);
  };
  const kept = items.flatMap((item, was) => {
    const { key = "" } = item;
    return Object.hasOwn(after, key)
      ? [{ was, text: pairAfter(text, item, { after: after[key], node, column }) }, ...newOnesAfter(key)]
      : [];
  });
  return [...newOnesAfter(undefined), ...kept];
}

function pairAfter(text: string, { start, key = "", value }: Item, place: { after: unknown; node: Collection; column: number }): string {
  if (value && fits(value, place.after)) return text.slice(start, startOf(text, value)) + render(text, value, place.after);
  return isBlock(place.node) ? pairText(key, place.after, place.column) : `${scalarText(key)}: ${inline(place.after)}`;
}

function listParts(text: string, items: Item[], list: { node: Collection; before: unknown; after: unknown[] }): Part[] {
  const was = oldPlaces(list.before as unknown[], list.after);
  const sample = items[0]?.value;
  return list.after.map((value, position) => {
    const old = was[position];
    const item = old === undefined ? undefined : items[old]?.value;
    if (item && fits(item, value)) return { was: old, text: render(text, item, value) };
    const block = isBlock(list.node) && sample && isBlock(sample) && isMapping(value) && Object.keys(value).length > 0;
    return { was: old, text: block ? blockText(value, columnOf(text, items[0]?.start ?? 0)) : inline(value) };
  });
}

/** For each new item the position it had: items with an id by their id, others where they are equal, the rest in order. */
function oldPlaces(before: unknown[], after: unknown[]): (number | undefined)[] {
  const idOf = (value: unknown): unknown => (isMapping(value) ? value["id"] : undefined);
  const free = new Set(before.keys());
  const take = (position: number | undefined): number | undefined => {
    if (position !== undefined) free.delete(position);
    return position;
  };
  const find = (fitting: (old: unknown) => boolean): number | undefined => take([...free].find((position) => fitting(before[position])));
  const first = after.map((value) =>
    idOf(value) === undefined ? find((old) => isDeepStrictEqual(old, value)) : find((old) => idOf(old) === idOf(value)),
  );
  return first.map((position, at) => position ?? (idOf(after[at]) === undefined ? find((old) => idOf(old) === undefined) : undefined));
}

/** Items over lines: each takes along the comments above it and behind it; those above the first belong to the whole. */
function joinLines(text: string, node: Collection, parts: Part[]): string {
  const items = itemsOf(text, node);
  const begins = startOf(text, node);
  const between = items.map(({ end }, position) => text.slice(end, items[position + 1]?.start ?? endOf(text, node)));
  const tails = between.map((gap) => gap.split("\n", 1)[0] ?? "");
  const first = text.slice(begins, items[0]?.start);
  const ownLine = columnOf(text, begins) === 0;
  const usual = isSeq(node) ? `${" ".repeat(columnOf(text, node.range[0]))}- ` : " ".repeat(columnOf(text, items[0]?.start ?? 0));
  const leadOf = ({ was }: Part, position: number): string => {
    if (position === 0 && (!ownLine || was === undefined || was === 0)) return first;
    if (was === undefined || was === 0) return usual;
    const gap = between[was - 1] ?? "";
    return gap.slice(gap.indexOf("\n") + 1);
  };
  return parts.map((part, position) => leadOf(part, position) + part.text + (tails[part.was ?? -1] ?? "")).join("\n");
}

/** Items between brackets: the signs between them stay as they are, or are set alike where items come, go or move. */
function joinInline(text: string, node: Collection, parts: Part[]): string {
  const items = itemsOf(text, node);
  const between = items.slice(1).map(({ start }, position) => text.slice(items[position]?.end, start));
  const asBefore = parts.length === items.length && parts.every(({ was }, position) => was === position);
  const usual = between.find((gap) => !gap.includes("#")) ?? ", ";
  const inside = parts.map(({ text: part }, position) => (position === 0 ? "" : asBefore ? between[position - 1] : usual) + part).join("");
  return text.slice(node.range[0], items[0]?.start) + inside + text.slice(items.at(-1)?.end, endOf(text, node));
}
