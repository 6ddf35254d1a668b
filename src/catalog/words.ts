import { z } from "zod";
import { bothSchema, idSchema } from "./text.ts";

/** What a question can be about, apart from the procedure itself. */
export const facets = ["fee", "time", "place", "papers", "steps", "result", "law", "who", "online"] as const;
export type Facet = (typeof facets)[number];

/** The commands a citizen can type in any channel. */
export const commands = ["start", "help", "list", "province", "language", "forget", "back", "restart", "status", "stop"] as const;
export type Command = (typeof commands)[number];

/** What she can say about the paper or the yes/no question in front of her. */
export const repliesHeard = ["yes", "no", "have", "not-yet", "what", "not-mine", "none", "unsure"] as const;
export type ReplyHeard = (typeof repliesHeard)[number];

const phrases = z.array(z.string().min(1)).min(1);
const perLanguage = z.strictObject({ vi: phrases, en: phrases });
const each = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys), perLanguage);

/** content/words.yaml: how people write, for the search and for the dialogue. Phrases are compared with accents and case folded. */
export const wordsSchema = z.strictObject({
  /** abbreviation → what it stands for. */
  abbreviations: z.record(z.string().min(1), z.string().min(2)),
  /** an everyday or regional word → the word the catalog uses. */
  everyday: z.record(z.string().min(1), z.string().min(2)),
  /** Words that carry no meaning in a question: particles, courtesy. */
  particles: phrases,
  /** Frames such as "cần giấy tờ gì": taken off the question and kept as what was asked. */
  facets: each(facets),
  commands: each(commands),
  replies: each(repliesHeard),
  /** "thứ hai" → 2; `last` is the last of the list. */
  ordinals: z.record(z.string().min(1), z.union([z.int().min(1).max(20), z.literal("last")])),
  /** "không, ý tôi là …": what follows corrects the last question. */
  corrections: perLanguage,
  /** "thế … thì sao": what stands between changes a part of the last question. */
  followUps: z.strictObject({ before: phrases, after: phrases }),
  /** Things no office of the province does, and where to ask instead. */
  elsewhere: z.array(z.strictObject({ id: idSchema, words: phrases, say: bothSchema })),
});
export type Words = z.infer<typeof wordsSchema>;
