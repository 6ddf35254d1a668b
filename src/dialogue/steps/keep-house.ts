import { languages } from "../../catalog/text.ts";
import { walkOf } from "../checklist.ts";
import { resumeButton } from "../context.ts";
import type { Unreadable } from "../event.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, reply, say, text } from "../phrase.ts";
import type { ReplyKind, SentenceName } from "../reply.ts";
import { newSession } from "../session.ts";

/** What is in progress: each checklist with how far it is. */
export function listChecklists(here: Here): Answer {
  const choices = here.session.checklists.flatMap(({ code }) => {
    const walk = walkOf(here, code);
    return walk ? [resumeButton(walk)] : [];
  });
  const lines = [text(choices.length > 0 ? "list.ask" : "list.empty")];
  return { session: here.session, replies: [reply("list", { lines, choices: [...choices, button(say("choice.menu"), "menu")] })] };
}

/** Offers the languages, each in its own words. */
export function offerLanguages(here: Here): Answer {
  const choices = languages.map((language) => button(say(`language.${language}`), "language", language));
  return { session: here.session, replies: [reply("language", { lines: [text("language.ask")], choices })] };
}

/** Asks whether everything kept about her shall really go. */
export function askForget(here: Here): Answer {
  const choices = [button(say("choice.forget-yes"), "forget-yes"), button(say("choice.back"), "back")];
  return { session: { ...here.session, place: { at: "forget" } }, replies: [reply("forget", { lines: [text("forget.ask")], choices })] };
}

/** Everything goes; the turn deletes what is stored when it sees this reply. */
export function forget(here: Here): Answer {
  const { language } = here.session;
  const replies = [reply("forgotten", { lines: [text("forget.done")] })];
  return { session: { ...newSession(), ...(language && { language }) }, replies };
}

/** One kind sentence on something the guide cannot read. */
export function sayUnreadable(here: Here, what: Unreadable): Answer {
  return sayOnly(here, "unreadable", what === "photo" || what === "file" ? "unreadable.papers" : "unreadable.other");
}

/** One sentence that changes nothing. */
export function sayOnly(here: Here, kind: ReplyKind, sentence: SentenceName): Answer {
  return { session: here.session, replies: [reply(kind, { lines: [text(sentence)], choices: [button(say("choice.menu"), "menu")] })] };
}
