import type { Deed } from "../../../src/dialogue/event.ts";
import type { Heard, Turn } from "../../../src/turn.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { card, forgotten, link, menu, paper, question, ready, summary, unknown, welcome } from "./scripted-replies.ts";

/** A turn that knows a handful of answers by heart, like the guide's own in shape; `heard` is all that reached it, once or twice. */
export type ScriptedTurn = {
  turn: Turn;
  heard: Heard[];
  /** While set, turns wait for it before they answer. */
  hold: Promise<void> | undefined;
  /** While set, turns reject with it. */
  trouble: Error | undefined;
};

/** Makes a scripted turn. Like the guide's, it answers a message it has heard before with the same replies. */
export function scriptedTurn(): ScriptedTurn {
  const answered = new Map<string, Spoken[]>();
  const script: ScriptedTurn = { turn, heard: [], hold: undefined, trouble: undefined };
  async function turn(heard: Heard): Promise<Spoken[]> {
    script.heard.push(heard);
    await script.hold;
    if (script.trouble) throw script.trouble;
    const key = `${heard.citizen} ${heard.message}`;
    const replies = answered.get(key) ?? repliesTo(heard.event);
    answered.set(key, replies);
    return replies;
  }
  return script;
}

const byChoice: Readonly<Record<string, Spoken>> = {
  menu,
  "go:1.001193": card,
  "begin:1.001193": question,
  "answer:1.001193:born:hospital": paper(1),
  "have:1.001193:to-khai": paper(2),
  "have:1.001193:chung-sinh": summary,
  "ready:1.001193": ready,
  "link:1.001193": link,
  "language:en": welcome.en,
  "language:vi": welcome.vi,
  "forget:yes": forgotten,
};

function repliesTo(deed: Deed): Spoken[] {
  switch (deed.did) {
    case "opened":
      return [welcome.vi];
    case "started":
      return [deed.start.startsWith("1_001193") ? card : unknown];
    case "wrote":
      return [/khai sinh/.test(deed.text) ? card : unknown];
    case "chose":
      return [byChoice[deed.choice] ?? unknown];
    case "sent":
      return [unknown];
  }
}
