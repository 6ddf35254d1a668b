import type { Guided } from "../../catalog/procedure.ts";
import { linkSchema, type Text } from "../../catalog/text.ts";
import type { Named } from "../choose-records.ts";
import { levelOfName, levelsOf, monthOf } from "../index-row.ts";
import type { FullRecord, Method } from "../national-record.ts";
import { tidyAgency } from "../tidy-agency.ts";
import { tidyLaw } from "../tidy-law.ts";
import { tidyResult } from "../tidy-result.ts";
import type { Unclear } from "./report.ts";
import { flat } from "./words-of.ts";

/** The facts of a record that it states plainly; what it does not is left out, and the guide says whom to ask. */
export type Facts = Pick<Guided, "codes" | "field" | "audience" | "who" | "fee" | "time" | "place" | "result" | "law" | "steps" | "online">;

/** Months after which facts of a record are due for a check, and content of it says so. */
const monthsGood = 6;

/** The facts of a record. A code that shares its page with another keeps none of that page's facts. */
export function factsOf({ record, name, sharesUrl, place }: Named): { facts: Facts; unclear: Unclear[] } {
  const own: Partial<FullRecord> = sharesUrl ? {} : record;
  const methods = own.submissionMethods ?? [];
  const url = linkSchema.safeParse(own.url).data;
  const office = tidyAgency(own.agency ?? "", place).join("; ");
  const result = unique((own.result ?? []).flatMap(tidyResult));
  const steps = stepsOf(own.steps ?? "");
  const who = unique((own.subjects ?? []).map(flat)).join(", ");
  const online = onlineOf(own);
  const { time, contradicts } = timeOf(methods);
  const field = flat(own.field ?? "");
  return {
    facts: {
      codes: [{ code: record.code, levels: sharesUrl ? levelOfName(name) : levelsOf(record), ...(url && { url }) }],
      ...(field && { field: { vi: field } }),
      audience: own.audience ?? [],
      ...(who && { who: { vi: who } }),
      fee: feeOf(methods),
      ...(time && { time }),
      ...(office && { place: { vi: office } }),
      ...(result.length > 0 && { result: result.map(vietnamese) }),
      law: unique((own.legalBasis ?? []).flatMap(tidyLaw)),
      ...(steps.length > 0 && { steps: steps.map(vietnamese) }),
      ...(online && { online }),
    },
    unclear: factsUnclear(record.code, methods, contradicts),
  };
}

/** The month of a record's details and the last day on which they pass for fresh. */
export function monthsOf({ detailAsOf, lastSeen }: FullRecord): { checked: string; review: string } {
  const checked = monthOf(detailAsOf ?? lastSeen);
  const [year = 0, month = 0] = checked.split("-").map(Number);
  return { checked, review: new Date(Date.UTC(year, month + monthsGood, 0)).toISOString().slice(0, 10) };
}

/** "Miễn phí" and zero are often the parser's, not the law's. */
const free = /^(?:(?:phí|lệ phí)\s*:?\s*)?(?:miễn phí|không(?: có)?(?: đồng)?|0(?: đồng| việt nam đồng| vnđ)?|đồng)\.?$/iu;
/** An amount and at most "per what": "500,000 Việt Nam Đồng(/hồ sơ)". */
const plainAmount = /^(\d{1,3}(?:[.,]\d{3})+|\d+) (?:Việt Nam Đồng|VNĐ|đồng)(?:\s*\(?\s*(\/[^()\d]{2,60})\)?)?\.?$/iu;

/** An amount where the record has it plainly for every way of filing it names a fee for; else the record's words, as such, and whom to ask. */
function feeOf(methods: readonly Method[]): Guided["fee"] {
  const said = [...Map.groupBy(methods, ({ fee }) => flat(fee ?? ""))].filter(([fee]) => fee !== "" && !free.test(fee));
  const anyFree = methods.some(({ fee }) => free.test(flat(fee ?? "")));
  if (said.length === 0) return { kind: "ask" };
  const amounts = said.map(([fee, ways]) => ({ read: plainAmount.exec(fee), ways: waysOf(ways) }));
  if (!anyFree && amounts.every(({ read }) => read && Number(read[1]?.replace(/\D/g, "")) > 0)) {
    return {
      kind: "amounts",
      amounts: amounts.map(({ read, ways }) => ({
        vnd: Number(read?.[1]?.replace(/\D/g, "")),
        of: { vi: [ways, read?.[2]?.trim()].filter(Boolean).join(": ") },
      })),
    };
  }
  return { kind: "ask", note: { vi: said.map(([fee, ways]) => `${waysOf(ways)}: ${fee}`).join("\n") } };
}

