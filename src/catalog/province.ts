import { z } from "zod";
import { levelSchema } from "./procedure.ts";
import { bothSchema, codeSchema, idSchema, linkSchema, named } from "./text.ts";

const sourceSchema = z.strictObject({
  name: z.string().min(3),
  on: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, named("bad-source-date")),
});

/** A province: how people call it, where to file, whom to call. What has no source is left out. */
export const provinceSchema = z.strictObject({
  id: idSchema,
  /** The code of the province's portal, such as H42. */
  portalCode: z
    .string()
    .regex(/^H\d{2}$/, named("bad-portal-code"))
    .optional(),
  name: bothSchema,
  /** Names people still use, former provinces included. */
  formerNames: z.array(z.string().min(2)).optional(),
  portals: z.array(z.strictObject({ name: bothSchema, url: linkSchema })).min(1),
  /** Support line, digits only. */
  hotline: z.string().regex(/^\d{8,11}$/, named("bad-hotline")),
  /** Which levels of office the province offers. */
  levels: z.array(levelSchema).min(1),
  /** Codes that are not offered here although their level is. */
  withoutCodes: z.array(codeSchema).optional(),
  /** How to find the nearest counter, by level; offices without a sourced address have none. */
  counters: z.partialRecord(levelSchema, bothSchema),
  /** Figures of the past, as history, each with its source. */
  history: z.array(z.strictObject({ year: z.int(), text: bothSchema })).optional(),
  sources: z.array(sourceSchema).min(1),
});
export type Province = z.infer<typeof provinceSchema>;
