import type { Unzipped } from "fflate";

/** What a sheet holds that read-excel-file does not tell: it gives values only. */
export type Inside = {
  title: string;
  hidden: boolean;
  /** Ranges such as A2:A5. */
  merged: string[];
  /** Cells with a formula whose result was not saved. */
  hollow: string[];
  /** Cells that show an error such as #REF!. */
  broken: string[];
  /** The last row and column with anything in them. */
  rows: number;
  columns: number;
};

/** Looks at the XML of every sheet of an unpacked workbook. */
export function lookInside(parts: Unzipped): Inside[] {
  const workbook = textOf(parts, "xl/workbook.xml");
  const targets = new Map(
    tags(textOf(parts, "xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => [attribute(tag, "Id"), attribute(tag, "Target")]),
  );
  return tags(workbook, "sheet").map((tag) => {
    const target = targets.get(attribute(tag, "r:id") || attribute(tag, "id")) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    return { title: attribute(tag, "name"), hidden: /hidden/i.test(attribute(tag, "state")), ...lookAtCells(textOf(parts, path)) };
  });
}

function lookAtCells(xml: string): Omit<Inside, "title" | "hidden"> {
  const hollow: string[] = [];
  const broken: string[] = [];
  let [rows, columns] = [0, 0];
  for (const [, attributes = "", body = ""] of xml.matchAll(/<(?:\w+:)?c\s([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gs)) {
    const at = attribute(attributes, "r");
    if (/<(?:\w+:)?f[\s/>]/.test(body) && !/<(?:\w+:)?(?:v|t)[^>]*>[^<]/.test(body)) hollow.push(at);
    if (attribute(attributes, "t") === "e") broken.push(at);
    if (body === "") continue;
    rows = Math.max(rows, Number(at.replace(/\D/g, "")));
    columns = Math.max(columns, columnNumber(at));
  }
  const last = tags(xml, "row").map((tag) => Number(attribute(tag, "r")));
  return {
    hollow,
    broken,
    rows: last.reduce((most, row) => Math.max(most, row), rows),
    columns,
    merged: tags(xml, "mergeCell").map((tag) => attribute(tag, "ref")),
  };
}

/** "B7" → 2. */
function columnNumber(cell: string): number {
  return [...cell.replace(/[^A-Z]/g, "")].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf(parts: Unzipped, path: string): string {
  return new TextDecoder().decode(parts[path] ?? new Uint8Array());
}

/** The attributes of every tag of this name, whatever namespace it is written with. */
function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, "g"))].map(([, attributes]) => attributes ?? "");
}

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function attribute(tag: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return (value?.[1] ?? value?.[2] ?? "").replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, dec?: string, sign?: string) =>
    sign ? (signs[sign] ?? "") : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(dec)),
  );
}
