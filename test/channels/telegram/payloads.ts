import { readdirSync, readFileSync } from "node:fs";
import type { Update } from "@grammyjs/types";

const folder = `${import.meta.dirname}/payloads`;

/** The names of all recorded updates. */
export const payloadNames = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));

/** One recorded update, as Telegram delivered it. */
export function payload(name: string): Update {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
}
