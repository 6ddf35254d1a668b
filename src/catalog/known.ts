import { z } from "zod";
import { levelSchema } from "./procedure.ts";
import { codeSchema, linkSchema, monthSchema } from "./text.ts";

/** Empty cells are absent facts. */
const cell = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text));
const listCell = z
  .string()
  .trim()
  .transform((text) =>
    text
      .split("|")
      .map((part) => part.trim())
      .filter(Boolean),
  );

/** One row of content/index/<ministry>.csv: a procedure known by its facts only. Lists inside a cell are separated by "|". */
export const knownSchema = z.object({
  code: codeSchema,
  name: z.string().trim().min(3),
  field: cell,
  agency: cell,
  levels: listCell.pipe(z.array(levelSchema)),
  audience: listCell.pipe(z.array(z.enum(["citizen", "business"]))),
  /** whole or part of it can be filed online, where a list says so. */
  online: cell.pipe(z.enum(["whole", "part"]).optional()),
  result: listCell,
  law: listCell,
  url: cell.pipe(linkSchema.optional()),
  /** Number of online filings so far, in the national portal's count. */
  filings: cell.pipe(z.coerce.number<string>().int().min(0).optional()),
  /** The list or record the row was taken from. */
  source: z.string().trim().min(2),
  /** The month of the source, such as 2026-07. */
  month: z.string().trim().pipe(monthSchema),
});
export type Known = z.infer<typeof knownSchema>;

/** The columns of an index file, in order. */
export const knownColumns = Object.keys(knownSchema.shape) as (keyof Known)[];
