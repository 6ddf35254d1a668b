import { filingLink, nameOf, type Procedure, procedureOf } from "../../catalog/catalog.ts";
import { comeBack, walkOf } from "../checklist.ts";
import { backToChecklist, shortName } from "../context.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice, Line } from "../reply.ts";
import { sayOldChoice } from "./say-old-choice.ts";

/** Where a dossier's status is looked up. */
const statusLink = { say: say("link.status"), url: "https://dichvucong.gov.vn/tra-cuu-ho-so" };

/** Combined birth dossiers have a look-up of their own. */
const combinedBirth = new Set(["2.000986", "2.001023"]);
const combinedLink = { say: say("link.status-combined"), url: "https://lienthong.dichvucong.gov.vn/#/tra-cuu-ho-so" };

const paymentLink = { say: say("link.payment"), url: "https://dichvucong.gov.vn/thanh-toan-truc-tuyen" };

/** The goal of it all: the link that opens the filing page, with the links for afterwards. */
export function giveLink(here: Here, code: string): Answer {
  const procedure = procedureOf(here.knowledge.catalog, code);
  if (!procedure) return sayOldChoice(here);
  const counterOnly = procedure.kind === "guided" && procedure.guided.online?.possible === false;
  const lines: Line[] = [
    { as: "title", say: quote(nameOf(procedure)) },
    text(howToFile(procedure)),
    { as: "note", say: say("file.safety") },
  ];
  const first = { say: say(howToFile(procedure) === "file.how" ? "link.file" : "link.official"), url: filingLink(procedure) };
  const payment = procedure.kind === "guided" && procedure.guided.fee.kind !== "free" && !counterOnly ? [paymentLink] : [];
  const status = combinedBirth.has(procedure.code) ? combinedLink : statusLink;
  return {
    session: { ...here.session, place: { at: "filing", code: procedure.code }, missed: 0 },
    replies: [
      reply("link", { lines, choices: choicesAfter(here, procedure.code), links: [first, ...payment, status], procedure: procedure.code }),
    ],
  };
}

/** A procedure known by its facts only may not take dossiers online: its page says so. */
function howToFile(procedure: Procedure): "file.how" | "file.counter" | "file.known" {
  if (procedure.kind === "known") return procedure.known.online ? "file.how" : "file.known";
  if (!procedure.guided.online) return "file.known";
  return procedure.guided.online.possible ? "file.how" : "file.counter";
}

function choicesAfter(here: Here, code: string): Choice[] {
  const walk = walkOf(here, code);
  const left = walk && comeBack(here, walk);
  const name = left && shortName(here, left.code);
  return [
    ...(left && name ? [button(say("choice.come-back", { name }), "resume", left.code)] : backToChecklist(here, code)),
    ...(walk ? [walk.begun ? button(say("choice.summary"), "summary", code) : button(say("choice.begin"), "begin", code)] : []),
    button(say("choice.card"), "card", code),
    button(say("choice.menu"), "menu"),
  ];
}

/** Where a dossier that was filed can be followed. */
export function showStatus(here: Here): Answer {
  const choices = [...backToChecklist(here), button(say("choice.menu"), "menu")];
  return { session: here.session, replies: [reply("status", { lines: [text("status.how")], choices, links: [statusLink, combinedLink] })] };
}
