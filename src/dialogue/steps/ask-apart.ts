import { type Procedure, procedureOf } from "../../catalog/catalog.ts";
import type { ReplyHeard, Trait, TraitAnswer } from "../../catalog/words.ts";
import type { Match } from "../../search/outcome.ts";
import { wordsOf } from "../../search/text/fold.ts";
import { type Split, splitBy, splitTwins, twinsOf } from "../../search/twins/split-twins.ts";
import { answerSaid, coreOf, traitBook, traitsSaid } from "../../search/twins/twin-traits.ts";
import { choiceId } from "../choice.ts";
import { backToChecklist } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, reply, say, text } from "../phrase.ts";
import type { Choice, Line, Say } from "../reply.ts";
import type { Place } from "../session.ts";
import { mostOffered, offerMatches } from "./offer-matches.ts";
import { sayOldChoice } from "./say-old-choice.ts";

type Apart = Extract<Place, { at: "apart" }>;

/** Several procedures may be meant: when they are twins, the one question that tells them apart best; else the short list at once. */
export function askOrOffer(here: Here, question: string, matches: readonly Match[]): Answer {
  const { catalog } = here.knowledge;
  const book = traitBook(catalog.words);
  const candidates = matches.flatMap(({ code, score }) => {
    const procedure = procedureOf(catalog, code);
    return procedure ? [{ procedure, score }] : [];
  });
  const twins = twinsOf(candidates, book, traitsSaid(book, wordsOf(question)));
  const split = twins && splitTwins(twins, book);
  const all = candidates.map(({ procedure }) => procedure.code);
  if (!split) return offerMatches(here, all);
  const codes = twins.map(({ procedure }) => procedure.code);
  return ask(here, split, { at: "apart", trait: split.trait, asked: 1, codes, beyond: all.filter((code) => !codes.includes(code)) });
}

/** Her answer to the first question left several: a second one about something else where it helps, else the short list. */
export function askOnceMore(here: Here, trait: Trait, codes: readonly string[]): Answer {
  const left = proceduresOf(here, codes);
  const candidates = left.map((procedure) => ({ procedure, score: 1 }));
  const split = splitTwins(candidates, traitBook(here.knowledge.catalog.words), trait);
  if (!split) return offerAmong(here, codes);
  return ask(here, split, { at: "apart", trait: split.trait, asked: 2, codes: left.map(({ code }) => code), beyond: leftOut(here, codes) });
}

/** The short list of what her answers left; "none of these" goes on to what they left out. */
export function offerAmong(here: Here, codes: readonly string[]): Answer {
  return proceduresOf(here, codes).length > 0 ? offerMatches(here, codes, leftOut(here, codes)) : sayOldChoice(here);
}

/** Asks again what was asked; the list when the content has changed so that the question parts nothing any more. */
export function askApartAgain(here: Here, place: Apart): Answer {
  const split = splitOf(here, place);
  return split.answers.length > 1 ? ask(here, split, place) : offerMatches(here, place.codes, place.beyond);
}

/** The choice that a typed answer means ("cấp lại", "bị mất rồi"); undefined when it is none, or says much else. */
export function apartChoiceSaid(here: Here, place: Apart, said: string): string | undefined {
  const { answers, trait } = splitOf(here, place);
  const offered = answers.flatMap(({ ids }) => ids);
  const { words } = here.knowledge.catalog;
  const book = traitBook(words);
  const subject = new Set(proceduresOf(here, place.codes).flatMap((procedure) => [...coreOf(book, procedure)]));
  const meant = answerSaid(words, offered, { trait, text: said, subject });
  return meant && answerId(answers, meant, place);
}

/** The questions that are answered by yes or no, and what these mean. */
const yesAndNo: Partial<Record<Trait, readonly [TraitAnswer, TraitAnswer]>> = {
  foreign: ["foreign", "domestic"],
  area: ["border", "inland"],
};

/** The choice that a short reply means where such a question was asked. */
export function apartChoiceReplied(here: Here, place: Apart, replied: ReplyHeard): string | undefined {
  if (replied === "unsure" || replied === "what") return unsureId(place);
  const [yes, no] = yesAndNo[place.trait] ?? [];
  const { answers } = splitOf(here, place);
  if (replied === "yes") return yes && answerId(answers, yes, place);
  if (replied === "no" && no) return answerId(answers, no, place);
  return replied === "no" || replied === "none" ? choiceId("none") : undefined;
}

function ask(here: Here, { trait, answers }: Split, place: Apart): Answer {
  const why = place.asked === 1 ? [text("apart.why", { count: place.codes.length })] : [];
  const lines: Line[] = [...why, { as: "title", say: say(`apart.ask.${trait}`) }];
  const choices: Choice[] = [
    ...answers.map(({ ids, codes }) => ({ id: idOf(codes, place), say: labelOf(ids) })),
    { id: unsureId(place), say: say("apart.unsure") },
    button(say("choice.none"), "none"),
    ...backToChecklist(here),
  ];
  return { session: { ...here.session, place, missed: 0 }, replies: [reply("apart", { lines, choices })] };
}

function labelOf(ids: readonly TraitAnswer[]): Say {
  return ids.map((id): Say => say(`apart.${id}`)).reduce((one, other) => say("apart.or", { one, other }));
}

/** What pressing an answer means: the card of the only procedure it leaves, another question, or after two the list. */
function idOf(codes: readonly string[], { trait, asked }: Apart): string {
  const [only, ...others] = codes;
  if (only !== undefined && others.length === 0) return choiceId("card", only);
  const joined = codes.slice(0, mostOffered).join("+");
  return asked === 1 ? choiceId("apart", trait, joined) : choiceId("among", joined);
}

function answerId(answers: Split["answers"], id: TraitAnswer, place: Apart): string | undefined {
  const answer = answers.find(({ ids }) => ids.includes(id));
  return answer && idOf(answer.codes, place);
}

function unsureId({ codes }: Apart): string {
  return choiceId("among", codes.slice(0, mostOffered).join("+"));
}

function splitOf(here: Here, { trait, codes }: Apart): Split {
  return splitBy(trait, proceduresOf(here, codes), traitBook(here.knowledge.catalog.words));
}

function proceduresOf({ knowledge }: Here, codes: readonly string[]): Procedure[] {
  return codes.flatMap((code) => procedureOf(knowledge.catalog, code) ?? []);
}

/** What was in question besides these; nothing for an old button of another question. */
function leftOut({ session: { place } }: Here, codes: readonly string[]): string[] {
  if (place.at !== "apart" || !codes.every((code) => place.codes.includes(code))) return [];
  return [...place.codes.filter((code) => !codes.includes(code)), ...place.beyond];
}
