import type { Language } from "../../catalog/text.ts";
import type { Deed } from "../../dialogue/event.ts";
import type { Knowledge } from "../../dialogue/knowledge.ts";
import type { Session } from "../../dialogue/session.ts";
import { openEmbedded } from "../../sessions/embedded.ts";
import { openTurn, sessionKept } from "../../turn.ts";
import type { Spoken } from "../../wording/spoken.ts";
import type { Wording } from "../../wording/wording.ts";

/** Whom a made-up citizen talks to: what the guide knows, and its words. */
export type Guide = { knowledge: Knowledge; wording: Wording };

/** What she does, when (`at`, in milliseconds since 1970), and the language she sets; the same `message` again is a second delivery. */
type Told = { deed: Deed; at: number; message: string; language?: Language };

/** One made-up citizen in conversation with the whole guide. */
export type Talk = {
  tell(told: Told): Promise<Spoken[]>;
  /** Where she is and what she answered; undefined when nothing is kept about her. */
  where(): Promise<Session | undefined>;
  leave(): Promise<void>;
};

/** Begins a conversation whose session is in memory only: nothing of it is left after `leave`. */
export function openTalk({ knowledge, wording }: Guide): Talk {
  const citizen = "terminal:transcript";
  const store = openEmbedded({ path: ":memory:", days: 30 });
  const turn = openTurn({ store, knowledge: () => knowledge, wording });
  return {
    tell: ({ deed, at, message, language }) => turn({ citizen, message, event: { ...deed, at, ...(language && { language }) } }),
    async where() {
      const kept = await store.recall(citizen);
      return kept && sessionKept(kept.text);
    },
    leave: () => store.close(),
  };
}
