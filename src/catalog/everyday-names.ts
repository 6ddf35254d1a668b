import { z } from "zod";
import { codeSchema } from "./text.ts";

const names = z.array(z.string().trim().min(2)).min(1);

/**
 * content/everyday-names/<ministry>.yaml: what people call the procedures that are known by their facts only, by code.
 * content/nation/everyday-names/<ministry>.yaml: the same for procedures that no index of the content has.
 */
export const everydayNamesSchema = z.record(codeSchema, z.strictObject({ vi: names, en: names.optional() }));
export type EverydayNames = z.infer<typeof everydayNamesSchema>;
