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
export function indexRow({ record, name, sharesUrl, place }: Chosen): IndexRow {
  const own = sharesUrl ? undefined : record;
  const list = (parts: readonly string[]): string => [...new Set(parts)].join("|");
  return {
    code: record.code,
    name,
    field: own?.field ?? "",
    agency: list(tidyAgency(own?.agency ?? "", place)).replaceAll("|", "; "),
    levels: list(own ? levelsOf(own) : levelOfName(name)),
    audience: list(own?.audience ?? []),
    online: onlineOf(own),
    result: list((own?.result ?? []).flatMap(tidyResult)),
    law: list((own?.legalBasis ?? []).flatMap(tidyLaw)),
    url: own?.url ?? "",
    filings: own?.popularity === undefined ? "" : String(own.popularity),
    source: own?.documents ? "national record" : "list of procedures",
    month: monthOf(record.lastSeen),
  };
}

/** The levels of office that a record names and that still exist. */
export function levelsOf(record: FullRecord): Level[] {
  return levelsStated(record).flatMap((level) => levelNames[level] ?? []);
}

/** The level that a name says at its end. */
export function levelOfName(name: string): Level[] {
  if (/cấp xã\)?$/.test(name)) return ["commune"];
  return /cấp tỉnh\)?$/i.test(name) ? ["province"] : [];
}

function onlineOf(record: FullRecord | undefined): string {
  if (record?.online === "Toàn trình") return "whole";
  return record?.online === "Một phần" ? "part" : "";
}

/** 2026-07 out of 2026-07 or 2026-07-17; of a bare year the first month. */
export function monthOf(day: string): string {
  return day.length >= 7 ? day.slice(0, 7) : `${day.slice(0, 4)}-01`;
}

/** "Bộ xây dựng (Giao thông vận tải cũ)" → bo-xay-dung; a record that names none goes to chua-ro-bo ("ministry not known"). */
export function ministrySlug(ministry = "chưa rõ bộ"): string {
  const plain = ministry
    .replace(/\(.*\)/, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
