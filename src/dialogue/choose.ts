import { procedureOf } from "../catalog/catalog.ts";
import { keepChecklist, walkOf } from "./checklist.ts";
import { type ChoiceVerb, type Chosen, readChoice } from "./choice.ts";
import type { Answer, Here } from "./knowledge.ts";
import { showPlace } from "./show-place.ts";
import { askOnceMore, offerAmong } from "./steps/ask-apart.ts";
import { askPaper, explainPaper } from "./steps/ask-paper.ts";
import { askQuestion, offerChange } from "./steps/ask-question.ts";
import { askReady, takeReady } from "./steps/check-ready.ts";
import { confirmProvince, showProvinces, withProvince } from "./steps/choose-province.ts";
import { giveLink, showStatus } from "./steps/give-link.ts";
import { askForget, forget, listChecklists, offerLanguages } from "./steps/keep-house.ts";
import { sayOldChoice } from "./steps/say-old-choice.ts";
import { offerOthers } from "./steps/say-unknown.ts";
import { showCard } from "./steps/show-card.ts";
import { offerFacets, showFacets } from "./steps/show-facet.ts";
import { showField, showFields } from "./steps/show-fields.ts";
import { sumUp } from "./steps/sum-up.ts";
import { takePaper } from "./steps/take-paper.ts";
import { beginAnew, goBack, takeAnswer, walkOn } from "./steps/walk-on.ts";
import { showEvent, showEvents, showHelp, showMenu, welcome } from "./steps/welcome.ts";

type Words<V extends ChoiceVerb> = Extract<Chosen, { verb: V }>["words"];

/** What each button does. A new kind of button makes the compiler stop here. */
const deeds: { [V in ChoiceVerb]: (here: Here, words: Words<V>) => Answer } = {
  welcome,
  menu: showMenu,
  help: showHelp,
  list: listChecklists,
  back: goBackFrom,
  none: offerOthers,
  status: showStatus,
  fields: (here) => showFields(here),
  "fields-from": (here, [page]) => showFields(here, Number(page)),
  "field-from": (here, [id, page]) => showField(here, id, Number(page)) ?? sayOldChoice(here),
  events: showEvents,
  provinces: showProvinces,
  languages: offerLanguages,
  forget: askForget,
  "forget-yes": forget,
  event: (here, [id]) => showEvent(here, id) ?? sayOldChoice(here),
  field: (here, [id]) => showField(here, id) ?? sayOldChoice(here),
  province: (here, [id]) => takeProvince(here, id),
  language: (here, [language]) => showPlace({ ...here, session: { ...here.session, language } }),
  card: (here, [code]) => showCard(here, code),
  apart: (here, [trait, codes]) => askOnceMore(here, trait, codes.split("+")),
  among: (here, [codes]) => offerAmong(here, codes.split("+")),
  facets: (here, [code]) => offerFacets(here, code),
  facet: (here, [code, facet]) => showFacets(here, code, [facet]),
  begin: (here, [code]) => walkOn(here, code),
  resume: (here, [code]) => walkOn(here, code),
  restart: (here, [code]) => beginAnew(here, code),
  change: (here, [code]) => offerChange(here, code),
  question: (here, [code, id]) => askAgain(here, code, id),
  answer: (here, [code, question, answer]) => takeAnswer(here, code, { question, answer }),
  paper: (here, [code, paper, state]) => takePaperChoice(here, code, { paper, state }),
  yield: (here, [code, from]) => goToYielding(here, code, from),
  summary: (here, [code]) => sumUp(here, code),
  ready: (here, [code, point, said]) =>
    said === "ask" ? askReady(here, code, point) : takeReady(here, code, { point, yes: said === "yes" }),
  file: (here, [code]) => giveLink(here, code),
};

/** Does what a button says. An id that is none of ours gets a kind sentence and changes nothing. */
export function choose(here: Here, id: string): Answer {
  const chosen = readChoice(id);
  return chosen ? act(here, chosen) : sayOldChoice(here);
}

function act<V extends ChoiceVerb>(here: Here, { verb, words }: { verb: V; words: Words<V> }): Answer {
  return deeds[verb](here, words);
}

/** Takes her province and goes on with what depended on it. */
export function takeProvince(here: Here, id: string): Answer {
  const moved = withProvince(here, id);
  if (!moved) return sayOldChoice(here);
  const { place } = here.session;
  if (place.at !== "province") return confirmProvince(moved);
  return choose({ ...moved, session: { ...moved.session, place: { at: "menu" } } }, place.next);
}

/** One step back; from outside a walk back into the one she left, else to the menu. */
export function goBackFrom(here: Here): Answer {
  const { place, checklists } = here.session;
  const [last] = checklists;
  const outside =
    place.at === "choosing" || place.at === "apart" || place.at === "menu" || (place.at === "card" && place.code !== last?.code);
  return goBack(here) ?? (outside && last ? walkOn(here, last.code) : showMenu(here));
}

function askAgain(here: Here, code: string, id: string): Answer {
  const question = walkOf(here, code)?.guided.questions.find((known) => known.id === id);
  return question ? askQuestion(here, code, question) : sayOldChoice(here);
}

function takePaperChoice(here: Here, code: string, { paper, state }: { paper: string; state: Words<"paper">[2] }): Answer {
  if (state === "what") return explainPaper(here, code, paper);
  if (state !== "again") return takePaper(here, code, { paper, state });
  const known = walkOf(here, code)?.guided.papers.find(({ id }) => id === paper);
  return known ? askPaper(here, code, known) : sayOldChoice(here);
}

/** Goes to the procedure that yields a paper, remembering the checklist to come back to. */
function goToYielding(here: Here, code: string, from: string): Answer {
  const walk = walkOf(here, code);
  const left = procedureOf(here.knowledge.catalog, from);
  if (!walk || !left) return showCard(here, code);
  const session = keepChecklist(here.session, { ...walk.checklist, comeBackTo: left.code }, here.at);
  return walkOn({ ...here, session }, code);
}
