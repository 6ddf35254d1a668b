/**
 * A question as it is kept: masked, in lower case, without punctuation. `key` is its own words without accents, each once and in
 * the order of the alphabet: questions of the same key are the same question.
 */
export type Question = { text: string; key: string };

/** Why a question is kept: nothing was found, or she pressed "none of these". */
export const whys = ["unknown", "none"] as const;
type Why = (typeof whys)[number];

/** A question and how often it was asked in vain. `number` is its own for good; `first` and `last` are months since the year 0, in Vietnam. */
export type Kept = Question & { number: number; first: number; last: number } & Record<Why, number>;

/** What the guide does with a question. Every call rejects when the store is out of reach. */
export type AskedInVain = {
  count(question: Question, why: Why, month: number): Promise<void>;
  /** Lays a question aside under a ticket until the end of the next day: she may yet press "none of these". */
  layAside(ticket: string, question: Question, day: number): Promise<void>;
  /** Takes what was laid aside under a ticket; undefined when it was taken before or is too old. */
  takeAside(ticket: string, day: number): Promise<Question | undefined>;
};

/** What staff do with the questions. */
export type KeptQuestions = {
  /** Every question that is kept, in no order. */
  list(month: number): Promise<Kept[]>;
  /** Strikes the questions of these keys out. */
  strike(keys: readonly string[]): Promise<void>;
};

/** Where questions that the guide could not answer are kept, without a word about who asked them. */
export type QuestionStore = AskedInVain & KeptQuestions & { close(): Promise<void> };

/** So many questions are kept; when one more comes, the one asked least often goes, and of several the one not asked for longest. */
export const mostQuestions = 5000;

/** A question that nobody asked for so many months goes. */
export const monthsKept = 12;
