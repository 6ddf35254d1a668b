import { describe, expect, test } from "vitest";
import { type Procedure, procedureOf } from "../../src/catalog/catalog.ts";
import type { Guided } from "../../src/catalog/procedure.ts";
import type { Event } from "../../src/dialogue/event.ts";
import type { Answer, Knowledge } from "../../src/dialogue/knowledge.ts";
import { respond } from "../../src/dialogue/respond.ts";
import { newSession, readSession, type Session } from "../../src/dialogue/session.ts";
import { knowledge } from "../knowledge.ts";

const code = "1.004194";
const at = Date.parse("2026-11-22T02:00:00Z");
const press = (session: Session, choice: string, known: Knowledge): Answer =>
  respond(session, { did: "chose", choice, at } as Event, known);

/** The same knowledge of another version, with one procedure changed. */
function changed(version: string, change: (guided: Guided) => Guided): Knowledge {
  const before = procedureOf(knowledge.catalog, code);
  if (before?.kind !== "guided") throw new Error(`${code} is guided`);
  const after: Procedure = { ...before, guided: change(before.guided) };
  const procedures = new Map(knowledge.catalog.procedures).set(code, after);
  return { ...knowledge, version, catalog: { ...knowledge.catalog, procedures } };
}

/** A citizen who has answered every question and has her first paper. */
function midway(): { session: Session; paper: string } {
  let answer = press({ ...newSession(), province: "ninh-binh" }, `begin:${code}`, knowledge);
  while (answer.session.place.at === "question") answer = press(answer.session, answer.replies.at(-1)?.choices[0]?.id ?? "", knowledge);
  if (answer.session.place.at !== "paper") throw new Error("a paper is asked about");
  const { paper } = answer.session.place;
  return { session: press(answer.session, `paper:${code}:${paper}:have`, knowledge).session, paper };
}

const both = (vi: string) => ({ vi, en: vi });
const told = (answer: Answer) =>
  answer.replies
    .filter(({ kind }) => kind === "changed")
    .flatMap(({ lines }) => lines.flatMap(({ say }) => ("say" in say ? [say.say] : [])));
const resume = (known: Knowledge): Answer => press(midway().session, `resume:${code}`, known);

describe("a citizen in the middle of a checklist whose procedure changed", () => {
  test("is told nothing while the content is the same, nor when another procedure changed", () => {
    expect(told(resume(knowledge))).toEqual([]);
    expect(told(resume({ ...knowledge, version: "another" }))).toEqual([]);
  });

  test("is told of a paper added, and her answers and papers stay", () => {
    const { session, paper } = midway();
    const added = { id: "new-paper", name: both("Giấy mới"), way: "hand-in" as const };
    const answer = press(
      session,
      `resume:${code}`,
      changed("2", (guided) => ({ ...guided, papers: [...guided.papers, added] })),
    );
    expect(told(answer)).toEqual(["changed.title", "changed.added", "changed.kept"]);
    expect(answer.session.checklists[0]).toMatchObject({ answers: session.checklists[0]?.answers, papers: { [paper]: "have" } });
  });

  test("is told by name of a paper she had that is no longer needed", () => {
    const { paper } = midway();
    const answer = resume(changed("2", (guided) => ({ ...guided, papers: guided.papers.filter(({ id }) => id !== paper) })));
    expect(told(answer)).toContain("changed.dropped");
  });

  test("is told of a paper that reads otherwise, and of another fee with the fee that holds now", () => {
    const { paper } = midway();
    const reworded = changed("2", (guided) => ({
      ...guided,
      papers: guided.papers.map((each) => (each.id === paper ? { ...each, counts: { original: 2 } } : each)),
    }));
    expect(told(resume(reworded))).toEqual(["changed.title", "changed.reworded", "changed.kept"]);
    const dearer = changed("2", (guided) => ({ ...guided, fee: { kind: "amounts", amounts: [{ vnd: 99_000, of: both("hồ sơ") }] } }));
    const answer = resume(dearer);
    expect(told(answer)).toContain("changed.fee");
    expect(JSON.stringify(answer.replies[0])).toContain("99000");
  });

  test("is told once", () => {
    const known = changed("2", (guided) => ({ ...guided, papers: guided.papers.map((each) => ({ ...each, way: "show" })) }));
    const once = resume(known);
    expect(told(once)).not.toEqual([]);
    expect(told(press(once.session, `resume:${code}`, known))).toEqual([]);
  });

  test("with a session of before this was kept is told nothing and lost nothing", () => {
    const { session } = midway();
    const old = { ...session, checklists: session.checklists.map(({ seen: _seen, ...each }) => each) };
    const answer = press(
      readSession(JSON.parse(JSON.stringify(old))),
      `resume:${code}`,
      changed("2", (guided) => guided),
    );
    expect(told(answer)).toEqual([]);
    expect(answer.session.checklists[0]?.answers).toEqual(session.checklists[0]?.answers);
  });
});
