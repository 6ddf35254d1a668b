import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

/**
 * A question whose answer is known. `codes`: those that answer it; none when no office of a province does. `beyond`: what
 * answers it elsewhere (a ministry, an older list): in a catalog that has one of these it is not from outside. `set`: the list
 * it stands in. `half`: `held` questions are never looked at while tuning; only their sums are printed.
 */
export type Asked = { question: string; codes: string[]; beyond?: string[]; set: string; kind: string; half: "tune" | "held" };

const golden = z.array(
  z.strictObject({
    question: z.string(),
    codes: z.array(z.string()).default([]),
    beyond: z.array(z.string()).default([]),
    kind: z.string().optional(),
    why: z.string(),
    half: z.enum(["tune", "held"]),
  }),
);
/** The golden questions of a folder: questions.yaml, twins.yaml (any of several is meant), outside.yaml (no office does it). */
export function goldenQuestions(folder: string): Asked[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return files.sort().flatMap((file) => {
    const name = file.replace(".yaml", "");
    const entries = golden.parse(parse(readFileSync(join(folder, file), "utf8")));
    return entries.map(({ why: _, kind, ...asked }) => ({ ...asked, kind: kind ?? name, set: `golden ${name}` }));
  });
}
