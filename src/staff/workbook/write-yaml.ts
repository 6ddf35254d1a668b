import { Document, isCollection } from "yaml";

const longestLine = 140;

/** A value on one line, as the content files write it: { vi: Tờ khai, en: Form }, [a, b]. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isMapping(value)) return scalarText(value);
  const pairs = Object.entries(value).map(([key, one]) => `${scalarText(key)}: ${inline(one)}`);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** "key: value" for a block map that begins at this column; a list of maps goes below its key, one item a line or one block an item. */
export function pairText(key: string, value: unknown, column: number): string {
  if (!Array.isArray(value) || !value.some(isMapping)) return `${scalarText(key)}: ${inline(value)}`;
  const items = value.map((item) => `\n${" ".repeat(column + 2)}- ${itemText(item, column + 4)}`);
  return `${scalarText(key)}:${items.join("")}`;
}

/** The pairs of a map, one a line, from this column on; the first stands where the caller is. */
export function blockText(value: Record<string, unknown>, column: number): string {
  const pairs = Object.entries(value).map(([key, one]) => pairText(key, one, column));
  return pairs.join(`\n${" ".repeat(column)}`);
}

function itemText(item: unknown, column: number): string {
  const line = inline(item);
  return isMapping(item) && line.length > longestLine ? blockText(item, column) : line;
}

/** One value without parts, quoted where YAML needs it or where it was quoted before. */
export function scalarText(value: unknown, quoted = false): string {
  if (typeof value === "string" && (quoted || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value))) return JSON.stringify(value);
  const document = new Document([value]);
  if (isCollection(document.contents)) document.contents.flow = true;
  return document.toString({ lineWidth: 0 }).trimEnd().slice(2, -2);
}

/** A map of a YAML file as plain data, not a list and not a single value. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
