import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import type { Language } from "../../../src/catalog/text.ts";
import type { Printed, PrintQuery } from "../../../src/channels/webchat/printed.ts";
import { type WebchatOptions, webchat } from "../../../src/channels/webchat/webchat.ts";
import { openServer } from "../../../src/server/open-server.ts";
import { printedLines, summary } from "./scripted-replies.ts";
import { type ScriptedTurn, scriptedTurn } from "./scripted-turn.ts";

const readWords = (language: Language): Record<string, string> => {
  const all: Record<string, string> = JSON.parse(readFileSync(join(import.meta.dirname, `../../../locales/${language}.json`), "utf8"));
  return Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith("page.")));
};
const words: Readonly<Record<Language, Record<string, string>>> = { vi: readWords("vi"), en: readWords("en") };

/** A web server on a free port with the web page on it and a scripted turn behind it; `logged` is everything it wrote to its log. */
export type OpenGuide = { origin: string; script: ScriptedTurn; logged: string[]; close: () => Promise<void> };

/** Opens a guide for a test; what is given replaces a part of it. */
export async function openGuide(given: Partial<WebchatOptions> & { port?: number } = {}): Promise<OpenGuide> {
  const script = scriptedTurn();
  const logged: string[] = [];
  const log = pino({ level: "trace" }, { write: (line) => logged.push(line) });
  const channel = webchat({ turn: script.turn, pageWords, printout, log, ...given });
  const health = async () => ({ procedures: 2453, guided: 45, sessions: "embedded" as const, content: { version: "test", broken: 0 } });
  const { port, close } = await openServer({ port: given.port ?? 0, channels: [channel], health, log });
  return { origin: `http://127.0.0.1:${port}`, script, logged, close };
}

/** The page's sentences, as locales has them. */
export function pageWords(language: Language): Record<string, string> {
  return words[language];
}

/** Makes the checklist of a birth registration and of nothing else. */
function printout({ start = "", have = "" }: PrintQuery): Printed | undefined {
  if (!start.startsWith("1_001193")) return undefined;
  return {
    language: "vi",
    title: "Hồ sơ đăng ký khai sinh",
    spoken: { ...summary, lines: printedLines(have.split(",")), choices: [], links: [] },
    backPath: "/?start=1_001193--ninh-binh--vi",
  };
}
