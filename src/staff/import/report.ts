import type { StaffSentence } from "../../wording/staff-words.ts";

/** What the import could not understand, or did not take as it stands: of which code, in which words, and why (one of our sentences). */
export type Unclear = { code: string; text: string; why: Extract<StaffSentence, `records.unclear.${string}`> };

/** A fact of content that a person wrote, and what the newer record says instead. */
export type Difference = { code: string; fact: Extract<StaffSentence, `records.fact.${string}`>; ours: string; records: string };
