import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { StaffSentence } from "../../wording/staff-words.ts";
import { columnNames, type Terms } from "./terms.ts";
import type { Read, Row, Setting, Trouble } from "./transcript.ts";

/** A YAML file under way: how to say that something is wrong with a node of it, and the text of a node as it was typed. */
type Page = {
  terms: Terms;
  lineOf(node: unknown): number;
  wrong(node: unknown, say: StaffSentence, values?: Trouble["with"]): void;
  typed(node: Node): string;
};

/** Reads a YAML file of conversations: a list of steps, each with the columns it needs. Everything in it is words: 7.000 is what the guide says, not a number. */
export function readYamlRows(file: string, text: string, terms: Terms): Read<Row> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "failsafe", prettyErrors: false });
  const troubles: Trouble[] = [];
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    const first = document.errors.slice(0, 1); // what follows the first is mostly its echo
    return { found: [], troubles: first.map(({ code, pos }) => ({ file, row: lineAt(pos[0]), say: sentenceFor(code) })) };
  }
  const lineOf = (node: unknown): number => lineAt(rangeOf(node)[0]);
  const page: Page = {
    terms,
    lineOf,
    wrong: (node, say, values) => void troubles.push({ file, row: lineOf(node), say, ...(values && { with: values }) }),
    typed: (node) => text.slice(...rangeOf(node)),
  };
  const { contents } = document;
  if (contents === null) return { found: [], troubles };
  if (!isSeq(contents)) page.wrong(contents, "transcript.wrong.yaml-list");
  const found = isSeq(contents) ? contents.items.flatMap((item) => readItem(item, page)) : [];
  return { found, troubles };
}

function sentenceFor(code: string): StaffSentence {
  if (code === "TAB_AS_INDENT") return "transcript.wrong.yaml-tab";
  if (code === "DUPLICATE_KEY") return "transcript.wrong.yaml-twice";
  if (code === "BAD_ALIAS") return "transcript.wrong.yaml-alias";
  return "transcript.wrong.yaml";
}

function rangeOf(node: unknown): [number, number] {
  const range = typeof node === "object" && node !== null && "range" in node ? (node.range as [number, number, number] | null) : null;
  return range ? [range[0], range[1]] : [0, 0];
}

function readItem(item: unknown, page: Page): Row[] {
  if (isScalar(item) && String(item.value).trim() === "") return [];
  if (!isMap(item)) {
    page.wrong(item, isAlias(item) ? "transcript.wrong.yaml-alias" : "transcript.wrong.yaml-item");
    return [];
  }
  const begins = item.items.find((pair) => page.terms.beginsConversation(keyOf(pair)));
  return [begins ? readHeading(item, begins, page) : readStep(item, page)];
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

function readHeading(item: YAMLMap, begins: Pair, page: Page): Row {
  const settings = item.items
    .filter((pair) => pair !== begins)
    .flatMap((pair): Setting[] => {
      const column = page.terms.column(keyOf(pair));
      if (column === "note") return [];
      if (column) page.wrong(pair.key, "transcript.wrong.heading-row", { column: keyOf(pair) });
      return column ? [] : [{ name: keyOf(pair), value: cellOf(pair, page).join("; ") }];
    });
  return { is: "heading", row: page.lineOf(begins.key), name: cellOf(begins, page).join("; "), settings };
}

function readStep(item: YAMLMap, page: Page): Row {
  const step = { says: [] as string[], shows: [] as string[], hides: [] as string[], note: [] as string[] };
  for (const pair of item.items) {
    const column = page.terms.column(keyOf(pair));
    if (column) step[column].push(...cellOf(pair, page));
    else page.wrong(pair.key, "transcript.wrong.column", { column: keyOf(pair), columns: columnNames(page.terms.write) });
  }
  const { says, shows, hides } = step;
  return { is: "step", row: page.lineOf(item.items[0]?.key), says: says.join(" ").trim(), shows, hides };
}

/** The texts of a cell. "[Có rồi]" without quotes is a list to YAML, and a button to whoever wrote it. */
function cellOf(pair: Pair, page: Page): string[] {
  const { value } = pair;
  if (value === null) return [];
  if (isScalar(value)) return String(value.value).trim() === "" ? [] : [String(value.value)];
  if (isSeq(value) && value.flow) return [page.typed(value)];
  if (isSeq(value) && value.items.every((each) => isScalar(each))) return value.items.map((each) => String(each.value));
  page.wrong(value, isAlias(value) ? "transcript.wrong.yaml-alias" : "transcript.wrong.yaml-cell", { column: keyOf(pair) });
  return [];
}
