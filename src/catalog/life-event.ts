import { z } from "zod";
import { bothSchema, codeSchema, idSchema } from "./text.ts";

/** Something that happens in a life and the procedures it leads to, in order. */
const lifeEventSchema = z.strictObject({
  id: idSchema,
  name: bothSchema,
  /** What people type when it happens. */
  aliases: z.strictObject({ vi: z.array(z.string().min(2)).min(1), en: z.array(z.string().min(2)).min(1) }),
  steps: z
    .array(z.strictObject({ code: codeSchema, why: bothSchema }))
    .min(1)
    .max(8),
});
export type LifeEvent = z.infer<typeof lifeEventSchema>;

export const lifeEventsSchema = z.array(lifeEventSchema);
