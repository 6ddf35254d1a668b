import { backToChecklist } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, reply, say, text } from "../phrase.ts";

/** For a button that leads nowhere any more, or was never ours: says so and shows a way on. Nothing is changed. */
export function sayOldChoice(here: Here): Answer {
  const choices = [...backToChecklist(here), button(say("choice.menu"), "menu")];
  return { session: here.session, replies: [reply("old-choice", { lines: [text("old-choice")], choices })] };
}
