import type { Language } from "../../catalog/text.ts";
import type { Event } from "../../dialogue/event.ts";
import { maskPrivate } from "../../dialogue/private-numbers.ts";
import type { Turn } from "../../turn.ts";
import type { Spoken } from "../../wording/spoken.ts";
import { screenName, type Terms } from "./terms.ts";
import { phraseCell } from "./wish.ts";

/** One step as it was recorded, in the words of a file's cells. */
export type Recorded = { says: string; shows: string };

/** A turn that also writes down what was said and shown, from the first thing she says on. The opening comes in the language given, as it does when the file is played. */
export function listen(turn: Turn, steps: Recorded[], { terms, language }: { terms: Terms; language: Language }): Turn {
  let before: Spoken[] = [];
  return async (heard) => {
    const { event } = heard;
    const shown = await turn(event.did === "opened" ? { ...heard, event: { ...event, language } } : heard);
    const says = wordsOf(event, before);
    if (says !== undefined) steps.push({ says, shows: shown.map((reply) => cellFor(reply, terms)).join("; ") });
    before = shown;
    return shown;
  };
}

/** What stands in the first column; nothing for opening the page. */
function wordsOf(event: Event, before: readonly Spoken[]): string | undefined {
  switch (event.did) {
    case "wrote":
      return withoutNumbers(event.text);
    case "started":
      return `/start ${event.start}`;
    case "chose": {
      const pressed = before.flatMap(({ choices }) => choices).find(({ id }) => id === event.choice);
      return `[${pressed?.label ?? event.choice}]`;
    }
    case "opened":
    case "sent":
      return undefined;
  }
}

/** A file is read by many: what looks like somebody's number is kept as one that is nobody's, and still looks like one. */
function withoutNumbers(text: string): string {
  if (!maskPrivate(text).masked) return text;
  return text.replace(/\S+ ?@ ?\S+/gu, "ten@example.com").replace(/\p{Nd}/gu, "0");
}

/** The kind of a reply and its title; the first line of one that has no title. */
function cellFor({ kind, lines }: Spoken, terms: Terms): string {
  const title = lines.find(({ as }) => as === "title") ?? lines[0];
  return [screenName(kind, terms.write), ...(title ? [phraseCell(title.text, terms)] : [])].join("; ");
}
