import { z } from "zod";

/** The languages the guide speaks; Vietnamese comes first. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** A sentence for people: Vietnamese always, English where it exists. */
export type Text = { vi: string; en?: string | undefined };

/** A sentence that has Vietnamese at least. */
export const textSchema = z.strictObject({
  vi: z.string().trim().min(1),
  en: z.string().trim().min(1).optional(),
});

/** A sentence that both languages must have. */
export const bothSchema = z.strictObject({
  vi: z.string().trim().min(1),
  en: z.string().trim().min(1),
});

/** The sentence in her language, or in Vietnamese where no translation exists. */
export function inLanguage(text: Text, language: Language): string {
  return text[language] ?? text.vi;
}

/** A short name inside a file: lower case, digits and hyphens. At most 20, so that a button with a code, a question and an answer stays within Telegram's 64 bytes. */
export const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, "an id is 1–20 of a–z, 0–9 and hyphens, beginning with a letter");

/** A national procedure code such as 1.001193. Quote it in YAML: unquoted, it would be a number. */
export const codeSchema = z.string().regex(/^\d\.\d{6}$/, 'a code looks like "1.001193", in quotes');

/** The number of a legal text such as 123/2015/NĐ-CP. */
export const lawSchema = z.string().regex(/^[\d.]+\/.+|^[^/\s]+\/[^/\s]+.*$/, "a legal text is a number such as 123/2015/NĐ-CP");

/** A link on a public authority's own host, the only kind the guide gives. */
export const linkSchema = z.url().refine(isPublicHost, "a link must be https and on a host that ends in .gov.vn");

function isPublicHost(link: string): boolean {
  const { protocol, hostname } = new URL(link);
  return protocol === "https:" && hostname.endsWith(".gov.vn");
}
