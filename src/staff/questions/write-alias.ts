import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from "yaml";

/**
 * The text of a YAML file with one name more at the end of the list at this path. No other sign of the file changes: yaml's own
 * writer would set every list anew. Undefined when there is no such list, or it is written in a way that cannot be added to so.
 */
export function withListItem(text: string, path: readonly string[], item: string): string | undefined {
  const document = parseDocument(text);
  const list = document.getIn(path, true);
  if (document.errors.length > 0 || !isSeq(list) || list.items.length === 0) return undefined;
  const edited = list.flow ? intoBrackets(text, list, item) : belowLast(text, list, item);
  const wanted = parseDocument(text);
  wanted.addIn(path, item);
  return edited !== undefined && isDeepStrictEqual(parseDocument(edited).toJS(), wanted.toJS()) ? edited : undefined;
}

/** The text of an everyday-names file with a new code, in the order of the codes. Undefined when that cannot be done. */
export function withNewCode(text: string, code: string, name: string): string | undefined {
  const document = parseDocument(text);
  const map = document.contents;
  if (document.errors.length > 0) return undefined;
  const end = /\r\n/.test(text) ? "\r\n" : "\n";
  const line = `"${code}": { vi: [${inFlow(name)}] }${end}`;
  if (map === null) return `${text}${text === "" || text.endsWith("\n") ? "" : end}${line}`;
  if (!isMap(map) || map.flow) return undefined;
  const keys = map.items.flatMap(({ key }) => (isScalar(key) && key.range ? [{ code: String(key.value), at: key.range[0] }] : []));
  const next = keys.find((key) => key.code > code);
  const edited = next ? text.slice(0, next.at) + line + text.slice(next.at) : `${text}${text.endsWith("\n") ? "" : end}${line}`;
  const wanted = { ...document.toJS(), [code]: { vi: [name] } };
  return isDeepStrictEqual(parseDocument(edited).toJS(), wanted) ? edited : undefined;
}

function intoBrackets(text: string, list: YAMLSeq, item: string): string | undefined {
  const last = endOfLast(list);
  return last === undefined ? undefined : `${text.slice(0, last)}, ${inFlow(item)}${text.slice(last)}`;
}

function belowLast(text: string, list: YAMLSeq, item: string): string | undefined {
  const last = endOfLast(list);
  const start = list.range?.[0];
  if (last === undefined || start === undefined) return undefined;
  const lineEnd = text.indexOf("\n", last);
  const [before, after] = lineEnd < 0 ? [`${text}\n`, ""] : [text.slice(0, lineEnd + 1), text.slice(lineEnd + 1)];
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return `${before}${indent}- ${inFlow(item)}${before.endsWith("\r\n") ? "\r\n" : "\n"}${after}`;
}

/** Behind the last sign of the last item. */
function endOfLast({ items }: YAMLSeq): number | undefined {
  const last = items.at(-1);
  return isScalar(last) ? last.range?.[1] : undefined;
}

/** A name as it stands between brackets: quoted where YAML needs it. */
function inFlow(name: string): string {
  return stringify([name], { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1);
}
