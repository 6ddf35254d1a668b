import { z } from "zod";
import { bothSchema, idSchema, named } from "./text.ts";

/** What a question can be about, apart from the procedure itself. */
export const facets = ["fee", "time", "place", "papers", "steps", "result", "law", "who", "online"] as const;
export type Facet = (typeof facets)[number];

/** The commands a citizen can type in any channel. */
export const commands = ["start", "help", "list", "province", "language", "forget", "back", "restart", "status", "stop"] as const;
export type Command = (typeof commands)[number];

/** What she can say about the paper or the yes/no question in front of her. */
export const repliesHeard = ["yes", "no", "have", "not-yet", "what", "not-mine", "none", "unsure"] as const;
export type ReplyHeard = (typeof repliesHeard)[number];

/** What she can say to be polite. */
export const smallTalk = ["hello", "thanks"] as const;
export type SmallTalk = (typeof smallTalk)[number];

/** What can set procedures of nearly the same name apart, each with its answers. No answer has the name of another trait's. */
export const traits = {
  doing: ["first", "reissue", "exchange", "extend", "change", "pause", "resume", "close", "merge", "move", "lost", "copy"],
  foreign: ["domestic", "foreign"],
  age: ["under14", "from14"],
  who: ["person", "household", "business", "cooperative"],
  works: ["small", "large"],
  moving: ["leaving", "arriving"],
  trade: ["home-made", "imported", "exported"],
  area: ["border", "inland"],
  way: ["online", "counter"],
  level: ["commune", "province", "ministry"],
} as const;
export type Trait = keyof typeof traits;
export type TraitAnswer = (typeof traits)[Trait][number];
export const traitNames = Object.keys(traits) as Trait[];

const phrases = z.array(z.string().min(1)).min(1);
const perLanguage = z.strictObject({ vi: phrases, en: phrases });
const each = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys), perLanguage);

/** One answer of a trait: the phrases of an official name that show it, and what people type when they mean it. */
const traitWordsSchema = z.strictObject({ names: phrases.optional(), said: phrases });
export type TraitWords = z.infer<typeof traitWordsSchema>;
const traitSchema = <A extends string>(answers: readonly A[]) => z.record(z.enum(answers), traitWordsSchema);

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
  ordinals: z.record(z.string().min(1), z.union([z.int().min(1).max(20), z.literal("last")], named("bad-ordinal"))),
  /** "không, ý tôi là …": what follows corrects the last question. */
  corrections: perLanguage,
  /** "thế … thì sao": what stands between changes a part of the last question. */
  followUps: z.strictObject({ before: phrases, after: phrases }),
  /** Greetings and thanks: they get a kind word and her place again. */
  smallTalk: each(smallTalk),
  /** The provinces that have no file in content/provinces, by the names people use. */
  otherProvinces: phrases,
  /** What sets procedures of nearly the same name apart; `beside` are words of names that set nothing apart. */
  traits: z.strictObject({
    beside: phrases,
    doing: traitSchema(traits.doing),
    foreign: traitSchema(traits.foreign),
    age: traitSchema(traits.age),
    who: traitSchema(traits.who),
    works: traitSchema(traits.works),
    moving: traitSchema(traits.moving),
    trade: traitSchema(traits.trade),
    area: traitSchema(traits.area),
    way: traitSchema(traits.way),
    level: traitSchema(traits.level),
  }),
  /** Things no office of the province does, and where to ask instead. */
  elsewhere: z.array(z.strictObject({ id: idSchema, words: phrases, say: bothSchema })),
});
export type Words = z.infer<typeof wordsSchema>;
