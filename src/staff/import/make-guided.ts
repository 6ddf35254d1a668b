import { stringify } from "yaml";
import { type Guided, guidedSchema } from "../../catalog/procedure.ts";
import type { Named } from "../choose-records.ts";
import type { OwnWords } from "./cases.ts";
import { factsOf, monthsOf } from "./facts.ts";
import { readPapers } from "./papers.ts";
import type { Unclear } from "./report.ts";
import { fingerprint, slugOf } from "./words-of.ts";

/** The fingerprint of a file that has none yet. */
const noPrint = "0".repeat(16);
const printLine = /^( {2}imported: "?)([0-9a-f]{16})("?)$/m;

/** The guided procedure of a record, and what a person should look at. Undefined when the record lists no paper. */
export function makeGuided(named: Named, words: OwnWords): { guided: Guided; unclear: Unclear[] } | undefined {
  const { record, name, sharesUrl } = named;
  const list = readPapers(record, words);
  if (!list) return undefined;
  const { facts, unclear } = factsOf(named);
  const { codes, ...others } = facts;
  const { unclear: rowsUnclear, notes = [], ...papers } = list;
  const warned = sharesUrl ? [{ id: "shared-page", text: words.sharedPage }, ...notes] : notes;
  const guided: Guided = {
    codes,
    name: { vi: name },
    ...others,
    ...papers,
    ...(warned.length > 0 && { notes: warned }),
    source: { ...monthsOf(record), by: "national record", imported: noPrint },
  };
  return { guided: guidedSchema.parse(guided), unclear: [...rowsUnclear, ...unclear] };
}

/** Where a guided file stands: procedures/<field>/<code>-<name>.yaml. */
export function pathOf({ codes, name, field }: Guided): string {
  const folder = slugOf(field?.vi ?? "", 60) || "chua-ro-linh-vuc";
  return `procedures/${folder}/${codes[0]?.code}-${slugOf(name.vi, 60)}.yaml`;
}

/** The text of an imported file, with the fingerprint of itself in it. */
export function fileOf(guided: Guided): string {
  const text = stringify(guided, { lineWidth: 0, aliasDuplicateObjects: false });
  return text.replace(printLine, (_line, before: string, _print, after: string) => before + fingerprint(text, 16) + after);
}

/** Has nobody changed this file since an import wrote it? */
export function isUntouched(text: string): boolean {
  const print = printLine.exec(text)?.[2];
  return print !== undefined && fingerprint(text.replace(printLine, `$1${noPrint}$3`), 16) === print;
}
