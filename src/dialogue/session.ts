import { z } from "zod";
import { codeSchema, idSchema, languages } from "../catalog/text.ts";
import { facets, traitNames } from "../catalog/words.ts";

/** How far she is with one paper; a paper not named was not asked about yet. */
export const paperStates = ["have", "missing", "not-mine"] as const;
export type PaperState = (typeof paperStates)[number];

/** A longer name of a paper is kept cut. */
export const longestSeenName = 80;

/** What she was shown of a procedure, so that she can be told what has changed: the version of the content, the papers by id with a fingerprint, the fingerprint of the fee. */
const seenSchema = z.strictObject({
  version: z.string().max(40),
  papers: z.record(idSchema, z.strictObject({ name: z.string().max(longestSeenName), mark: z.string().max(8) })),
  fee: z.string().max(8),
});
export type Seen = z.infer<typeof seenSchema>;

/** One checklist in progress: her answers and papers by their ids, never by position. */
const checklistSchema = z.strictObject({
  code: codeSchema,
  answers: z.record(idSchema, idSchema),
  papers: z.record(idSchema, z.enum(paperStates)),
  /** The procedure she left to get this one's result as a paper. */
  comeBackTo: codeSchema.optional(),
  /** What she last saw of the procedure. */
  seen: seenSchema.optional(),
  /** When she last touched it, in milliseconds since 1970. */
  touched: z.int(),
});
export type Checklist = z.infer<typeof checklistSchema>;

/** The points of the check before filing online. */
export const readyPoints = ["account", "scans", "payment", "filer"] as const;
export type ReadyPoint = (typeof readyPoints)[number];

/** Where she is in the conversation: what the last reply asked of her. */
const placeSchema = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("start") }),
  z.strictObject({ at: z.literal("menu") }),
  /** `beyond` are shown after "none of these". */
  z.strictObject({ at: z.literal("choosing"), codes: z.array(codeSchema), beyond: z.array(codeSchema).optional() }),
  /** Which of these like procedures? The first or the second question that tells them apart. */
  z.strictObject({
    at: z.literal("apart"),
    trait: z.enum(traitNames),
    asked: z.int().min(1).max(2),
    codes: z.array(codeSchema),
    beyond: z.array(codeSchema),
  }),
  z.strictObject({ at: z.literal("card"), code: codeSchema }),
  z.strictObject({ at: z.literal("question"), code: codeSchema, question: idSchema }),
  z.strictObject({ at: z.literal("paper"), code: codeSchema, paper: idSchema }),
  /** A paper is missing that another procedure yields: go there first, or go on? */
  z.strictObject({ at: z.literal("yield"), code: codeSchema, paper: idSchema }),
  z.strictObject({ at: z.literal("summary"), code: codeSchema }),
  z.strictObject({ at: z.literal("ready"), code: codeSchema, point: z.enum(readyPoints) }),
  z.strictObject({ at: z.literal("filing"), code: codeSchema }),
  z.strictObject({ at: z.literal("province"), next: z.string().max(64) }),
  z.strictObject({ at: z.literal("forget") }),
]);
export type Place = z.infer<typeof placeSchema>;

/** How many checklists one citizen can have in progress; the one untouched longest makes room. */
export const mostChecklists = 5;

/** What is kept about a citizen: where she is and what she answered. Not a word that she wrote. */
const sessionSchema = z.strictObject({
  version: z.literal(1),
  language: z.enum(languages).optional(),
  /** The id of her province; "other" for one that the guide does not know. */
  province: idSchema.optional(),
  place: placeSchema,
  /** The ids of the choices she saw last, so that "2" and "the last one" can be answered. */
  shown: z.array(z.string()).max(100),
  checklists: z.array(checklistSchema).max(mostChecklists),
  /** What her last question led to: the procedure, and what she asked about it. */
  asked: z.strictObject({ code: codeSchema.optional(), facets: z.array(z.enum(facets)) }).optional(),
  /** How many questions in a row found nothing. */
  missed: z.int().min(0),
});
export type Session = z.infer<typeof sessionSchema>;

/** The session of somebody we meet for the first time. */
export function newSession(): Session {
  return { version: 1, place: { at: "start" }, shown: [], checklists: [], missed: 0 };
}

/** Reads a stored session. One from another version, or broken by hand, keeps each part that still makes sense; the rest starts anew. */
export function readSession(stored: unknown): Session {
  const whole = sessionSchema.safeParse(stored);
  if (whole.success) return whole.data;
  const parts = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
  const session = newSession();
  const language = sessionSchema.shape.language.safeParse(parts["language"]);
  const province = sessionSchema.shape.province.safeParse(parts["province"]);
  const checklists = Array.isArray(parts["checklists"]) ? parts["checklists"] : [];
  return {
    ...session,
    ...(language.success && language.data && { language: language.data }),
    ...(province.success && province.data && { province: province.data }),
    checklists: checklists.flatMap((checklist) => checklistSchema.safeParse(checklist).data ?? []).slice(0, mostChecklists),
  };
}
