import { z } from "zod";
import { longestId } from "./limits.ts";
import type { Mistake } from "./mistakes.ts";

/** The languages the guide speaks; Vietnamese comes first. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** A sentence for people: Vietnamese always, English where it exists. */
export type Text = { vi: string; en?: string | undefined };

/** A sentence that has Vietnamese at least. */
export const textSchema = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1).optional() }, named("wants-both"));

/** A sentence that both languages must have. */
export const bothSchema = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) }, named("wants-both"));

/** The sentence in her language, or in Vietnamese where no translation exists. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.vi;
}

/** A short name inside a file: lower case, digits and hyphens. At most 20, so that a button with a code, a question and an answer stays within Telegram's 64 bytes. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, named("bad-id"))
  .max(longestId, named("id-too-long"));

/** A national procedure code such as 1.001193. Quote it in YAML: unquoted, it would be a number. */
export const codeSchema = z.string().regex(/^\d\.\d{6}$/, named("bad-code"));

/** The month of a source, such as 2026-07. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, named("bad-month"));

/** The number of a legal text such as 123/2015/NĐ-CP. */
export const lawSchema = z.string().regex(/^[\d.]+\/.+|^[^/\s]+\/[^/\s]+.*$/, named("bad-law"));

/** A link on a public authority's own host, the only kind the guide gives. */
export const linkSchema = z.url({ error: named("bad-link"), abort: true }).refine(isPublicHost, named("link-off-list"));

/** Is a link one that the guide may give? */
export function isPublicHost(link: string): boolean {
  const { protocol, hostname } = URL.parse(link) ?? {};
  return protocol === "https:" && hostname?.endsWith(".gov.vn") === true;
}

/** What our schemas say when a value is wrong is the name of a mistake; the sentences are in locales/staff. */
export function named(mistake: Mistake): Mistake {
  return mistake;
}
