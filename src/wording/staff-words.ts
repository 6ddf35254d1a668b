import type vi from "../../locales/staff/vi.json";
import type { Language } from "../catalog/text.ts";
import { openSentences } from "./open-sentences.ts";
import type { Locales } from "./read-locales.ts";

/** The name of a sentence for staff, such as "content.usage". */
export type StaffSentence = keyof typeof vi;

/** Says one of our sentences for staff, with its blanks filled. */
export type StaffSay = (name: StaffSentence, values?: Record<string, string | number>) => string;

/** Opens the sentences for staff (locales/staff) in one language; what a language lacks is said in Vietnamese. */
export function openStaffWords(locales: Locales, language: Language): StaffSay {
  const fixed = openSentences(locales)[language];
  return (name, values = {}) => fixed(name, values);
}
