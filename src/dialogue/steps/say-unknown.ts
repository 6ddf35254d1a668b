import { backToChecklist, cardButton, provinceOf } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice, Line } from "../reply.ts";
import type { Place } from "../session.ts";
import { mostOffered, offerMatches } from "./offer-matches.ts";

/** The national portal's support line, from the foot of its page; asked when no province is chosen. */
const nationalHotline = "18001096";

const portalSearch = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh";

/**
 * Nothing was found. First an invitation to say it in other words, with an example; then life events; then people to call; then
 * her own words in the portal's search; after that one short sentence and the search take turns. No rung follows itself.
 */
export function sayUnknown(here: Here, said = ""): Answer {
  const missed = here.session.missed + 1;
  const rung = ladder[missed - 1] ?? (missed % 2 === 0 ? searchPortal : askBriefly);
  const { lines, choices = [], links = [] } = rung(here, said);
  return {
    session: { ...here.session, missed },
    replies: [reply("unknown", { lines, choices: [...choices, ...backToChecklist(here)], links })],
  };
}

type Rung = (here: Here, said: string) => Pick<Parameters<typeof reply>[1], "lines" | "choices" | "links">;

const rephrase: Rung = () => ({
  lines: [text("unknown.rephrase"), text("unknown.example")],
  choices: [button(say("choice.events"), "events"), button(say("choice.fields"), "fields")],
});

const lookAround: Rung = ({ knowledge }) => {
  const events = knowledge.catalog.lifeEvents.map(({ id, name }): Choice => button(quote(name), "event", id));
  return { lines: [text("unknown.look-around")], choices: [...events, button(say("choice.fields"), "fields")] };
};

const callSomebody: Rung = (here) => ({
  lines: [text("unknown.call", { hotline: provinceOf(here)?.hotline ?? nationalHotline })],
  choices: [button(say("choice.events"), "events"), button(say("choice.menu"), "menu")],
  links: [{ say: say("link.search"), url: portalSearch }],
});

const searchPortal: Rung = (here, said) => ({
  lines: [text("unknown.portal", { hotline: provinceOf(here)?.hotline ?? nationalHotline })],
  choices: [button(say("choice.menu"), "menu")],
  links: [{ say: say("link.search"), url: `${portalSearch}?${new URLSearchParams({ keyword: said.slice(0, 100) })}` }],
});

const askBriefly: Rung = () => ({
  lines: [text("unknown.briefly")],
  choices: [button(say("choice.events"), "events"), button(say("choice.fields"), "fields")],
});

const ladder: readonly Rung[] = [rephrase, lookAround, callSomebody];

/** None of the procedures offered: the next few if there are any, else as if nothing was found. */
export function offerOthers(here: Here): Answer {
  const { place } = here.session;
  const rest = restOf(place);
  const start = { ...here, session: { ...here.session, place: { at: "menu" as const } } };
  return { ...(rest.length > 0 ? offerMatches(start, rest) : sayUnknown(start)), fate: { is: "none" } };
}

function restOf(place: Place): string[] {
  if (place.at === "apart") return place.beyond;
  return place.at === "choosing" ? [...place.codes.slice(mostOffered), ...(place.beyond ?? [])] : [];
}

/** Something no office of the province does: says so and where to ask instead. */
export function sayElsewhere(here: Here, id: string, codes: readonly string[] = []): Answer {
  const entry = here.knowledge.catalog.words.elsewhere.find((known) => known.id === id);
  if (!entry) return sayUnknown(here);
  const lines: Line[] = [{ as: "text", say: quote(entry.say) }];
  const choices = [...codes.flatMap((code) => cardButton(here, code)), button(say("choice.menu"), "menu"), ...backToChecklist(here)];
  return { session: here.session, replies: [reply("elsewhere", { lines, choices })] };
}
