import type { StaffSentence } from "../../wording/staff-words.ts";
import { type Condition, readCondition, writeCondition } from "./condition.ts";
import { type Facts, valueAt, withValueAt } from "./facts.ts";
import { isMapping } from "./write-yaml.ts";

/** The name of a column; its heading is the sentence "column.<name>" in locales/staff. */
export type ColumnName = NamesOf<StaffSentence>;
type NamesOf<S> = S extends `column.${infer Name}` ? Name : never;
type BothName = ColumnName extends infer Name ? (Name extends `${infer Stem}-vi` ? Stem : never) : never;

/** One of the values that a cell may have, and the sentence that shows it. */
export type Choice = { value: string; say: StaffSentence };

/** What stands in the cells of a column. `shown` is there to be read only; `both` needs its twin in the other language. */
export type Kind =
  | { is: "text" | "lines" | "phone" | "code" | "id" | "count" | "money" | "day" | "condition" | "order" | "shown" }
  | { is: "choice" | "choices"; of: readonly Choice[] };

/** A column of a sheet: how a cell is read off an item of the content, and how the item looks with another cell. Cells are text; "" is empty. */
export type Column = {
  name: ColumnName;
  kind: Kind;
  /** In signs of the usual size. */
  width: number;
  get: (item: Facts) => string;
  set: (item: Facts, cell: string) => Facts;
  /** Where the cell stands inside the item. */
  path: readonly string[];
  required: boolean;
  /** The column that must be filled when this one is. */
  twin?: ColumnName;
};

type Rest = Partial<Pick<Column, "width" | "required" | "twin">>;

/** One value at a path, written as it is. */
export function plain(name: ColumnName, path: readonly string[], kind: Kind, rest: Rest = {}): Column {
  const get = (item: Facts): string => String(valueAt(item, path) ?? "");
  const set = (item: Facts, cell: string): Facts => withValueAt(item, path, cell === "" ? undefined : cell);
  return { name, path, kind, get, set, width: 14, required: false, ...rest };
}

/** A sentence in both languages: two columns, either both filled or neither. */
export function both(name: BothName, path: readonly string[], rest: Rest = {}): Column[] {
  return [
    plain(`${name}-vi` as ColumnName, [...path, "vi"], { is: "text" }, { width: 40, twin: `${name}-en` as ColumnName, ...rest }),
    plain(`${name}-en` as ColumnName, [...path, "en"], { is: "text" }, { width: 34, twin: `${name}-vi` as ColumnName, ...rest }),
  ];
}

/** A list of sentences in both languages, one a line. */
export function bothLines(name: BothName, path: readonly string[]): Column[] {
  const column = (language: "vi" | "en", other: "vi" | "en"): Column => ({
    ...plain(`${name}-${language}` as ColumnName, path, { is: "lines" }, { width: 40, twin: `${name}-${other}` as ColumnName }),
    get: (item) =>
      listOf(item, path)
        .flatMap((one) => (isMapping(one) ? [String(one[language] ?? "")] : []))
        .join("\n"),
    set: (item, cell) => withLines(item, path, { language, lines: cell === "" ? [] : cell.split("\n") }),
  });
  return [column("vi", "en"), column("en", "vi")];
}

function withLines(item: Facts, path: readonly string[], { language, lines }: { language: string; lines: string[] }): Facts {
  const old = listOf(item, path).filter(isMapping);
  const length = Math.max(lines.length, old.findLastIndex((one) => Object.keys(one).some((key) => key !== language)) + 1);
  const list = Array.from({ length }, (_, place) => withValueAt(old[place] ?? {}, [language], lines[place]));
  return withValueAt(item, path, list.length === 0 ? undefined : list);
}

/** A list of plain texts, one a line. */
export function lines(name: ColumnName, path: readonly string[]): Column {
  return {
    ...plain(name, path, { is: "lines" }, { width: 24 }),
    get: (item) => listOf(item, path).map(String).join("\n"),
    set: (item, cell) => withValueAt(item, path, cell === "" ? undefined : cell.split("\n")),
  };
}

/** Several of a closed set of values in one cell. */
export function choices(name: ColumnName, path: readonly string[], of: readonly Choice[]): Column {
  return { ...lines(name, path), kind: { is: "choices", of }, required: true };
}

/** A whole number: how many, or how many đồng. */
export function amount(name: ColumnName, path: readonly string[], is: "count" | "money"): Column {
  const column = plain(name, path, { is }, { width: is === "money" ? 14 : 8, required: is === "money" });
  return { ...column, set: (item, cell) => withValueAt(item, path, cell === "" ? undefined : Number(cell)) };
}

const yesNo = [
  { value: "true", say: "choice.yes" },
  { value: "false", say: "choice.no" },
] as const;

/** Yes or no. */
export function yesOrNo(name: ColumnName, path: readonly string[]): Column {
  const column = plain(name, path, { is: "choice", of: yesNo }, { required: true });
  return { ...column, set: (item, cell) => withValueAt(item, path, cell === "" ? undefined : cell === "true") };
}

/** When the item belongs to a case, as "kind = household | list". */
export function condition(): Column {
  return {
    ...plain("condition", ["when"], { is: "condition" }, { width: 30 }),
    get: (item) => writeCondition(item["when"] as Condition | undefined),
    set: (item, cell) => withValueAt(item, ["when"], cell === "" ? undefined : readCondition(cell)),
  };
}

/** A column that helps whoever reads the sheet; what is written into it is not taken over. */
export function shown(name: ColumnName, width: number, get: (item: Facts) => string = () => ""): Column {
  return { ...plain(name, [], { is: "shown" }, { width }), get, set: (item) => item };
}

function listOf(item: Facts, path: readonly string[]): unknown[] {
  const list = valueAt(item, path);
  return Array.isArray(list) ? list : [];
}
