import { textIn, type Zip } from "./zip.ts";

/** One sheet of a workbook: its name, the file inside that holds it, and what no reader of values tells: merged ranges ("A5:A7") and cells with a formula. */
export type SheetMarks = { sheet: string; path: string; merged: string[]; formulas: string[] };

/** Looks at every sheet of a workbook; undefined when it is none. */
export function readSheetMarks(zip: Zip): SheetMarks[] | undefined {
  const workbook = textIn(zip, "xl/workbook.xml");
  const relations = textIn(zip, "xl/_rels/workbook.xml.rels");
  if (workbook === undefined || relations === undefined) return undefined;
  const targets = new Map(tags(relations, "Relationship").map((tag) => [attribute(tag, "Id"), attribute(tag, "Target")]));
  return tags(workbook, "sheet").flatMap((tag) => {
    const target = targets.get(attribute(tag, "r:id"));
    const path = target?.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const xml = textIn(zip, path);
    return xml === undefined ? [] : [{ sheet: attribute(tag, "name") ?? "", path, ...marksOf(xml) }];
  });
}

function marksOf(xml: string): Pick<SheetMarks, "merged" | "formulas"> {
  const formula = /<c\s[^>]*\br="([A-Z]+\d+)"(?:[^>/]|\/(?!>))*>(?:(?!<\/c>)[\s\S])*?<f[\s>/]/g;
  return {
    merged: tags(xml, "mergeCell").flatMap((tag) => attribute(tag, "ref") ?? []),
    formulas: [...xml.matchAll(formula)].flatMap(([, cell]) => cell ?? []),
  };
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}\\s[^>]*>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");
}
