import type { Words } from "../catalog/words.ts";
import type { Fate } from "../dialogue/knowledge.ts";
import { dayOf, monthOf } from "./calendar.ts";
import { type MaskQuestion, questionMasker } from "./mask-question.ts";
import type { AskedInVain } from "./question-store.ts";

/** What became of a question, as the turn tells it: when, under which ticket it may wait, and which one waited before. */
type Told = { fate: Fate; at: number; ticket?: string | undefined; before?: string | undefined };

/** Where questions are kept, how people write (asked anew, for content changes), and who hears that a question could not be kept. */
type Ear = { store: AskedInVain; words: () => Words; trouble: (error: unknown) => void };

/**
 * Keeps the questions that were answered in vain. It returns at once and never throws: a question that cannot be kept is lost, and
 * no citizen notices. Trouble is told once, and again only after something could be kept.
 */
export function hearQuestions({ store, words, trouble }: Ear): (told: Told) => void {
  let troubled = false;
  const mask = maskerOf(words);
  return (told) => {
    keep(store, mask, told).then(
      (kept) => {
        if (kept) troubled = false;
      },
      (error: unknown) => {
        if (!troubled) trouble(error);
        troubled = true;
      },
    );
  };
}

/** The masker of the words in force. */
function maskerOf(words: () => Words): MaskQuestion {
  let made: { of: Words; mask: MaskQuestion } | undefined;
  return (asked) => {
    const now = words();
    if (made?.of !== now) made = { of: now, mask: questionMasker(now) };
    return made.mask(asked);
  };
}

/** Was the store asked for anything? */
async function keep(store: AskedInVain, mask: MaskQuestion, { fate, at, ticket, before }: Told): Promise<boolean> {
  const waited = before === undefined ? undefined : await store.takeAside(before, dayOf(at));
  switch (fate.is) {
    case "answered":
      return before !== undefined;
    case "none":
      if (waited) await store.count(waited, "none", monthOf(at));
      return before !== undefined;
    case "unknown":
    case "offered": {
      const question = mask(fate.question);
      if (question && fate.is === "unknown") await store.count(question, "unknown", monthOf(at));
      if (question && ticket !== undefined) await store.layAside(ticket, question, dayOf(at));
      return question !== undefined || before !== undefined;
    }
  }
}
