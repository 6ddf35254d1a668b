import { CsvError, parse } from "csv-parse/sync";
import { parseDocument } from "yaml";

/** A place of a file that is there, gone or different: its keys and ids with points between, such as papers.form.name.vi. */
export type FieldChange = { kind: "added" | "changed" | "removed"; field: string; from?: string; to?: string };

/** What a YAML or CSV file says, as plain values; a table by the code of its rows, one row only where a code is named. Undefined for what cannot be understood. */
export function saidBy(path: string, bytes: Buffer | undefined, code?: string): unknown {
  if (!bytes) return undefined;
  const text = bytes.toString("utf8");
  if (!path.endsWith(".csv")) return plainYaml(text);
  const rows = tableRows(text)?.map((row): [string, unknown] => [row["code"] ?? "", row]);
  return rows && Object.fromEntries(rows.filter(([of]) => code === undefined || of === code));
}

/** Where two values differ. What came or went as a whole is one change; members of a list are known by id or code, else by what they say. */
export function changedFields(before: unknown, after: unknown, field = ""): FieldChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ kind: "added", field, ...(isPlain(after) && { to: String(after) }) }];
  if (after === undefined) return [{ kind: "removed", field, ...(isPlain(before) && { from: String(before) }) }];
  if (isPlain(before) && isPlain(after))
    return before === after ? [] : [{ kind: "changed", field, from: String(before), to: String(after) }];
  const [old, young] = [partsOf(before), partsOf(after)];
  const keys = [...new Set([...old.keys(), ...young.keys()])];
  return keys.flatMap((key) => changedFields(old.get(key), young.get(key), field === "" ? key : `${field}.${key}`));
}

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function partsOf(value: unknown): Map<string, unknown> {
  if (Array.isArray(value)) return new Map(value.map((item, at) => [memberName(item, at), item]));
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : [["", value]]);
}

function memberName(item: unknown, at: number): string {
  if (typeof item !== "object" || item === null) return `"${item}"`;
  if ("id" in item) return String(item.id);
  return "code" in item ? String(item.code) : String(at + 1);
}

function plainYaml(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  try {
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function tableRows(text: string): Record<string, string>[] | undefined {
  const delimiter = text.slice(0, text.indexOf("\n")).includes(";") ? ";" : ",";
  try {
    return parse(text, { bom: true, columns: true, delimiter, trim: true, skip_empty_lines: true });
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
