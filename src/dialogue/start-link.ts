import { codeSchema, idSchema, type Language, languages } from "../catalog/text.ts";

/** What a start link carries; any part may be missing. `unread` holds parts that are none of these. */
export type StartLink = { code?: string; province?: string; language?: Language; unread: string[] };

/** Reads 1_001193--ninh-binh--vi. Telegram allows 64 of A–Z a–z 0–9 _ -, so the dot of a code is an underscore. */
export function readStartLink(start: string): StartLink {
  const link: StartLink = { unread: [] };
  for (const part of start.slice(0, 64).split("--").filter(Boolean)) {
    const language = languages.find((known) => known === part);
    const code = codeSchema.safeParse(part.replace("_", "."));
    if (code.success) link.code = code.data;
    else if (language) link.language = language;
    else if (idSchema.safeParse(part).success) link.province = part;
    else link.unread.push(part);
  }
  return link;
}

/** Writes a start link of the parts there are. */
export function writeStartLink({ code, province, language }: Omit<StartLink, "unread">): string {
  return [code?.replace(".", "_"), province, language].filter((part) => part !== undefined).join("--");
}
