import { nameOf, procedureOf } from "../../catalog/catalog.ts";
import { tellApart } from "../../search/twins/tell-apart.ts";
import { backToChecklist } from "../context.ts";
import { levelsOf } from "../facts.ts";
import type { Answer, Here } from "../knowledge.ts";
import { button, quote, reply, say, text } from "../phrase.ts";
import type { Choice, Line } from "../reply.ts";

/** How many procedures are offered at once; a citizen on a phone reads no longer list. */
export const mostOffered = 5;

/** Several procedures may be meant: each with its name, what sets it apart as the button, and "none of these", which leads on to the rest and those beyond. */
export function offerMatches(here: Here, codes: readonly string[], beyond: readonly string[] = []): Answer {
  const { catalog } = here.knowledge;
  const offered = codes.flatMap((code) => procedureOf(catalog, code) ?? []).slice(0, mostOffered);
  const apart = tellApart(offered);
  const lines: Line[] = [text("choose.ask"), ...offered.map((procedure): Line => ({ as: "item", say: quote(nameOf(procedure)) }))];
  const choices = offered.map((procedure, position): Choice => {
    const difference = apart[position];
    return button(quote(difference ?? nameOf(procedure)), "card", procedure.code);
  });
  const levels = offered.map((procedure) => levelsOf(procedure).join());
  const note: Line[] = new Set(levels).size > 1 ? [{ as: "note", say: say("choose.level") }] : [];
  return {
    session: {
      ...here.session,
      place: {
        at: "choosing",
        codes: codes.slice(0, mostOffered * 2),
        ...(beyond.length > 0 && { beyond: beyond.slice(0, mostOffered * 2) }),
      },
      missed: 0,
    },
    replies: [
      reply("choose", { lines: [...lines, ...note], choices: [...choices, button(say("choice.none"), "none"), ...backToChecklist(here)] }),
    ],
  };
}
