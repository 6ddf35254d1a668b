import type { Language } from "../../catalog/text.ts";
import type { ReplyKind } from "../../dialogue/reply.ts";
import type { StaffSay, StaffSentence } from "../../wording/staff-words.ts";

/** A mistake in a file of conversations, as data: the row of the sheet or the line of the YAML file (from 1), and the sentence that says what to do. */
export type Trouble = { file: string; row: number; say: StaffSentence; with?: Record<string, string | number> };

/** One row as it stands in a file: the beginning of a conversation, or a step with the text of its cells. */
export type Row =
  | { is: "heading"; row: number; name: string; settings: Setting[] }
  | { is: "step"; row: number; says: string; shows: string[]; hides: string[] };

/** Something set in the heading row, such as "Tỉnh" and "Lạng Sơn". */
export type Setting = { name: string; value: string };

/** What a reply is asked to show, or not to show: its kind, the procedure it is about, a button, or words that stand in it. */
export type Wish = { row: number; wanted: boolean; text: string } & (
  | { is: "screen"; kind: ReplyKind }
  | { is: "code"; code: string }
  | { is: "button"; label: string }
  | { is: "phrase"; words: string }
);

/** One step: what the citizen says, a button's label in brackets included; the first step of some conversations says nothing and looks at the welcome. */
export type Step = { row: number; says: string | undefined; wishes: Wish[] };

/** One conversation as staff wrote it; `date` is the day it happens on (2026-11-22), today where none is set. */
export type Transcript = {
  file: string;
  row: number;
  name: string;
  language: Language;
  province: string | undefined;
  date: string | undefined;
  steps: Step[];
};

/** What was read of a file. A conversation with a mistake in it is left out. */
export type Read<T> = { found: T[]; troubles: Trouble[] };

/** A mistake in words. */
export function describeTrouble({ file, row, say: name, with: values }: Trouble, say: StaffSay): string {
  return say("transcripts.at", { file, row, what: say(name, values) });
}
