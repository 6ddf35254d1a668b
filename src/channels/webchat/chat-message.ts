import { z } from "zod";
import { type Language, languages } from "../../catalog/text.ts";
import type { Deed, Event } from "../../dialogue/event.ts";

/** What `POST /api/chat` takes. `conversation` is made by the client and is all that is known about a citizen; `message` is the client's id of this message. */
export const chatMessageSchema = z
  .strictObject({
    conversation: z.string().regex(/^[A-Za-z0-9_-]{16,128}$/, "16 to 128 of A–Z, a–z, 0–9, _ and -"),
    message: z.string().min(1).max(128),
    text: z.string().optional(),
    choice: z.string().min(1).max(1000).optional(),
    start: z.string().min(1).max(1000).optional(),
    opened: z.literal(true).optional(),
    language: z.enum(languages).optional(),
  })
  .refine(({ text, choice, start, opened }) => [text, choice, start, opened].filter((deed) => deed !== undefined).length === 1, {
    message: "exactly one of text, choice, start and opened",
  });
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/** What the citizen did, as the guide understands it. `at` is the time in milliseconds since 1970. */
export function eventOf(message: ChatMessage, at: number): Event {
  return { ...deedOf(message), at, language: message.language };
}

function deedOf({ text, choice, start }: ChatMessage): Deed {
  if (text !== undefined) return { did: "wrote", text };
  if (choice !== undefined) return { did: "chose", choice };
  if (start !== undefined) return { did: "started", start };
  return { did: "opened" };
}

/** The language an address asks for: `?lang=en`, or the part of a start link that names one, such as 1_001193--ninh-binh--en; Vietnamese otherwise. */
export function languageOf({ lang, start = "" }: Readonly<Record<string, string>>): Language {
  const asked = [lang, ...start.split("--")];
  return languages.find((language) => asked.includes(language)) ?? "vi";
}
