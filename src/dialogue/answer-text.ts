import { procedureOf } from "../catalog/catalog.ts";
import type { Province } from "../catalog/province.ts";
import type { ReplyHeard } from "../catalog/words.ts";
import { walkOf } from "./checklist.ts";
import { choiceId } from "./choice.ts";
import { choose, takeProvince } from "./choose.ts";
import { shortName } from "./context.ts";
import { bare, namedOption } from "./hear.ts";
import type { Answer, Here } from "./knowledge.ts";
import type { Place } from "./session.ts";

/** Takes a text as an answer to what was just asked: a label she typed, or a yes, no, "have it", "not yet". Undefined when it is none. */
export function takeAsAnswer(here: Here, text: string, reply: ReplyHeard | undefined): Answer | undefined {
  const id = namedChoice(here, text) ?? (reply && repliedChoice(here, reply));
  return id === undefined ? undefined : choose(here, id);
}

/** The choice whose label she typed. */
function namedChoice(here: Here, text: string): string | undefined {
  const { place } = here.session;
  if (place.at === "question") {
    const question = walkOf(here, place.code)?.guided.questions.find(({ id }) => id === place.question);
    const answer = question && namedOption(text, question.answers, ({ label }) => label);
    return question && answer && choiceId("answer", place.code, question.id, answer.id);
  }
  if (place.at === "choosing") {
    const code = namedOption(text, place.codes, (each) => shortName(here, each) ?? { vi: each });
    return code && choiceId("card", code);
  }
  return undefined;
}

/** What a short reply means where she is. */
function repliedChoice(here: Here, reply: ReplyHeard): string | undefined {
  const { place } = here.session;
  const yes = reply === "yes" || reply === "have";
  const no = reply === "no" || reply === "not-yet";
  switch (place.at) {
    case "question":
      return yesOrNo(here, place, { yes, no: no || reply === "none" });
    case "paper":
      return paperChoice(place, reply);
    case "ready":
      return yes || no ? choiceId("ready", place.code, place.point, yes ? "yes" : "no") : undefined;
    case "card":
      return yes && procedureOf(here.knowledge.catalog, place.code)?.kind === "guided" ? choiceId("begin", place.code) : undefined;
    case "summary":
      return yes ? choiceId("ready", place.code, "account", "ask") : undefined;
    case "choosing":
      return no || reply === "none" ? choiceId("none") : undefined;
    case "forget":
      if (yes) return choiceId("forget-yes");
      return no ? choiceId("menu") : undefined;
    case "province":
      return no || reply === "none" ? choiceId("province", "other") : undefined;
    case "start":
    case "menu":
    case "filing":
      return undefined;
  }
}

function yesOrNo(here: Here, place: Extract<Place, { at: "question" }>, said: { yes: boolean; no: boolean }): string | undefined {
  const question = walkOf(here, place.code)?.guided.questions.find(({ id }) => id === place.question);
  const wanted = said.yes ? ["yes"] : ["no", "none"];
  if (!question || !(said.yes || said.no)) return undefined;
  const answer = question.answers.find(({ id }) => wanted.includes(id));
  return answer && choiceId("answer", place.code, question.id, answer.id);
}

function paperChoice({ code, paper }: Extract<Place, { at: "paper" }>, reply: ReplyHeard): string | undefined {
  const states = {
    yes: "have",
    have: "have",
    no: "missing",
    "not-yet": "missing",
    what: "what",
    unsure: "what",
    "not-mine": "not-mine",
    none: "not-mine",
  } as const;
  return choiceId("paper", code, paper, states[reply]);
}

/** The province a text names, by its name or a former one; `whole` when it says nothing else. */
export function provinceNamed({ knowledge }: Here, text: string): { province: Province; whole: boolean; rest: string } | undefined {
  const said = text.trim().split(/\s+/);
  for (const province of knowledge.catalog.provinces) {
    for (const name of [province.name.vi, province.name.en, ...(province.formerNames ?? [])]) {
      const length = name.split(/\s+/).length;
      const start = said.findIndex((_, index) => bare(said.slice(index, index + length).join(" ")) === bare(name));
      if (start < 0) continue;
      const before = said.slice(0, start).filter((word, index, all) => index < all.length - 2 || !/^(o|tai|tinh|in)$/.test(bare(word)));
      const rest = [...before, ...said.slice(start + length)].join(" ");
      return { province, whole: bare(rest) === "", rest };
    }
  }
  return undefined;
}

/** Takes a text that is only the name of a province, or "other". */
export function takeProvinceNamed(here: Here, text: string): Answer | undefined {
  const named = provinceNamed(here, text);
  return named?.whole ? takeProvince(here, named.province.id) : undefined;
}
