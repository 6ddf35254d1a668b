import { notesOf } from "../../catalog/cases.ts";
import { shortNameOf } from "../../catalog/catalog.ts";
import type { Paper } from "../../catalog/procedure.ts";
import { comeBack, keepChecklist, papersIn, type Walk, walkOf } from "../checklist.ts";
import { choiceId } from "../choice.ts";
import { shortName, subjectOf } from "../context.ts";
import { factLines, lookedUpLines, returnLines } from "../facts.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import { printPath } from "../printout.ts";
import type { Choice, Line } from "../reply.ts";
import { askProvince } from "./choose-province.ts";
import { sayOldChoice } from "./say-old-choice.ts";
import { sourceLines } from "./show-card.ts";

/** The end of a checklist: what is ready, what is missing and how to get it, fee, time and place, then the way to the filing page. */
export function sumUp(here: Here, code: string): Answer {
  const walk = walkOf(here, code);
  if (!walk) return sayOldChoice(here);
  if (here.session.province === undefined) return askProvince(here, choiceId("summary", walk.code));
  const session = {
    ...keepChecklist(here.session, walk.checklist, here.at),
    place: { at: "summary" as const, code: walk.code },
    missed: 0,
  };
  const links = [{ say: say("link.print"), url: printPath(here.session, walk) }];
  return {
    session,
    replies: [reply("summary", { lines: summaryLines(here, walk), choices: summaryChoices(here, walk), links, procedure: walk.code })],
  };
}

function summaryLines(here: Here, walk: Walk): Line[] {
  const procedure = { kind: "guided" as const, code: walk.code, guided: walk.guided, known: undefined };
  const subject = subjectOf(here, procedure);
  return [
    { as: "title", say: say("summary.title", { name: shortNameOf(walk.guided) }) },
    ...section("summary.ready", papersIn(walk, "have").map(nameLine)),
    ...section(
      "summary.missing",
      papersIn(walk, "missing").flatMap((paper) => missingLines(here, paper)),
    ),
    ...section("summary.not-mine", papersIn(walk, "not-mine").map(nameLine)),
    ...section("summary.looked-up", lookedUpLines(walk.guided, walk.checklist.answers)),
    ...section(
      "summary.notes",
      notesOf(walk.guided, walk.checklist.answers).map(({ text: note }): Line => ({ as: "item", say: quote(note) })),
    ),
    ...section("summary.returns", returnLines(walk.guided)),
    ...(["fee", "time", "place"] as const).flatMap((facet) => factLines(facet, subject)),
    ...sourceLines(procedure, here.at),
  ];
}

function section(title: Parameters<typeof text>[0], lines: Line[]): Line[] {
  return lines.length > 0 ? [text(title), ...lines] : [];
}

function nameLine({ name }: Paper): Line {
  return { as: "item", say: quote(name) };
}

/** A missing paper with how to get it, and when it is not needed after all. */
function missingLines(here: Here, paper: Paper): Line[] {
  return [missingLine(here, paper), ...(paper.unless ? [{ as: "note" as const, say: quote(paper.unless) }] : [])];
}

/** A missing paper with how to get it, as far as the content says it. */
function missingLine(here: Here, paper: Paper): Line {
  const yielding = paper.yieldedBy && shortName(here, paper.yieldedBy);
  if (yielding) return { as: "item", say: say("missing.yielded", { paper: paper.name, name: yielding }) };
  if (paper.from) return { as: "item", say: say("missing.from", { paper: paper.name, from: paper.from }) };
  if (paper.form) return { as: "item", say: say("missing.form", { paper: paper.name, form: paper.form.name }) };
  return { as: "item", say: say("missing.ask", { paper: paper.name }) };
}

/** How many missing papers have a button; when one of them is there, the next one gets it. */
const mostGot = 20;

function summaryChoices(here: Here, walk: Walk): Choice[] {
  const missing = papersIn(walk, "missing")
    .slice(0, mostGot)
    .map(({ id, name }) => button(say("choice.got", { name }), "paper", walk.code, id, "have"));
  const left = comeBack(here, walk);
  const name = left && shortName(here, left.code);
  return [
    button(say("choice.ready"), "ready", walk.code, "account", "ask"),
    button(say("choice.file"), "file", walk.code),
    ...(left && name ? [button(say("choice.come-back", { name }), "resume", left.code)] : []),
    ...missing,
    button(say("choice.change"), "change", walk.code),
    button(say("choice.menu"), "menu"),
  ];
}
