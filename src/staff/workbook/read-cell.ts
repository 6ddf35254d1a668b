import type { StaffSay } from "../../wording/staff-words.ts";
import type { Column } from "./columns.ts";
import type { Fault } from "./condition.ts";
import { tidy, tidyLines } from "./tidy.ts";
import { labelOf } from "./write-cell.ts";

/** A cell as Excel has it; the digits of a number as they stand in the file. */
export type Seen = string | boolean | Date | { digits: string } | null;
/** A cell as a text of ours, or what is wrong with it. */
export type Read = { text: string } | { fault: Fault };

/** What reading a cell needs to know: the words of the workbook, and which codes the content has. */
export type Reader = { say: StaffSay; isKnown: (code: string) => boolean };

/** Reads a cell of a column: what Excel made of a code or a date is undone where it is certain what it was. */
export function readCell({ kind }: Column, seen: Seen, reader: Reader): Read {
  if (seen === null) return { text: "" };
  switch (kind.is) {
    case "text":
      return asWords(seen, tidy);
    case "lines":
      return asWords(seen, (text) => tidyLines(text).join("\n"));
    case "condition":
      return asWords(seen, tidy);
    case "shown":
      return { text: seen instanceof Date ? "" : tidyLines(wordsOf(seen)).join("\n") };
    case "id":
      return asWords(seen, (text) => unquoted(text).toLowerCase());
    case "code":
      return asCode(seen, reader.isKnown);
    case "phone":
      return asPhone(seen);
    case "order":
      return asOrder(seen);
    case "count":
    case "money":
      return asAmount(seen, kind.is);
    case "day":
      return asDay(seen);
    case "choice":
      return oneOf(kind.of, wordsOf(seen), reader.say);
    case "choices":
      return severalOf(kind.of, wordsOf(seen), reader.say);
  }
}

function wordsOf(seen: Exclude<Seen, null>): string {
  if (typeof seen === "string") return seen;
  if (typeof seen === "boolean") return seen ? "true" : "false";
  return seen instanceof Date ? seen.toISOString().slice(0, 10) : String(Number(seen.digits));
}

function asWords(seen: Exclude<Seen, null>, clean: (text: string) => string): Read {
  if (seen instanceof Date) return { fault: { say: "wrong.date-in-text" } };
  if (typeof seen === "boolean") return { fault: { say: "wrong.yes-no-in-text" } };
  return { text: clean(wordsOf(seen)) };
}

/** Quotes and apostrophes that come along with an id or a code; Excel's own sign for text is one. */
function unquoted(text: string): string {
  return tidy(text).replace(/^[\s'"‘’“”`´]+|[\s'"‘’“”`´]+$/g, "");
}

/** 1.00119 as a number was 1.001190: Excel drops the last zeros. 1001193 lost its point. As text, a digit too few may have been any digit. */
function asCode(seen: Exclude<Seen, null>, isKnown: (code: string) => boolean): Read {
  const text = typeof seen === "object" && !(seen instanceof Date) ? "" : unquoted(wordsOf(seen)).replace(/^(\d),(\d{6})$/, "$1.$2");
  if (text === "" && typeof seen === "string") return { text: "" };
  if (/^\d\.\d{6}$/.test(text)) return { text };
  const number = typeof seen === "object" && !(seen instanceof Date) ? Number(seen.digits) : Number.NaN;
  const meant = number >= 1e6 && number < 1e7 ? number / 1e6 : number;
  const code = meant.toFixed(6);
  const certain = Math.abs(meant * 1e6 - Math.round(meant * 1e6)) < 1e-3 && /^\d\.\d{6}$/.test(code) && isKnown(code);
  return certain ? { text: code } : { fault: { say: "wrong.code", with: { text: wordsOf(seen) } } };
}

/** Only numbers that begin with 1, such as 18001096, have certainly lost no zero when Excel made them numbers. */
function asPhone(seen: Exclude<Seen, null>): Read {
  const digits = wordsOf(seen).replace(/[\s.()-]/g, "");
  const lostZero = typeof seen === "object" && !digits.startsWith("1");
  return !lostZero && /^\d{8,11}$/.test(digits) ? { text: digits } : { fault: { say: "wrong.phone", with: { text: wordsOf(seen) } } };
}

/** A place in the order may lie between two others: 2.5. */
function asOrder(seen: Exclude<Seen, null>): Read {
  const text = tidy(wordsOf(seen)).replace(",", ".");
  if (text === "") return { text };
  return Number.isFinite(Number(text)) && !(seen instanceof Date)
    ? { text: String(Number(text)) }
    : { fault: { say: "wrong.order", with: { text } } };
}

/** "15.000 đồng", 15000. A number under 1,000 đồng is refused: English Excel reads 15.000 as fifteen; "500 đồng" as words is sure. */
function asAmount(seen: Exclude<Seen, null>, is: "count" | "money"): Read {
  const text = tidy(wordsOf(seen));
  if (text === "") return { text };
  const plain = /^\d+$/.test(text) ? text : /^(\d{1,3}(?:[.,]\d{3})+|\d+) ?(?:đồng|đ|vnđ|vnd)?$/iu.exec(text)?.[1]?.replace(/[.,]/g, "");
  const doubtful = is === "money" && typeof seen === "object" && Number(plain) > 0 && Number(plain) < 1000;
  const whole = plain !== undefined && !(seen instanceof Date) && Number.isSafeInteger(Number(plain));
  if (whole && !doubtful) return { text: String(Number(plain)) };
  return { fault: { say: is === "money" ? "wrong.money" : "wrong.count", with: { text } } };
}

/** Days since 30 December 1899, as Excel counts; from 2000 to 2099. What lies outside is a slip: 3 would be 2 January 1900. */
const [firstDay, lastDay] = [36_526, 73_050];

function asDay(seen: Exclude<Seen, null>): Read {
  const text = unquoted(wordsOf(seen));
  if (text === "") return { text };
  const serial = typeof seen === "object" && !(seen instanceof Date) ? Math.floor(Number(seen.digits)) : 0;
  if (serial >= firstDay && serial <= lastDay) return { text: new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10) };
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  const real = /^20\d{2}-\d{2}-\d{2}$/.test(iso) && new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso);
  return real ? { text: iso } : { fault: { say: "wrong.day", with: { text } } };
}

type Choices = Parameters<typeof labelOf>[0];

function oneOf(of: Choices, words: string, say: StaffSay): Read {
  const text = tidy(words).toLowerCase();
  if (text === "") return { text };
  const found = of.find(({ value }) => value === text || tidy(labelOf(of, value, say)).toLowerCase() === text);
  const allowed = of.map(({ value }) => labelOf(of, value, say)).join(" / ");
  return found ? { text: found.value } : { fault: { say: "wrong.choice", with: { text: tidy(words), allowed } } };
}

function severalOf(of: Choices, words: string, say: StaffSay): Read {
  const read = words
    .split(/[,;\n]/)
    .filter((one) => tidy(one) !== "")
    .map((one) => oneOf(of, one, say));
  const fault = read.find((one) => "fault" in one);
  return fault ?? { text: read.flatMap((one) => ("text" in one ? [one.text] : [])).join("\n") };
}
