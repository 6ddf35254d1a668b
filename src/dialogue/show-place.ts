import { shortNameOf } from "../catalog/catalog.ts";
import { nextStep, progressOf, walkOf } from "./checklist.ts";
import type { Answer, Here } from "./knowledge.ts";
import { reply, text } from "./phrase.ts";
import { askApartAgain } from "./steps/ask-apart.ts";
import { askPaper } from "./steps/ask-paper.ts";
import { askQuestion } from "./steps/ask-question.ts";
import { askReady } from "./steps/check-ready.ts";
import { askProvince } from "./steps/choose-province.ts";
import { giveLink } from "./steps/give-link.ts";
import { offerMatches } from "./steps/offer-matches.ts";
import { showCard } from "./steps/show-card.ts";
import { sumUp } from "./steps/sum-up.ts";
import { offerYield } from "./steps/take-paper.ts";
import { showStep } from "./steps/walk-on.ts";
import { showMenu, welcome } from "./steps/welcome.ts";

/** Shows again what she was shown where she is; what the content no longer has is passed over. */
export function showPlace(here: Here): Answer {
  const { place } = here.session;
  switch (place.at) {
    case "start":
      return welcome(here);
    case "menu":
    case "forget":
      return showMenu(here);
    case "choosing":
      return offerMatches(here, place.codes, place.beyond);
    case "apart":
      return askApartAgain(here, place);
    case "card":
      return showCard(here, place.code);
    case "question":
    case "paper":
      return showOpenStep(here, place);
    case "yield":
      return offerYield(here, place.code, place.paper) ?? showMenu(here);
    case "summary":
      return sumUp(here, place.code);
    case "ready":
      return askReady(here, place.code, place.point);
    case "filing":
      return giveLink(here, place.code);
    case "province":
      return askProvince(here, place.next);
  }
}

function showOpenStep(
  here: Here,
  place: { code: string } & ({ at: "question"; question: string } | { at: "paper"; paper: string }),
): Answer {
  const walk = walkOf(here, place.code);
  if (!walk) return showMenu(here);
  const question = place.at === "question" ? walk.guided.questions.find(({ id }) => id === place.question) : undefined;
  if (question) return askQuestion(here, walk.code, question);
  const paper = place.at === "paper" ? walk.guided.papers.find(({ id }) => id === place.paper) : undefined;
  return paper ? askPaper(here, walk.code, paper) : showStep(here, walk.code, nextStep(walk));
}

/** After this long without a word she is told where she was, in milliseconds. */
const longAway = 60 * 60 * 1000;

/** Somebody came back, or opened the page: where she was, and after a while "you were at 3/7". */
export function comeBackIn(here: Here): Answer {
  const shown = showPlace(here);
  const [last] = here.session.checklists;
  const walk = last && walkOf(here, last.code);
  const inside = walk && "code" in here.session.place && here.session.place.code === walk.code;
  if (!walk || !inside || here.at - walk.checklist.touched < longAway) return shown;
  const told = reply("resume", { lines: [text("resume.where", { name: shortNameOf(walk.guided), ...progressOf(walk) })], choices: [] });
  return { ...shown, replies: [{ ...told, procedure: walk.code }, ...shown.replies] };
}
