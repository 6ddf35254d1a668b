import { describe, expect, test } from "vitest";
import { filingLink, procedureOf } from "../../src/catalog/catalog.ts";
import type { Guided } from "../../src/catalog/procedure.ts";
import type { Deed } from "../../src/dialogue/event.ts";
import type { Answer } from "../../src/dialogue/knowledge.ts";
import { respond } from "../../src/dialogue/respond.ts";
import { newSession, type Session } from "../../src/dialogue/session.ts";
import { choiceId } from "../../src/dialogue/choice.ts";
import { plainText } from "../../src/wording/spoken.ts";
import { guided, knowledge, wording } from "../knowledge.ts";

const at = Date.parse("2026-11-22T02:00:00Z");

function press(session: Session, choice: string): Answer {
  return respond(session, { did: "chose", choice, at } satisfies Deed & { at: number }, knowledge);
}

/** Walks a procedure from its card to its link. At each question the answer whose turn it is; at each paper "have it" or "not yet" in turn. */
function walk(procedure: Guided, variant: number): Answer[] {
  const code = procedure.codes[0]?.code ?? "";
  const answers: Answer[] = [press({ ...newSession(), province: "ninh-binh" }, choiceId("card", code)), ];
  const go = (choice: string): Answer => {
    const answer = press(answers.at(-1)?.session ?? newSession(), choice);
    answers.push(answer);
    return answer;
  };
  let answer = go(choiceId("begin", code));
  for (let step = 0; step < 60 && answer.session.place.at !== "summary"; step++) {
    const { place } = answer.session;
    const { choices } = answer.replies.at(-1) ?? { choices: [] };
    if (answer.replies.at(-1)?.kind === "explain") answer = go(choiceId("resume", code));
    else if (place.at === "question") answer = go(choices.filter(({ id }) => id.startsWith("answer:"))[(variant + step) % (choices.length - 1)]?.id ?? "");
    else if (place.at === "paper") answer = go(choiceId("paper", code, place.paper, (variant + step) % 2 === 0 ? "have" : "missing"));
    else throw new Error(`the walk of ${code} strayed to ${place.at}`);
  }
  go(choiceId("ready", code, "account", "ask"));
  go(choiceId("file", code));
  return answers;
}

describe.each(guided.map((procedure) => [`${procedure.codes[0]?.code} ${procedure.name.vi}`, procedure] as const))("%s", (_name, procedure) => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])("is walked from its card to its link, way %i", (variant) => {
    const answers = walk(procedure, variant);
    const code = procedure.codes[0]?.code ?? "";
    const kinds = answers.flatMap(({ replies }) => replies.map(({ kind }) => kind));
    expect(kinds[0]).toBe("card");
    expect(kinds).toContain("summary");
    const last = answers.at(-1)?.replies.at(-1);
    const entry = procedureOf(knowledge.catalog, code);
    expect(last?.links[0]?.url).toBe(entry && filingLink(entry));
  });

  test.each(["vi", "en"] as const)("says everything in %s, with buttons of at most 64 bytes", (language) => {
    const spoken = walk(procedure, 1).flatMap(({ replies }) => replies.map((reply) => wording.speak(reply, language)));
    for (const each of spoken) {
      expect(plainText(each)).not.toMatch(/\{\{|undefined|\[object/);
      for (const { id, label } of each.choices) {
        expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
        expect(label.trim()).not.toBe("");
      }
      for (const { url } of each.links) expect(url).toMatch(/^(https:\/\/([a-z-]+\.)*gov\.vn|\/checklist\?start=)/);
    }
  });
});
