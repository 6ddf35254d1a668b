import type { DeadRule, IdentityCopyRule } from "../../catalog/lint-list.ts";

/** What a procedure lacks; each has its sentences lint.what.…, lint.why.… and lint.todo.… in locales/staff. */
export type Lack =
  | "no-fee"
  | "no-time"
  | "no-place"
  | "no-english"
  | "no-person"
  | "review-passed"
  | "review-soon"
  | "no-link"
  | "no-alias"
  | "no-field"
  | "no-agency";

/** What is to be mended: words that are dead, a copy of the card, or a fact that is missing (`detail`: which day, code or place). */
export type Fault =
  | { kind: "dead"; rule: DeadRule; words: string; quote: string }
  | { kind: "identity-copy"; rule: IdentityCopyRule; paper: string }
  | { kind: Lack; detail?: string };

/** Whose work it is. Field and office are empty where the content does not know them; the code too for a file that is no procedure. */
export type Subject = { file: string; code: string; name: string; field: string; office: string };

/** One thing to do: what, at which line (from 1) of whose file. */
export type Finding = { subject: Subject; line: number; fault: Fault };
