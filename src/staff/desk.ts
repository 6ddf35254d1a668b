import type { Language } from "../catalog/text.ts";
import type { StaffSay } from "../wording/staff-words.ts";

/** Where a command works: the content folder, the day (2026-11-22), the language of whoever calls it, and where lines go. */
export type Desk = {
  folder: string;
  /** The day it is, or the one asked for with --as-of. */
  today: string;
  language: Language;
  /** One of our own sentences for staff. */
  say: StaffSay;
  /** A line of the result. */
  print: (line: string) => void;
  /** A line about what is wrong. */
  complain: (line: string) => void;
};

/** A command for the people who keep the content. `run` takes the words behind its name: 0 when all is well, 1 when something is to be mended, undefined for a call that makes no sense. */
export type Command = {
  /** What stands behind the name, such as "<records.jsonl> <code>"; empty for a command that takes nothing. */
  takes: string;
  run: (words: string[], desk: Desk) => number | undefined | Promise<number | undefined>;
};
