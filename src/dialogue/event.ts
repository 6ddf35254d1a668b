import type { Language } from "../catalog/text.ts";

/** What a citizen sent that the guide cannot read. */
export const unreadable = ["photo", "file", "voice", "video", "sticker", "location", "contact", "other"] as const;
export type Unreadable = (typeof unreadable)[number];

/** What the citizen did. */
export type Deed =
  /** came back, or opened the page: show where she was */
  | { did: "opened" }
  /** followed a start link; `start` is as it came, such as 1_001193--ninh-binh--vi */
  | { did: "started"; start: string }
  | { did: "wrote"; text: string }
  /** pressed a button; `choice` is its id */
  | { did: "chose"; choice: string }
  | { did: "sent"; what: Unreadable };

/**
 * What happened, as a channel heard it. `at` is the time in milliseconds since 1970. `language` is what she set in the
 * channel and wins from now on; `hint` is what her app speaks: the guide speaks it until she writes Vietnamese or chooses a language.
 */
export type Event = Deed & { at: number; language?: Language | undefined; hint?: Language | undefined };
