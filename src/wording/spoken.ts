import { z } from "zod";
import { languages } from "../catalog/text.ts";

/** A reply in her language, ready for a channel to draw: plain text everywhere, no markup; each channel escapes for itself. */
export const spokenSchema = z.strictObject({
  kind: z.string(),
  /** The language it is in, for a channel that has words of its own. */
  language: z.enum(languages).optional(),
  lines: z.array(
    z.strictObject({
      as: z.enum(["title", "text", "fact", "item", "note"]),
      text: z.string(),
      label: z.string().optional(),
      ticked: z.boolean().optional(),
    }),
  ),
  choices: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  /** A `url` beginning with "/" is a page of our own server. */
  links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
  progress: z.strictObject({ at: z.int(), of: z.int() }).optional(),
  procedure: z.string().optional(),
});
export type Spoken = z.infer<typeof spokenSchema>;
export type SpokenLine = Spoken["lines"][number];

/** A reply as plain text, one line under the other; what a program, a terminal or a screen reader gets. */
export function plainText(spoken: Spoken): string {
  return spoken.lines.map(plainLine).join("\n");
}

function plainLine({ as, text, label }: SpokenLine): string {
  if (as === "fact" && label !== undefined) return `${label}: ${text}`;
  return as === "item" ? `• ${text}` : text;
}
