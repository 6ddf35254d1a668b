import { dayInVietnam } from "../../src/catalog/day.ts";
import type { Language } from "../../src/catalog/text.ts";
import type { Desk } from "../../src/staff/desk.ts";
import { readLocales } from "../../src/wording/read-locales.ts";
import { openStaffWords } from "../../src/wording/staff-words.ts";

const sentences = readLocales(new URL("../../locales/staff/", import.meta.url));

/** A desk at a content folder that speaks our real sentences and keeps what it was told to print. */
export function deskAt(folder: string, language: Language = "vi"): Desk & { said: string[] } {
  const said: string[] = [];
  const keep = (line: string): void => void said.push(line);
  return { folder, today: dayInVietnam(Date.now()), language, say: openStaffWords(sentences, language), print: keep, complain: keep, said };
}
