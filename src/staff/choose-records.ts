import { type FullRecord, levelsStated } from "./national-record.ts";

/** A record that gets a row, with the name it gets, and the place whose offices may be named; or one that does not, and why. */
export type Chosen = { record: FullRecord; name: string; sharesUrl: boolean; place?: RegExp };
type LeftOut = { code: string; why: string };
export type Choice = { chosen: Chosen[]; leftOut: LeftOut[]; renamed: { code: string; from: string; to: string }[] };

/** Older lists hold abolished procedures. */
const oldestList = "2025-11";
const ownProvinces = /(Lạng Sơn|Ninh Bình)$/;

/** Chooses the records of a province's catalogue, and those of `wanted` codes whatever their level; docs/decisions/003 gives the reasons. */
export function chooseRecords(records: readonly FullRecord[], wanted: ReadonlySet<string>): Choice {
  const shared = sharedUrls(records);
  const choice: Choice = { chosen: [], leftOut: [], renamed: [] };
  for (const record of records) {
    if (!wanted.has(record.code) && !inProvinceCatalogue(record)) continue;
    const sharesUrl = record.url !== undefined && shared.has(record.url);
    const name = trueName(record, sharesUrl);
    const why = name === undefined ? "no source has its true name" : whyLeftOut(record, name);
    if (name === undefined || why !== undefined) {
      choice.leftOut.push({ code: record.code, why: why ?? "" });
      continue;
    }
    choice.chosen.push({ record, name, sharesUrl });
    if (name !== record.title) choice.renamed.push({ code: record.code, from: record.title, to: name });
  }
  return choice;
}

/** A record of a whole country with its name; `unnamed` when no source has a true one and the record's title has to do. */
export type Named = Chosen & { unnamed: boolean };

/** Every record with its name: nothing is left out for being another province's. Offices of one place are named only where that place issued the record. */
export function nameRecords(records: readonly FullRecord[]): Named[] {
  const shared = sharedUrls(records);
  return records.map((record) => {
    const sharesUrl = record.url !== undefined && shared.has(record.url);
    const name = trueName(record, sharesUrl);
    const title = tidyName(record.title);
    return {
      record,
      sharesUrl,
      unnamed: name === undefined,
      name: name ?? (title.length < 4 ? record.code : title),
      place: issuingPlace(record),
    };
  });
}

/** "UBND tỉnh Bắc Ninh" → Bắc Ninh; what a ministry issues is of no single place. */
function issuingPlace({ issuingAgency = "" }: FullRecord): RegExp {
  const place = /^(?:UBND|Ủy ban nhân dân)\s+(?:tỉnh|thành phố|TP\.?)\s+(\p{L}[\p{L}\s-]+)$/iu.exec(issuingAgency.trim())?.[1];
  return place === undefined ? /(?!)/ : new RegExp(place.trim(), "iu");
}

function inProvinceCatalogue(record: FullRecord): boolean {
  const levels = [...(record.level ?? []), ...(record.levelInferred ?? [])];
  return record.lastSeen >= oldestList && (levels.includes("Cấp tỉnh") || levels.includes("Cấp xã"));
}

function sharedUrls(records: readonly FullRecord[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { url } of records) {
    if (url === undefined) continue;
    if (seen.has(url)) shared.add(url);
    seen.add(url);
  }
  return shared;
}

function whyLeftOut(record: FullRecord, name: string): string | undefined {
  const owner = record.issuingAgency ?? "";
  if (record.field === "Hải quan") return "customs";
  if (/^UBND|phục vụ hành chính công/.test(owner) && !ownProvinces.test(owner)) return "another province's own";
  if (/thực hiện tại cấp huyện/.test(name)) return "handled by the district, which ended on 1 July 2025";
  if (/thực hiện tại cấp trung ương/.test(name) && !levelsStated(record).includes("Cấp bộ")) return "its true name says a ministry";
  return undefined;
}

/** A title that another record's page lent, or that is no name at all, gives way to the name other lists have. */
function trueName(record: FullRecord, sharesUrl: boolean): string | undefined {
  const candidates = [...(sharesUrl ? [] : [record.title]), ...(record.otherTitles ?? [])].map(tidyName);
  return candidates.find((name) => !isBroken(name));
}

function isBroken(name: string): boolean {
  return /^\d+ ngày|^Nghị định số|\uFFFD/.test(name) || name.length < 4;
}

function tidyName(title: string): string {
  const flat = title.normalize("NFC").replace(/\s+/g, " ").replace(/ưṇ g/g, "ựng");
  const name = flat
    .replace(/\.?\s*Mã TTHC:.*$/, "")
    .replace(/\s*\(\s*\d\.\d{6}\s*\)/, "")
    .replace(/^[.\s]+/, "")
    .replace(/[\s.;,]+$/, "");
  return inCapitals(name) ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}

function inCapitals(name: string): boolean {
  const small = name.replace(/\(.*\)/, "").match(/\p{Ll}/gu)?.length ?? 0;
  return small === 0;
}
