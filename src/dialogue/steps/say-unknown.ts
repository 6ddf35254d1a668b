import { backToChecklist, cardButton, provinceOf } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice, Line } from "../reply.ts";
import { mostOffered, offerMatches } from "./offer-matches.ts";

/** The national portal's support line, from the foot of its page; asked when no province is chosen. */
const nationalHotline = "18001096";

const portalSearch = "https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh";

/**
 * Nothing was found. First an invitation to say it in other words, with an example; then life events and fields; then people
 * to call. After that the last two take turns, so that nobody reads the same message twice in a row.
 */
export function sayUnknown(here: Here): Answer {
  const missed = here.session.missed + 1;
  const rung = missed === 1 ? rephrase : missed % 2 === 0 ? lookAround : callSomebody;
  const { lines, choices = [], links = [] } = rung(here);
  return {
    session: { ...here.session, missed },
    replies: [reply("unknown", { lines, choices: [...choices, ...backToChecklist(here)], links })],
  };
}

type Rung = (here: Here) => Pick<Parameters<typeof reply>[1], "lines" | "choices" | "links">;

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

/** None of the procedures offered: the next few if there are any, else as if nothing was found. */
export function offerOthers(here: Here): Answer {
  const { place } = here.session;
  const rest = place.at === "choosing" ? place.codes.slice(mostOffered) : [];
  const start = { ...here, session: { ...here.session, place: { at: "menu" as const } } };
  return rest.length > 0 ? offerMatches(start, rest) : sayUnknown(start);
}

/** Something no office of the province does: says so and where to ask instead. */
export function sayElsewhere(here: Here, id: string, codes: readonly string[] = []): Answer {
  const entry = here.knowledge.catalog.words.elsewhere.find((known) => known.id === id);
  if (!entry) return sayUnknown(here);
  const lines: Line[] = [{ as: "text", say: quote(entry.say) }];
  const choices = [...codes.flatMap((code) => cardButton(here, code)), button(say("choice.menu"), "menu"), ...backToChecklist(here)];
  return { session: here.session, replies: [reply("elsewhere", { lines, choices })] };
}
