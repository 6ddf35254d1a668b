import { procedureOf } from "../../catalog/catalog.ts";
import { walkOf } from "../checklist.ts";
import { subjectOf } from "../context.ts";
import { factLines } from "../facts.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice, Line } from "../reply.ts";
import { type ReadyPoint, readyPoints } from "../session.ts";
import { giveLink } from "./give-link.ts";
import { sayOldChoice } from "./say-old-choice.ts";

/** The procedure that gives a level 2 account at the commune, as the catalog has it. */
const accountCode = "3.000228";

/** Asks one point of the check before filing online; where the record says that it cannot be filed online, says that instead. */
export function askReady(here: Here, code: string, point: ReadyPoint): Answer {
  const walk = walkOf(here, code);
  if (!walk) return sayOldChoice(here);
  if (walk.guided.online?.possible === false) return sayCounterOnly(here, code);
  const position = readyPoints.indexOf(point) + 1;
  const lines: Line[] = [{ as: "title", say: say(`ready.${point}`) }, text(`ready.${point}-why`), ...who(here, code, point)];
  const choices = [
    button(say(point === "filer" ? "choice.right" : "choice.yes"), "ready", walk.code, point, "yes"),
    button(say(point === "filer" ? "choice.no" : "choice.not-yet"), "ready", walk.code, point, "no"),
    button(say("choice.back"), "back"),
  ];
  return {
    session: { ...here.session, place: { at: "ready", code: walk.code, point }, missed: 0 },
    replies: [reply("ready", { lines, choices, progress: { at: position, of: readyPoints.length }, procedure: walk.code })],
  };
}

/** Who may file for whom, as the content says it. */
function who(here: Here, code: string, point: ReadyPoint): Line[] {
  const procedure = procedureOf(here.knowledge.catalog, code);
  if (!procedure || point !== "filer") return [];
  return factLines("who", subjectOf(here, procedure));
}

/** Takes yes or no to a point: yes leads on and at last to the link, no says how to get there. */
export function takeReady(here: Here, code: string, said: { point: ReadyPoint; yes: boolean }): Answer {
  const walk = walkOf(here, code);
  if (!walk) return sayOldChoice(here);
  const next = readyPoints[readyPoints.indexOf(said.point) + 1];
  if (said.yes) return next ? askReady(here, code, next) : giveLink(here, code);
  const account: Choice[] =
    said.point === "account" && procedureOf(here.knowledge.catalog, accountCode)
      ? [button(say("choice.account"), "yield", accountCode, walk.code)]
      : [];
  const onward = next ? button(say("choice.go-on"), "ready", walk.code, next, "ask") : button(say("choice.file"), "file", walk.code);
  const choices = [...account, onward, button(say("choice.summary"), "summary", walk.code)];
  const lines: Line[] = [{ as: "title", say: say(`ready.${said.point}`) }, text(`ready.${said.point}-how`)];
  return { session: here.session, replies: [reply("ready", { lines, choices, procedure: walk.code })] };
}

function sayCounterOnly(here: Here, code: string): Answer {
  const procedure = procedureOf(here.knowledge.catalog, code);
  if (!procedure) return sayOldChoice(here);
  const lines: Line[] = [
    { as: "title", say: quote({ ...(procedure.kind === "guided" ? procedure.guided.name : { vi: procedure.known.name }) }) },
    text("online.no"),
    ...factLines("place", subjectOf(here, procedure)),
  ];
  const choices = [button(say("choice.summary"), "summary", procedure.code), button(say("choice.menu"), "menu")];
  return { session: here.session, replies: [reply("ready", { lines, choices, procedure: procedure.code })] };
}
