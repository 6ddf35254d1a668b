import { type Api, GrammyError } from "grammy";
import type { Spoken } from "../../wording/spoken.ts";
import { recent } from "./recent.ts";
import { type Message, write } from "./write.ts";

/** What has to be shown to whom; `pressed` is the message whose button she pressed, `sent` how many messages got through in an earlier try. */
type Delivery = { chat: number; replies: Spoken[]; pressed: number | undefined; sent: number };

/** Shows replies in a chat; calls `got` with the number of messages that got through so far. Rejects with what Telegram says. */
export type Deliver = (delivery: Delivery, got: (sent: number) => void) => Promise<void>;

/** Steps of a checklist follow one another in one message; anything else stays in the chat for her to look up. */
const steps = new Set(["question", "paper", "explain", "ready"]);

/** Opens the delivery to one bot's chats. It remembers the last message of the chats lately used, to know which one can be edited in place; forgetting costs only that. */
export function openDelivery(api: Api, publicUrl: string | undefined): Deliver {
  const latest = recent<number, { id: number; kind: string }>(10_000);
  return async ({ chat, replies, pressed, sent }, got) => {
    const messages = replies.flatMap((spoken) => write(spoken, publicUrl).map((message) => ({ kind: spoken.kind, message })));
    const [only] = messages;
    const before = latest.get(chat);
    const turnsPage = messages.length === 1 && only && steps.has(only.kind) && before && before.id === pressed && steps.has(before.kind);
    if (turnsPage && (await edited(api, chat, before.id, only.message))) {
      latest.set(chat, { id: before.id, kind: only.kind });
      return got(1);
    }
    for (const [at, { kind, message }] of messages.entries()) {
      if (at < sent) continue;
      const { message_id } = await api.raw.sendMessage({ chat_id: chat, ...message });
      latest.set(chat, { id: message_id, kind });
      got(at + 1);
    }
  };
}

/** False when Telegram refuses, as it does for a message that is too old or was deleted: then a new one is sent. */
async function edited(api: Api, chat: number, message_id: number, message: Message): Promise<boolean> {
  try {
    await api.raw.editMessageText({ chat_id: chat, message_id, ...message });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return error.description.includes("message is not modified");
  }
}
