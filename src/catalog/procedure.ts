import { z } from "zod";
import { codeSchema, idSchema, lawSchema, linkSchema, monthSchema, named, textSchema } from "./text.ts";

/** Who handles a procedure since 1 July 2025: no district level any more. `other` is an agency outside the province's own offices. */
const levels = ["ministry", "province", "commune", "other"] as const;
export const levelSchema = z.enum(levels);
export type Level = z.infer<typeof levelSchema>;

const answersSchema = z.record(idSchema, z.array(idSchema).min(1));

/**
 * When a question, paper, note, fee or time belongs to her case: every question of `all` was answered with one of its
 * answers, and at least one question of `any` was. A question that was not asked counts as not answered.
 */
const whenSchema = z
  .strictObject({ all: answersSchema.optional(), any: answersSchema.optional() })
  .refine((when) => when.all !== undefined || when.any !== undefined, named("empty-condition"));
export type When = z.infer<typeof whenSchema>;

/** Something to ask because the answer changes the papers, the fee or the time. Asked in the order of the file. */
const questionSchema = z.strictObject({
  id: idSchema,
  ask: textSchema,
  /** One sentence that helps her answer. */
  hint: textSchema.optional(),
  when: whenSchema.optional(),
  answers: z
    .array(
      z.strictObject({
        id: idSchema,
        label: textSchema,
        /** The whole text of the case, where the label is only a part of it. */
        inFull: textSchema.optional(),
      }),
    )
    .min(2)
    .max(20),
});
export type Question = z.infer<typeof questionSchema>;

/** How many of a paper; only what the record counts. */
const countsSchema = z.strictObject({
  original: z.int().min(0).optional(),
  copy: z.int().min(0).optional(),
  certified: z.int().min(0).optional(),
});

/** One thing to have ready: handed in, shown, or filled in online. */
const paperSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** The record's own words, where the name is only their beginning. */
  inFull: textSchema.optional(),
  /** The record's heading over this paper, where it says more than that papers follow. */
  heading: textSchema.optional(),
  /** hand-in: the office keeps it; show: it is looked at and given back; fill-online: an electronic form. */
  way: z.enum(["hand-in", "show", "fill-online"]),
  counts: countsSchema.optional(),
  /** What this is, in plain words; the answer to "what is this?". */
  what: textSchema.optional(),
  /** A form is named, never linked: the record has file names only. */
  form: z.strictObject({ name: z.string().min(1), law: lawSchema.optional() }).optional(),
  /** Where it comes from; only where the record says it. */
  from: textSchema.optional(),
  /** The code of the procedure whose result this paper is. */
  yieldedBy: codeSchema.optional(),
  /** What may stand in its place, in the order the record gives: "if you have none, then …". */
  instead: z.array(textSchema).min(1).optional(),
  /** When it need not be handed in. */
  unless: textSchema.optional(),
  when: whenSchema.optional(),
});
export type Paper = z.infer<typeof paperSchema>;

/** A paper that the office looks up in a national database, so that she need not bring it. */
const lookedUpSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  database: textSchema,
  when: whenSchema.optional(),
});

/** A sentence of the record that is no paper: who may stand in for her, what the office checks, what to watch for. */
const noteSchema = z.strictObject({ id: idSchema, text: textSchema, when: whenSchema.optional() });
export type Note = z.infer<typeof noteSchema>;

/** `free` only when no step, note or paper of the record speaks of paying; `ask` sends her to the counter with the legal text. */
const feeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("free"), law: z.array(lawSchema).optional() }),
  z.strictObject({
    kind: z.literal("amounts"),
    /** `vnd` in đồng; `of` says what or whom the amount is for. */
    amounts: z.array(z.strictObject({ vnd: z.int().min(0), of: textSchema, when: whenSchema.optional() })).min(1),
    law: z.array(lawSchema).optional(),
    note: textSchema.optional(),
  }),
  z.strictObject({ kind: z.literal("ask"), law: z.array(lawSchema).optional(), note: textSchema.optional() }),
]);

/** Where each row of a record's list of papers went. The key is the row's fingerprint (see compare.ts). */
const rowPlaceSchema = z.string().regex(/^(paper|question|note|looked-up):[a-z][a-z0-9-]{0,19}$|^omitted: .{10,}/, named("bad-row-place"));

/** One national code that this file answers for; several when they differ only in the office that handles them. */
const servedCodeSchema = z.strictObject({
  code: codeSchema,
  /** Empty where the record names none. */
  levels: z.array(levelSchema),
  /** The procedure's own page on the national portal. */
  url: linkSchema.optional(),
});

/** A procedure that the guide can walk through, as staff write it in content/procedures. What only an imported file may lack is in own-facts.ts. */
export const guidedSchema = z.strictObject({
  /** Not for citizens yet: nothing of the file is served, and nothing wrong in it holds up the rest of the content. */
  draft: z.boolean().optional(),
  /** The first and the last day on which the file is served, in Vietnam; several files may serve one code one after the other. */
  effective: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }).optional(),
  codes: z.array(servedCodeSchema).min(1),
  name: textSchema,
  /** The everyday word next to the official name. */
  everyday: textSchema.optional(),
  /** What people type: life events, old names, regional words. */
  aliases: z.strictObject({ vi: z.array(z.string().min(2)).min(3), en: z.array(z.string().min(2)).min(1) }).optional(),
  field: textSchema.optional(),
  /** Empty where the record names none. */
  audience: z.array(z.enum(["citizen", "business"])),
  /** Who may file. */
  who: textSchema.optional(),
  fee: feeSchema,
  /** Until the result; one sentence a case. Absent where no source gives a unit. */
  time: z
    .array(z.strictObject({ text: textSchema, when: whenSchema.optional() }))
    .min(1)
    .optional(),
  /** Which office handles it, where the record names one that still exists; else the level decides. */
  place: textSchema.optional(),
  result: z.array(textSchema).min(1).optional(),
  law: z.array(lawSchema),
  /** What she does, step by step, in plain words. */
  steps: z.array(textSchema).min(1).optional(),
  /** Can it be filed online, and what the record says is needed for it. */
  online: z.strictObject({ possible: z.boolean(), extent: z.enum(["whole", "part"]).optional(), note: textSchema.optional() }).optional(),
  /** Why dossiers of this kind come back; only where the record says it. */
  returns: z.array(textSchema).min(1).optional(),
  questions: z.array(questionSchema),
  papers: z.array(paperSchema).min(1),
  lookedUp: z.array(lookedUpSchema).optional(),
  notes: z.array(noteSchema).optional(),
  rows: z.record(
    z.string().regex(/^[0-9a-f]{8}$/, named("bad-row-key")),
    z.union([rowPlaceSchema, z.array(rowPlaceSchema).min(2)], named("bad-row-place")),
  ),
  source: z.strictObject({
    /** The month of the record's details. */
    checked: monthSchema,
    by: z.literal("national record"),
    /** Stands in a file that `content import` wrote: the fingerprint of what it wrote, so that a later import sees whether a person has changed the file since. */
    imported: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional(),
    /** After this day the card says that the facts are due for a check. */
    review: z.iso.date(),
    /** Filled in by staff once a person has checked the file. */
    person: z.strictObject({ name: z.string().min(2), on: z.iso.date() }).optional(),
  }),
});
export type Guided = z.infer<typeof guidedSchema>;
