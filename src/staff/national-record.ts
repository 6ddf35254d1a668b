import { z } from "zod";
import { codeSchema } from "../catalog/text.ts";

const texts = z.array(z.string()).optional();

/** One row of a record's list of papers; a row may also be a sentence about them. */
const documentRowSchema = z.object({
  name: z.string().trim().min(1),
  /** The heading it stood under. */
  case: z.string().optional(),
  copies: z.object({ original: z.int().min(0).optional(), copy: z.int().min(0).optional() }).optional(),
  /** The file name of its form. */
  form: z.string().optional(),
});
export type DocumentRow = z.infer<typeof documentRowSchema>;

/** One way to hand a dossier in, with its time limit and fee as published. Of `timeLimitRaw` the unit was lost. */
const methodSchema = z.object({
  method: z.string(),
  timeLimit: z.string().optional(),
  timeLimitRaw: z.string().optional(),
  fee: z.string().optional(),
  /** What was published beside them. */
  note: z.string().optional(),
});
export type Method = z.infer<typeof methodSchema>;

/** A national procedure record, as far as content is made from it. Texts are as published; other keys are left aside. */
export const fullRecordSchema = z.object({
  code: codeSchema,
  title: z.string().trim().min(1),
  otherTitles: texts,
  /** The newest list that has the code: 2026-07, 2026-07-17 or a bare year. */
  lastSeen: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
  /** The month of the details, written like lastSeen. */
  detailAsOf: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .optional(),
  field: z.string().optional(),
  issuingAgency: z.string().optional(),
  agency: z.string().optional(),
  level: texts,
  levelInferred: texts,
  audience: z.array(z.enum(["citizen", "business"])).optional(),
  subjects: texts,
  online: z.string().optional(),
  result: texts,
  legalBasis: texts,
  steps: z.string().optional(),
  submissionMethods: z.array(methodSchema).optional(),
  url: z.string().optional(),
  popularity: z.int().min(0).optional(),
  documents: z.array(documentRowSchema).optional(),
});
export type FullRecord = z.infer<typeof fullRecordSchema>;

/** The levels a record states, or else those inferred from its names. */
export function levelsStated({ level, levelInferred }: FullRecord): string[] {
  return level ?? levelInferred ?? [];
}
