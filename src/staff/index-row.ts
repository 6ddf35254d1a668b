import type { Known } from "../catalog/known.ts";
import type { Level } from "../catalog/procedure.ts";
import type { Chosen } from "./choose-records.ts";
import { type FullRecord, levelsStated } from "./national-record.ts";
import { tidyAgency } from "./tidy-agency.ts";
import { tidyLaw } from "./tidy-law.ts";
import { tidyResult } from "./tidy-result.ts";

/** The cells of a row of content/index, as written; lists are joined by "|". */
export type IndexRow = Record<keyof Known, string>;

const levelNames: Record<string, Level> = { "Cấp bộ": "ministry", "Cấp tỉnh": "province", "Cấp xã": "commune", "Cơ quan khác": "other" };

/** The facts of a record, for the index. A code that shares its page with another keeps none of that page's facts. */
export function indexRow({ record, name, sharesUrl }: Chosen): IndexRow {
  const own = sharesUrl ? undefined : record;
  const list = (parts: readonly string[]): string => [...new Set(parts)].join("|");
  return {
    code: record.code,
    name,
    field: own?.field ?? "",
    agency: list(tidyAgency(own?.agency ?? "")).replaceAll("|", "; "),
    levels: list(own ? levelsOf(own) : levelOfName(name)),
    audience: list(own?.audience ?? []),
    online: onlineOf(own),
    result: list((own?.result ?? []).flatMap(tidyResult)),
    law: list((own?.legalBasis ?? []).flatMap(tidyLaw)),
    url: own?.url ?? "",
    filings: own?.popularity === undefined ? "" : String(own.popularity),
    source: own?.documents ? "national record" : "list of procedures",
    month: monthOf(record),
  };
}

function levelsOf(record: FullRecord): Level[] {
  return levelsStated(record).flatMap((level) => levelNames[level] ?? []);
}

function levelOfName(name: string): Level[] {
  if (/cấp xã\)?$/.test(name)) return ["commune"];
  return /cấp tỉnh\)?$/i.test(name) ? ["province"] : [];
}

function onlineOf(record: FullRecord | undefined): string {
  if (record?.online === "Toàn trình") return "whole";
  return record?.online === "Một phần" ? "part" : "";
}

function monthOf({ lastSeen }: FullRecord): string {
  return lastSeen.length >= 7 ? lastSeen.slice(0, 7) : `${lastSeen.slice(0, 4)}-01`;
}
