import { bare } from "../../catalog/fold.ts";
import type { ReplyKind } from "../../dialogue/reply.ts";
import { readLocales } from "../../wording/read-locales.ts";
import { openStaffWords, type StaffSay, type StaffSentence } from "../../wording/staff-words.ts";

/** The columns of a file, in order; `note` is for people only. */
export const columns = ["says", "shows", "hides", "note"] as const;
export type Column = (typeof columns)[number];

/** What a heading row may set. */
const settings = ["language", "province", "date"] as const;
type SettingName = (typeof settings)[number];

/** Every kind of reply, so that the compiler stops here when there is a new one. */
const screens: Record<ReplyKind, StaffSentence> = {
  welcome: "screen.welcome",
  card: "screen.card",
  facet: "screen.facet",
  choose: "screen.choose",
  apart: "screen.apart",
  unknown: "screen.unknown",
  elsewhere: "screen.elsewhere",
  menu: "screen.menu",
  "life-event": "screen.life-event",
  field: "screen.field",
  question: "screen.question",
  paper: "screen.paper",
  explain: "screen.explain",
  summary: "screen.summary",
  ready: "screen.ready",
  link: "screen.link",
  list: "screen.list",
  province: "screen.province",
  language: "screen.language",
  forget: "screen.forget",
  forgotten: "screen.forgotten",
  help: "screen.help",
  private: "screen.private",
  polite: "screen.polite",
  unreadable: "screen.unreadable",
  "old-choice": "screen.old-choice",
  status: "screen.status",
  resume: "screen.resume",
  changed: "screen.changed",
};
const kinds = Object.keys(screens).filter(isKind);

/** The words that files of conversations are written in. Both languages are read in every file, whatever language the command speaks; accents may be missing. */
export type Terms = {
  column(words: string): Column | undefined;
  /** Does this word begin a conversation? */
  beginsConversation(words: string): boolean;
  setting(words: string): SettingName | undefined;
  screen(words: string): ReplyKind | undefined;
  /** The words for what the recorder writes. */
  write: StaffSay;
};

/** Opens the words; those written are Vietnamese. */
export function openTerms(): Terms {
  const locales = readLocales(new URL("../../../locales/staff/", import.meta.url));
  const both = [openStaffWords(locales, "vi"), openStaffWords(locales, "en")] as const;
  const means = (name: StaffSentence, words: string): boolean => both.some((say) => bare(say(name)) === bare(words));
  return {
    column: (words) => columns.find((column) => means(`transcript.${column}`, words)),
    beginsConversation: (words) => means("transcript.conversation", words),
    setting: (words) => settings.find((setting) => means(`transcript.${setting}`, words)),
    screen: (words) => (/^[\p{L}\p{M} ]+$/u.test(words) ? kinds.find((kind) => means(screens[kind], words)) : undefined), // "tra-cuu-ho-so" is a part of an address
    write: both[0],
  };
}

/** What a kind of reply is called; the kind itself when it is none that we know. */
export function screenName(kind: string, say: StaffSay): string {
  return isKind(kind) ? say(screens[kind]) : kind;
}

/** The columns that every file needs, in words. */
export function columnNames(say: StaffSay, wanted: readonly Column[] = ["says", "shows", "hides"]): string {
  return wanted.map((column) => say(`transcript.${column}`)).join(", ");
}

function isKind(kind: string): kind is ReplyKind {
  return Object.hasOwn(screens, kind);
}
