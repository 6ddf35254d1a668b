import { shortNameOf } from "../../catalog/catalog.ts";
import type { Paper } from "../../catalog/procedure.ts";
import { progressAt, walkOf } from "../checklist.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice, Line } from "../reply.ts";
import { sayOldChoice } from "./say-old-choice.ts";

/** Asks about one paper of her case: how many, where it comes from, its form. */
export function askPaper(here: Here, code: string, paper: Paper): Answer {
  const walk = walkOf(here, code);
  if (!walk) return sayOldChoice(here);
  const progress = progressAt(walk, paper.id);
  const before = walk.checklist.papers[paper.id];
  const lines: Line[] = [
    { as: "text", say: say("paper.position", { ...progress, name: shortNameOf(walk.guided) }) },
    { as: "title", say: quote(paper.inFull ?? paper.name) },
    ...paperFacts(paper),
    ...(before ? [text(`paper.before-${before}`)] : []),
  ];
  const state = (label: "have" | "missing" | "not-mine"): Choice => button(say(`paper.${label}`), "paper", walk.code, paper.id, label);
  const choices = [
    state("have"),
    state("missing"),
    button(say("paper.what"), "paper", walk.code, paper.id, "what"),
    state("not-mine"),
    button(say("choice.back"), "back"),
  ];
  return {
    session: { ...here.session, place: { at: "paper", code: walk.code, paper: paper.id }, missed: 0 },
    replies: [reply("paper", { lines, choices, progress, procedure: walk.code })],
  };
}

/** What a paper asks of her: hand in or show, how many, in place of what, when not. */
export function paperFacts(paper: Paper): Line[] {
  return [
    { as: "fact", label: say("paper.way"), say: say(`way.${paper.way}`) },
    ...countLines(paper),
    ...formLines(paper),
    ...(paper.from ? [{ as: "fact" as const, label: say("paper.from"), say: quote(paper.from) }] : []),
    ...(paper.instead ?? []).map((each): Line => ({ as: "fact", label: say("paper.instead"), say: quote(each) })),
    ...(paper.heading ? [{ as: "fact" as const, label: say("paper.heading"), say: quote(paper.heading) }] : []),
    ...(paper.unless ? [{ as: "fact" as const, label: say("paper.unless"), say: quote(paper.unless) }] : []),
  ];
}

/** How many, in one line; an electronic form is not counted. */
function countLines({ way, counts }: Paper): Line[] {
  const { original, copy, certified } = (way === "fill-online" ? undefined : counts) ?? {};
  const said = [
    original && say("count.original", { count: original }),
    copy && say("count.copy", { count: copy }),
    certified && say("count.certified", { count: certified }),
  ].flatMap((each) => (each ? [each] : []));
  const [first, ...others] = said;
  if (!first) return [];
  const all = others.reduce((sum, each) => say("count.and", { first: sum, second: each }), first);
  return [{ as: "fact", label: say("paper.count"), say: all }];
}

/** The form's name, unless it is the paper's own. */
function formLines({ form, name }: Paper): Line[] {
  return form && form.name !== name.vi ? [formLine(form)] : [];
}

function formLine({ name, law }: NonNullable<Paper["form"]>): Line {
  return { as: "fact", label: say("paper.form"), say: law ? say("paper.form-law", { name, law }) : quote({ vi: name, en: name }) };
}

/** Says what a paper is, in plain words, and asks again. */
export function explainPaper(here: Here, code: string, id: string): Answer {
  const walk = walkOf(here, code);
  const paper = walk?.guided.papers.find((known) => known.id === id);
  if (!walk || !paper) return sayOldChoice(here);
  const asked = askPaper(here, code, paper);
  const what: Line = paper.what ? { as: "text", say: quote(paper.what) } : text("paper.no-what");
  const lines: Line[] = [{ as: "title", say: quote(paper.inFull ?? paper.name) }, what, ...paperFacts(paper)];
  const replies = asked.replies.map((each) => ({
    ...each,
    kind: "explain" as const,
    lines,
    choices: each.choices.filter(({ id: choice }) => !choice.endsWith(":what")),
  }));
  return { ...asked, replies };
}
