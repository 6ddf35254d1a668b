import { inLanguage, type Language, type Text } from "../catalog/text.ts";
import type { Filling, Line, Reply, Say, SentenceName } from "../dialogue/reply.ts";
import { openSentences } from "./open-sentences.ts";
import type { Locales } from "./read-locales.ts";
import type { Spoken, SpokenLine } from "./spoken.ts";

/** Puts replies into words. */
export type Wording = {
  speak(reply: Reply, language: Language): Spoken;
  /** One of our own sentences, for what a channel says outside a turn. */
  sentence(name: SentenceName, language: Language): string;
  /** All sentences whose names begin so, with their names kept: what a page needs to draw itself. */
  sentences(beginning: string, language: Language): Record<string, string>;
};

/** Opens the wording over the locales. Nothing is escaped here: each channel escapes for itself. */
export function openWording(locales: Locales): Wording {
  const fixed = openSentences(locales);
  const words = (say: Say, language: Language): string =>
    "quote" in say
      ? inLanguage(say.quote, language)
      : fixed[language](
          say.say,
          fill(say.with ?? {}, (inner) => words(inner, language), language),
        );
  const sentence = (name: SentenceName, language: Language): string => fixed[language](name);
  return {
    speak: (reply, language) => ({ ...speakWith(reply, (say) => words(say, language)), language }),
    sentence,
    sentences: (beginning, language) =>
      Object.fromEntries(Object.entries({ ...locales.vi, ...locales[language] }).filter(([name]) => name.startsWith(beginning))),
  };
}

function fill(filling: Filling, words: (say: Say) => string, language: Language): Record<string, string | number> {
  return Object.fromEntries(Object.entries(filling).map(([name, value]) => [name, filled(value, words, language)]));
}

function filled(value: string | number | Text | Say, words: (say: Say) => string, language: Language): string | number {
  if (typeof value !== "object") return value;
  return "vi" in value ? inLanguage(value, language) : words(value);
}

function speakWith({ kind, lines, choices, links, progress, procedure }: Reply, words: (say: Say) => string): Spoken {
  return {
    kind,
    lines: lines.map((line) => speakLine(line, words)),
    choices: choices.map(({ id, say }) => ({ id, label: words(say) })),
    links: links.map(({ url, say }) => ({ url, label: words(say) })),
    ...(progress && { progress }),
    ...(procedure !== undefined && { procedure }),
  };
}

function speakLine({ as, say, label, ticked }: Line, words: (say: Say) => string): SpokenLine {
  return { as, text: words(say), ...(label && { label: words(label) }), ...(ticked !== undefined && { ticked }) };
}
