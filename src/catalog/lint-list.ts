import { z } from "zod";

/** What a sentence of the content is there for; a rule of the list may apply to some of them only. What citizens say (aliases, everyday names) is none of them. */
const textKinds = ["name", "paper", "place", "question", "note", "link"] as const;
export type TextKind = (typeof textKinds)[number];

const phrases = z.array(z.string().trim().min(2)).min(1);
const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a day is 2025-07-01, a month 2025-07, a year 2025");
const reason = z.string().trim().min(10);

/** What every rule says to whoever has to mend a file. */
const advice = {
  since: day.optional(),
  /** The number of the legal text, where one is known. */
  law: z.string().min(3).optional(),
  why: z.string().trim().min(5),
  instead: z.string().trim().min(5),
  /** With one of these words in the same text there is nothing to mend: "huyện cũ". */
  unless: phrases.optional(),
};

const deadSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    /** Compared with accents; in any case when written in small letters, else exactly as written. */
    words: phrases.optional(),
    /** Host and path of a link, "*" for anything: "*.hanam.gov.vn/*". */
    links: phrases.optional(),
    /** Everywhere when absent. */
    where: z.array(z.enum(textKinds)).min(1).optional(),
    ...advice,
    /** `at`: the id of the paper, question or note, where only that one may stay. */
    exceptions: z.array(z.strictObject({ file: z.string(), at: z.string().optional(), reason })).optional(),
  })
  .refine((rule) => rule.words !== undefined || rule.links !== undefined, "write `words` or `links`");
export type DeadRule = z.infer<typeof deadSchema>;

const identityCopySchema = z.strictObject({
  cards: phrases,
  copies: phrases,
  ...advice,
  exceptions: z.array(z.strictObject({ file: z.string(), paper: z.string(), reason })).optional(),
});
export type IdentityCopyRule = z.infer<typeof identityCopySchema>;

/** content/lint.yaml: what is wrong in an answer although the file is in order. Staff edit it; its words are Vietnamese because only staff read them. */
export const lintListSchema = z.strictObject({
  /** A review that is due within so many days is on the list. */
  remindDays: z.int().min(0).max(366),
  dead: z.array(deadSchema),
  identityCopy: identityCopySchema,
});
export type LintList = z.infer<typeof lintListSchema>;
