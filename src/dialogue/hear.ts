import { bare, fold } from "../catalog/fold.ts";
import type { Language, Text } from "../catalog/text.ts";
import { type Command, commands, type ReplyHeard, repliesHeard, type SmallTalk, smallTalk, type Words } from "../catalog/words.ts";

/** What she may have meant by a text, before anybody looks it up. */
export type Meaning =
  | { means: "command"; command: Command; words: string }
  /** the nth of what was shown, from 1 */
  | { means: "nth"; nth: number | "last" }
  | { means: "reply"; reply: ReplyHeard }
  | { means: "small talk"; said: SmallTalk }
  | { means: "correction"; text: string }
  | { means: "follow-up"; text: string }
  | { means: "question"; text: string };

/** Reads a text against content/words.yaml. What she answers depends on what was asked, so the caller tries these in its own order. */
export function hear(text: string, words: Words): Meaning {
  const said = bare(text);
  const slash = /^\s*\/([\p{L}\d_-]+)\s*(.*)$/su.exec(text);
  const command = commandOf(slash ? bare(slash[1] ?? "") : said, words);
  if (command) return { means: "command", command, words: slash?.[2] ?? text };
  const nth = nthOf(said, words);
  if (nth !== undefined) return { means: "nth", nth };
  const reply = repliesHeard.find((each) => includes(words.replies[each], said));
  if (reply) return { means: "reply", reply };
  const polite = smallTalk.find((each) => includes(words.smallTalk[each], said));
  if (polite) return { means: "small talk", said: polite };
  const correction = afterPhrase(text, [...words.corrections.vi, ...words.corrections.en]);
  if (correction !== undefined) return { means: "correction", text: correction };
  const followUp = betweenPhrases(text, words.followUps);
  return followUp === undefined ? { means: "question", text } : { means: "follow-up", text: followUp };
}

/** The one option whose label she typed, whole or by a part that no other label has; undefined when none or several fit. */
export function namedOption<T>(text: string, options: readonly T[], labelOf: (option: T) => Text): T | undefined {
  const said = bare(text);
  if (said.length < 2) return undefined;
  const labels = options.map((option) => ({
    option,
    labels: Object.values(labelOf(option)).flatMap((label) => (label ? [bare(label)] : [])),
  }));
  const whole = labels.filter(({ labels: each }) => each.includes(said));
  const part = labels.filter(({ labels: each }) => each.some((label) => ` ${label} `.includes(` ${said} `)));
  const fitting = whole.length > 0 ? whole : part;
  return fitting.length === 1 ? fitting[0]?.option : undefined;
}

/** The language a text names, such as "English" or "tiếng Việt". */
export function languageNamed(text: string): Language | undefined {
  const said = bare(text);
  if (/\b(english|tieng anh|en)\b/.test(said)) return "en";
  return /\b(vietnamese|tieng viet|vi)\b/.test(said) ? "vi" : undefined;
}

function commandOf(said: string, words: Words): Command | undefined {
  return commands.find((each) => each === said || includes(words.commands[each], said));
}

function nthOf(said: string, { ordinals }: Words): number | "last" | undefined {
  const digits = /^(?:so )?(\d{1,2})$/.exec(said)?.[1];
  if (digits !== undefined) return Number(digits);
  const phrase = Object.keys(ordinals).find((each) => bare(each) === said);
  return phrase === undefined ? undefined : ordinals[phrase];
}

function includes({ vi, en }: { vi: string[]; en: string[] }, said: string): boolean {
  return said !== "" && [...vi, ...en].some((phrase) => bare(phrase) === said);
}

/** What follows one of the phrases at the beginning of a text. */
function afterPhrase(text: string, phrases: readonly string[]): string | undefined {
  const said = text.trim().split(/\s+/);
  const lengths = phrases.filter((phrase) => bare(said.slice(0, wordsIn(phrase)).join(" ")) === bare(phrase)).map(wordsIn);
  return lengths.length > 0
    ? said
        .slice(Math.max(...lengths))
        .join(" ")
        .replace(/^[\s,.:–-]+/, "")
    : undefined;
}

/**
 * What stands between "thế …" and "… thì sao". Without its accents "còn" is "con" (child), so a text that has accents elsewhere
 * must have them here too, and a text without any must also end as a follow-up does.
 */
function betweenPhrases(text: string, { before, after }: Words["followUps"]): string | undefined {
  const accented = fold(text) !== text.normalize("NFC").toLowerCase();
  const spelled = before.filter(
    (phrase) => !accented || text.trim().normalize("NFC").toLowerCase().startsWith(phrase.normalize("NFC").toLowerCase()),
  );
  const rest = afterPhrase(text, spelled);
  if (rest === undefined) return undefined;
  const said = rest.split(/\s+/);
  const lengths = after.filter((phrase) => bare(said.slice(-wordsIn(phrase)).join(" ")) === bare(phrase)).map(wordsIn);
  if (!accented && lengths.length === 0) return undefined;
  return said.slice(0, said.length - Math.max(0, ...lengths)).join(" ");
}

function wordsIn(phrase: string): number {
  return phrase.trim().split(/\s+/).length;
}
