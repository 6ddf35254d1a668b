import { backToChecklist, cardButton, provinceOf } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice, Line } from "../reply.ts";

/** The first words to somebody who comes without a question. */
export function welcome(here: Here): Answer {
  const lines: Line[] = [
    { as: "title", say: say("welcome.title") },
    text("welcome.what"),
    text("welcome.example"),
    { as: "note", say: say("welcome.safety") },
  ];
  return {
    session: { ...here.session, place: { at: "start" } },
    replies: [reply("welcome", { lines, choices: [...backToChecklist(here), ...eventChoices(here), ...standing(here)] })],
  };
}

/** What can be done from anywhere. */
export function showMenu(here: Here): Answer {
  const list = here.session.checklists.length > 0 ? [button(say("choice.list"), "list")] : [];
  const choices = [
    ...list,
    button(say("choice.events"), "events"),
    button(say("choice.fields"), "fields"),
    button(say("choice.status"), "status"),
    ...standing(here),
    button(say("choice.help"), "help"),
  ];
  return { session: { ...here.session, place: { at: "menu" } }, replies: [reply("menu", { lines: [text("menu.ask")], choices })] };
}

/** What the guide understands, and what it keeps. */
export function showHelp(here: Here): Answer {
  const lines = [text("help.ask"), text("help.words"), text("help.kept")];
  return {
    session: here.session,
    replies: [reply("help", { lines, choices: [button(say("choice.menu"), "menu"), button(say("choice.forget"), "forget")] })],
  };
}

/** The things that happen in a life, as buttons. */
export function showEvents(here: Here): Answer {
  const choices = [...eventChoices(here), button(say("choice.fields"), "fields")];
  return { session: { ...here.session, place: { at: "menu" } }, replies: [reply("menu", { lines: [text("events.ask")], choices })] };
}

/** The procedures that something in her life leads to, in order; undefined when no content has the event. */
export function showEvent(here: Here, id: string): Answer | undefined {
  const event = here.knowledge.catalog.lifeEvents.find((known) => known.id === id);
  if (!event) return undefined;
  const steps = event.steps.map(({ why }): Line => ({ as: "item", say: quote(why) }));
  const lines: Line[] = [{ as: "title", say: quote(event.name) }, text("event.order"), ...steps];
  const choices = event.steps.flatMap(({ code }) => cardButton(here, code));
  const codes = event.steps.map(({ code }) => code);
  return {
    session: { ...here.session, place: { at: "choosing", codes }, missed: 0 },
    replies: [reply("life-event", { lines, choices: [...choices, button(say("choice.menu"), "menu")] })],
  };
}

function eventChoices({ knowledge }: Here): Choice[] {
  return knowledge.catalog.lifeEvents.map(({ id, name }) => button(quote(name), "event", id));
}

function standing(here: Here): Choice[] {
  const province = provinceOf(here);
  const label = province ? say("choice.province-now", { name: province.name }) : say("choice.province");
  return [button(label, "provinces"), button(say("choice.language"), "languages")];
}
