import { isMapping } from "./write-yaml.ts";

/** A procedure, a paper, a province: a map of a content file as it stands there, keys we do not know included. */
export type Facts = Record<string, unknown>;

/** Where new keys go in a file: in this order, as the content files are written. Keys of all maps together; no two maps disagree. */
const keyOrder = [
  ...["id", "portalCode", "codes", "name", "everyday", "formerNames", "portals", "hotline", "aliases", "field", "audience", "who"],
  ...["ask", "hint", "label", "vnd", "of", "text", "way", "counts", "original", "copy", "certified", "form"],
  ...["fee", "kind", "possible", "extent", "amounts", "time", "place", "result", "law", "note", "steps", "online", "returns"],
  ...["what", "from", "yieldedBy", "instead", "unless", "when", "answers", "questions", "papers", "lookedUp", "notes", "rows"],
  ...["levels", "withoutCodes", "counters", "history", "sources", "source", "checked", "by", "review", "person", "on", "vi", "en"],
];

/** What stands at a path, undefined where nothing does. */
export function valueAt(facts: Facts, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isMapping(value) ? value[key] : undefined), facts);
}

/** The list at a path, empty where there is none. */
export function listAt(facts: Facts, path: readonly string[]): Facts[] {
  const list = valueAt(facts, path);
  return Array.isArray(list) ? list.filter(isMapping) : [];
}

/** The same facts with another value at a path; undefined takes it away, and with it what is left empty. */
export function withValueAt(facts: Facts, path: readonly string[], value: unknown): Facts {
  const [key, ...rest] = path;
  if (key === undefined) return facts;
  const inside = facts[key];
  const put = rest.length === 0 ? value : withValueAt(isMapping(inside) ? inside : {}, rest, value);
  if (put === undefined || (rest.length > 0 && isMapping(put) && Object.keys(put).length === 0)) {
    const { [key]: _gone, ...left } = facts;
    return left;
  }
  return Object.hasOwn(facts, key) ? { ...facts, [key]: put } : insertInOrder(facts, key, put);
}

function insertInOrder(facts: Facts, key: string, value: unknown): Facts {
  const pairs = Object.entries(facts);
  const place = keyOrder.indexOf(key);
  const next = place === -1 ? -1 : pairs.findIndex(([other]) => keyOrder.indexOf(other) > place);
  return Object.fromEntries(pairs.toSpliced(next === -1 ? pairs.length : next, 0, [key, value]));
}
