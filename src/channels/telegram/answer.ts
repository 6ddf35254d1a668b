import type { Api } from "grammy";
import type { Logger } from "pino";
import type { Turn } from "../../turn.ts";
import type { Deliver } from "./deliver.ts";
import type { Language, Press, ReadUpdate } from "./read.ts";
import { recent } from "./recent.ts";
import { describeTrouble, sortTrouble } from "./trouble.ts";

/** The sentences of our own that this channel says without a turn. */
type TelegramSentence = "telegram.group" | "trouble.later" | `telegram.command.${(typeof commands)[number]}`;

/** The commands that Telegram's menu shows. */
export const commands = ["start", "help", "list", "language", "province", "forget"] as const;

/** What answering needs. */
export type Desk = {
  api: Api;
  turn: Turn;
  deliver: Deliver;
  sentence: (name: TelegramSentence, language: Language) => string;
  log: Logger;
};

/** `again`: nobody was answered, and the same update should come again. */
export type Outcome = "done" | "again";

/** How often an update is tried while trouble lasts; then she is told, and it is set aside so that it does not hold up her chat for ever. */
export const mostTries = 5;

type Heard = Extract<ReadUpdate, { as: "heard" }>;
type Try = { tries: number; sent: number; done: boolean };

/** Opens the answering of updates. Every failure ends here: in the log, and for her in one calm sentence. Never rejects. */
export function openAnswering(desk: Desk): (read: ReadUpdate) => Promise<Outcome> {
  const lately = recent<number, Try>(10_000);
  return async (read) => {
    switch (read.as) {
      case "aside":
        desk.log.debug({ why: read.why }, "Telegram: an update was set aside");
        return "done";
      case "press":
        await stopSpinner(desk, read.press);
        return "done";
      case "group":
        await say(desk, read.chat, desk.sentence("telegram.group", read.language));
        return "done";
      case "heard": {
        const trying = lately.get(read.update) ?? { tries: 0, sent: 0, done: false };
        lately.set(read.update, trying);
        const [outcome] = await Promise.all([answerHeard(desk, read, trying), read.press && stopSpinner(desk, read.press)]);
        return outcome;
      }
    }
  };
}

async function answerHeard(desk: Desk, read: Heard, trying: Try): Promise<Outcome> {
  if (trying.done) return "done"; // delivered twice by Telegram and answered already
  trying.tries++;
  try {
    const replies = await desk.turn(read.heard);
    await desk.deliver({ chat: read.chat, replies, pressed: read.press?.message, sent: trying.sent }, (sent) => {
      trying.sent = sent;
    });
  } catch (error) {
    if ((await meetTrouble(desk, read, { error, tries: trying.tries })) === "again") return "again";
  }
  trying.done = true;
  return "done";
}

async function meetTrouble(
  { sentence, log, ...desk }: Desk,
  read: Heard,
  { error, tries }: { error: unknown; tries: number },
): Promise<Outcome> {
  const trouble = sortTrouble(error);
  const told = { update: read.update, tries, trouble: describeTrouble(error) };
  if (trouble === "gone") {
    log.info(told, "Telegram: the chat takes no messages");
    return "done";
  }
  if (trouble === "passing" && tries < mostTries) {
    log.warn(told, "Telegram: an update has to come again");
    return "again";
  }
  log.error(told, "Telegram: an update was set aside");
  await say({ ...desk, log }, read.chat, sentence("trouble.later", read.heard.event.hint ?? "vi"));
  return "done";
}

async function say({ api, log }: Pick<Desk, "api" | "log">, chat: number, text: string): Promise<void> {
  await api
    .sendMessage(chat, text)
    .catch((error: unknown) => log.warn({ trouble: describeTrouble(error) }, "Telegram: a sentence did not get through"));
}

/** Telegram refuses when the press is too old; the spinner has stopped by itself then. */
async function stopSpinner({ api, log }: Desk, { query }: Press): Promise<void> {
  await api
    .answerCallbackQuery(query)
    .catch((error: unknown) => log.debug({ trouble: describeTrouble(error) }, "Telegram: a press was not answered"));
}