/** A longer note is no word of which case a limit is for. */
const longestNote = 400;
/** A number with its unit and nothing else, as "5 Ngày làm việc". */
const plainTime = /^0*([1-9]\d*(?:[.,]\d+)?) (ngày làm việc|ngày|giờ|tháng|tuần|phút)$/iu;

/** The time limit where a unit is stated; one sentence when all ways of filing have the same. A way with two limits says of each, in the record's note, what it is for; else none is taken. */
function timeOf(methods: readonly Method[]): { time?: NonNullable<Guided["time"]>; contradicts: boolean } {
  const read = methods.flatMap((method) => {
    const [, number, unit = ""] = plainTime.exec(flat(method.timeLimit ?? "")) ?? [];
    return number === undefined ? [] : [{ method, note: flat(method.note ?? ""), text: `${number} ${unit.toLowerCase()}` }];
  });
  const ways = Map.groupBy(read, ({ method }) => flat(method.method));
  const twofold = [...ways.values()].some((of) => unique(of.map(({ text }) => text)).length > 1);
  const groups = [...Map.groupBy(read, ({ text, note }) => (twofold ? `${text} – ${note}` : text))];
  const contradicts = twofold && read.some(({ note }) => note === "" || note.length > longestNote);
  if (groups.length === 0 || contradicts) return { contradicts };
  const alike = groups.length === 1 && read.length === methods.length;
  const sentence = ([text, of]: (typeof groups)[number]): string => (alike ? text : `${waysOf(of.map(({ method }) => method))}: ${text}`);
  return { time: groups.map((group) => ({ text: { vi: sentence(group) } })), contradicts };
}

function waysOf(methods: readonly Method[]): string {
  return unique(methods.map(({ method }) => flat(method))).join(", ");
}

/** A record that names its ways of filing and not this one says that there is none online; one that names none says nothing. */
function onlineOf({ online, submissionMethods = [] }: Partial<FullRecord>): Guided["online"] {
  if (online === "Toàn trình") return { possible: true, extent: "whole" };
  if (online === "Một phần") return { possible: true, extent: "part" };
  if (submissionMethods.length === 0) return undefined;
  return { possible: submissionMethods.some(({ method }) => /trực tuyến/iu.test(method.normalize("NFC"))) };
}

function stepsOf(text: string): string[] {
  return text
    .normalize("NFC")
    .split(/\n+|\s(?=Bước \d+\s*[:.])/u)
    .map((line) => flat(line))
    .filter((line) => /\p{L}/u.test(line));
}

function factsUnclear(code: string, methods: readonly Method[], contradicts: boolean): Unclear[] {
  const lost = methods.filter(({ timeLimitRaw }) => timeLimitRaw !== undefined);
  const free = methods.filter(({ fee }) => isFree(fee));
  return [
    ...(lost.length > 0 ? [{ code, text: `${waysOf(lost)}: ${lost[0]?.timeLimitRaw}`, why: "records.unclear.time" as const }] : []),
    ...(contradicts
      ? [{ code, text: unique(methods.map(({ timeLimit }) => flat(timeLimit ?? ""))).join("; "), why: "records.unclear.times" as const }]
      : []),
    ...(free.length > 0 ? [{ code, text: `${waysOf(free)}: ${flat(free[0]?.fee ?? "")}`, why: "records.unclear.free" as const }] : []),
  ];
}

function isFree(fee: string | undefined): boolean {
  return free.test(flat(fee ?? ""));
}

function vietnamese(vi: string): Text {
  return { vi };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
