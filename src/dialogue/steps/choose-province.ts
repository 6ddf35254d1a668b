import { provinceOf } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice } from "../reply.ts";

/** The province of somebody whose province the guide does not know. */
export const otherProvince = "other";

/** Asks for her province because the answer depends on it; `next` is the choice to go on with. */
export function askProvince(here: Here, next: string): Answer {
  return {
    session: { ...here.session, place: { at: "province", next } },
    replies: [reply("province", { lines: [text("province.ask")], choices: provinceChoices(here) })],
  };
}

/** Says which province is set and offers the others. */
export function showProvinces(here: Here): Answer {
  const province = provinceOf(here);
  const lines = [province ? text("province.now", { name: province.name }) : text("province.ask")];
  return { session: here.session, replies: [reply("province", { lines, choices: provinceChoices(here) })] };
}

/** Takes a province by its id; undefined when no content has it. */
export function withProvince(here: Here, id: string): Here | undefined {
  const known = id === otherProvince || here.knowledge.catalog.provinces.some((province) => province.id === id);
  return known ? { ...here, session: { ...here.session, province: id } } : undefined;
}

/** Confirms a change of province. */
export function confirmProvince(here: Here): Answer {
  const province = provinceOf(here);
  const lines = [province ? text("province.set", { name: province.name }) : text("province.other")];
  return { session: here.session, replies: [reply("province", { lines, choices: [button(say("choice.menu"), "menu")] })] };
}

function provinceChoices({ knowledge }: Here): Choice[] {
  const provinces = knowledge.catalog.provinces.map(({ id, name }) => button(quote(name), "province", id));
  return [...provinces, button(say("choice.other-province"), "province", otherProvince)];
}
