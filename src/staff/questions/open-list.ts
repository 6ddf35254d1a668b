import type { Catalog } from "../../catalog/catalog.ts";
import { answerQuestion } from "../../search/answer.ts";
import { stockOf } from "../../search/build-search.ts";
import { rarity } from "../../search/index/inverted-index.ts";
import type { Match, Outcome } from "../../search/outcome.ts";
import { questionMasker } from "../../unanswered/mask-question.ts";
import type { Kept } from "../../unanswered/question-store.ts";
import { type Group, gatherAlike } from "./gather-alike.ts";
import { type Answered, decidedQuestions, type QuestionBook } from "./question-book.ts";
import { lostQuestions } from "./try-alias.ts";

/** The questions that wait for a decision, and what the search makes of one now. */
export type OpenList = {
  groups: Group[];
  nearest: (group: Group) => Near;
  /** Chosen before, and no longer found: the content has changed. */
  lost: Answered[];
};

/** How sure the guide is today, and the procedures that come nearest. */
type Near = { kind: Outcome["kind"]; matches: Match[] };

/** So many of the nearest are shown. */
const mostNear = 3;

/** Gathers what is kept; what staff decided before is not among it. */
export function openList(catalog: Catalog, kept: readonly Kept[], book: QuestionBook): OpenList {
  const stock = stockOf(catalog);
  const mask = questionMasker(catalog.words);
  const keyToday = (text: string): string => mask(text)?.key ?? text; // content/words.yaml may have changed since it was kept
  const decided = new Set(decidedQuestions(book).map(keyToday));
  const open = kept.filter(({ text }) => !decided.has(keyToday(text)));
  return {
    groups: gatherAlike(open, (word) => rarity(stock.index.documents, word)),
    lost: lostQuestions(stock, book.answered),
    nearest: ({ text }) => {
      const { kind, matches } = answerQuestion(stock, text, {});
      return { kind, matches: matches.slice(0, mostNear) };
    },
  };
}
