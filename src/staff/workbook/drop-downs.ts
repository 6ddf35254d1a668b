import type writeExcelFile from "write-excel-file/node";
import { getCellAddress, sanitizeAttributeValue, sanitizeTextContent } from "write-excel-file/utility";

type SheetFeature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number];

/** What Excel offers and says in the cells of a column. */
export type Help = {
  /** What to know when a cell is chosen, at most 255 signs. */
  note: string | undefined;
  /** The values to choose from: words, or the cells of another sheet. */
  from: { words: string[] } | { cells: string } | undefined;
  /** Said when something else is written; without it Excel lets it pass. */
  otherwise: string | undefined;
};

/** A sheet with the help of its columns; `rows` counts the rows below the heading. */
export type HelpedSheet = { columns: readonly Help[]; rows: number; hidden: boolean };

/** Rows for new entries that get the drop-downs and the format of the others. */
const roomBelow = 500;

/**
 * Drop-downs, notes, a filter on the headings and a hidden sheet, which write-excel-file does not write by itself (its README names a
 * package for drop-downs that the npm registry does not have). It lets a "feature" put them into the sheet's own XML.
 */
export function dropDowns(sheets: readonly HelpedSheet[]): SheetFeature {
  return {
    files: {
      transform: {
        "xl/workbook.xml": {
          transformElementAttributes: (tag, attributes, index) =>
            tag === "sheet" && sheets[index ?? -1]?.hidden ? { ...attributes, state: "hidden" } : attributes,
        },
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            return sheet && sheet.columns.length > 0 ? withHelp(styleColumns(xml), sheet) : xml;
          },
        },
      },
    },
  };
}

/** Cells that are still empty look like those of the first row: text stays text, lines wrap. */
function styleColumns(xml: string): string {
  let column = -1;
  return xml.replace(/<col ([^>]*?)\/>/g, (whole, attributes: string) => {
    column += 1;
    const style = new RegExp(`<c r="${getCellAddress(1, column)}" s="(\\d+)"`).exec(xml)?.[1];
    return style === undefined ? whole : `<col ${attributes} style="${style}"/>`;
  });
}

function withHelp(xml: string, { columns, rows }: HelpedSheet): string {
  const rules = columns.flatMap((help, column) => {
    const range = `${getCellAddress(1, column)}:${getCellAddress(rows + roomBelow, column)}`;
    return help.note || help.from ? [rule(help, range)] : [];
  });
  const filter = `<autoFilter ref="A1:${getCellAddress(rows, columns.length - 1)}"/>`;
  return xml.replace("</sheetData>", `</sheetData>${filter}<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`);
}

function rule({ note, from, otherwise }: Help, range: string): string {
  const attributes = {
    ...(from && { type: "list" }),
    allowBlank: "1",
    ...(note && { showInputMessage: "1", prompt: note }),
    ...(otherwise && { showErrorMessage: "1", error: otherwise }),
    sqref: range,
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${sanitizeAttributeValue(value)}"`);
  return `<dataValidation ${written.join(" ")}>${from ? `<formula1>${formula(from)}</formula1>` : ""}</dataValidation>`;
}

function formula(from: { words: string[] } | { cells: string }): string {
  return sanitizeTextContent("words" in from ? `"${from.words.join(",")}"` : from.cells);
}
