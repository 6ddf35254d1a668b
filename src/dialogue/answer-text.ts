import { procedureOf } from "../catalog/catalog.ts";
import { bare } from "../catalog/fold.ts";
import type { Province } from "../catalog/province.ts";
import type { ReplyHeard } from "../catalog/words.ts";
import { walkOf } from "./checklist.ts";
import { choiceId } from "./choice.ts";
import { choose, takeProvince } from "./choose.ts";
import { shortName } from "./context.ts";
import { namedOption } from "./hear.ts";
import type { Answer, Here } from "./knowledge.ts";
import type { Place } from "./session.ts";
import { apartChoiceReplied, apartChoiceSaid } from "./steps/ask-apart.ts";
import { otherProvince } from "./steps/choose-province.ts";

/** Takes a text as an answer to what was just asked: a label she typed, or a yes, no, "have it", "not yet". Undefined when it is none. */
export function takeAsAnswer(here: Here, text: string, reply: ReplyHeard | undefined): Answer | undefined {
  const { place } = here.session;
  const apart = place.at === "apart" ? apartChoiceSaid(here, place, text) : undefined;
  const id = apart ?? (reply ? repliedChoice(here, reply) : namedChoice(here, text));
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
      return yesOrNo(here, place, reply);
    case "paper":
      return paperChoice(place, reply);
    case "yield":
      return yieldChoice(here, place, { yes, no: no || reply === "none" });
    case "ready":
      return yes || no ? choiceId("ready", place.code, place.point, yes ? "yes" : "no") : undefined;
    case "card":
      return yes && procedureOf(here.knowledge.catalog, place.code)?.kind === "guided" ? choiceId("begin", place.code) : undefined;
    case "summary":
      return yes ? choiceId("ready", place.code, "account", "ask") : undefined;
    case "apart":
      return apartChoiceReplied(here, place, reply);
    case "choosing":
      return no || reply === "none" ? choiceId("none") : undefined;
    case "forget":
      if (yes) return choiceId("forget-yes");
      return no ? choiceId("menu") : undefined;
    case "province":
      return no || reply === "none" || reply === "unsure" ? choiceId("province", otherProvince) : undefined;
    case "start":
    case "menu":
    case "filing":
      return undefined;
  }
}

/** The answers that a short reply may stand for, by the ids that content gives them. */
const repliedAnswers: Partial<Record<ReplyHeard, readonly string[]>> = {
  yes: ["yes"],
  have: ["yes"],
  no: ["no", "none"],
  none: ["none", "no"],
  "not-mine": ["none", "no"],
  "not-yet": ["no"],
  unsure: ["unsure", "unknown"],
};

function yesOrNo(here: Here, place: Extract<Place, { at: "question" }>, reply: ReplyHeard): string | undefined {
  const question = walkOf(here, place.code)?.guided.questions.find(({ id }) => id === place.question);
  const wanted = repliedAnswers[reply] ?? [];
  const answer = question?.answers.find(({ id }) => wanted.includes(id));
  return question && answer && choiceId("answer", place.code, question.id, answer.id);
}

/** Yes goes to the procedure that yields the paper, no goes on without it; having it after all is no answer here but good news. */
function yieldChoice(here: Here, place: Extract<Place, { at: "yield" }>, said: { yes: boolean; no: boolean }): string | undefined {
  const yielding = walkOf(here, place.code)?.guided.papers.find(({ id }) => id === place.paper)?.yieldedBy;
  if (said.yes && yielding !== undefined) return choiceId("yield", yielding, place.code);
  return said.no ? choiceId("resume", place.code) : undefined;
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

/** Takes a text that is only the name of a province; when she was asked for it, a sentence that names one ("em ở Hà Nam ạ") or another province of the country will do. */
export function takeProvinceNamed(here: Here, text: string): Answer | undefined {
  const named = provinceNamed(here, text);
  const asked = here.session.place.at === "province";
  if (named && (named.whole || asked)) return takeProvince(here, named.province.id);
  const said = ` ${bare(text)} `;
  const other = asked && here.knowledge.catalog.words.otherProvinces.some((name) => said.includes(` ${bare(name)} `));
  return other ? takeProvince(here, otherProvince) : undefined;
}
