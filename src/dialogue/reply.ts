import type vi from "../../locales/vi.json";
import type { Text } from "../catalog/text.ts";

/** The name of one of our own sentences in locales/. */
export type SentenceName = keyof typeof vi;

/** What a sentence is filled with: numbers and plain words as they are, texts in her language, further sentences spoken first. */
export type Filling = Readonly<Record<string, string | number | Text | Say>>;

/** Something to say, in no language yet: one of our sentences, or a quotation from content. */
export type Say = { say: SentenceName; with?: Filling } | { quote: Text };

/** One line of a reply. `fact` has a label ("Fee: …"), `item` stands in a list, `ticked` is a box on the printed checklist. */
export type Line = { as: "title" | "text" | "fact" | "item" | "note"; say: Say; label?: Say; ticked?: boolean };

/** A button. Its id says all that pressing it means, within 64 bytes, so that an old button still works. */
export type Choice = { id: string; say: Say };

/** A link; a `url` beginning with "/" is a page of our own. */
export type Link = { say: Say; url: string };

/** What a reply is, for tests and for channels that draw some kinds differently. */
export type ReplyKind =
  | "welcome"
  | "card"
  | "facet"
  | "choose"
  | "apart"
  | "unknown"
  | "elsewhere"
  | "menu"
  | "life-event"
  | "field"
  | "question"
  | "paper"
  | "explain"
  | "summary"
  | "ready"
  | "link"
  | "list"
  | "province"
  | "language"
  | "forget"
  | "forgotten"
  | "help"
  | "private"
  | "polite"
  | "unreadable"
  | "old-choice"
  | "status"
  | "resume"
  | "changed";

/** One reply, as data; each channel draws it within its limits. */
export type Reply = {
  kind: ReplyKind;
  lines: Line[];
  choices: Choice[];
  links: Link[];
  progress?: { at: number; of: number };
  procedure?: string;
};
