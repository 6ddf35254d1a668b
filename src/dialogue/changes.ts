import { applies, keptAnswers } from "../catalog/cases.ts";
import { shortNameOf } from "../catalog/catalog.ts";
import { fingerprint } from "../catalog/fingerprint.ts";
import type { Guided } from "../catalog/procedure.ts";
import { inLanguage, type Language } from "../catalog/text.ts";
import { type Walk, walkOf } from "./checklist.ts";
import { subjectOf } from "./context.ts";
import { factLines } from "./facts.ts";
import type { Answer, Here } from "./knowledge.ts";
import { reply, say, text } from "./phrase.ts";
import type { Line } from "./reply.ts";
import { type Checklist, longestSeenName, type Seen, type Session } from "./session.ts";

/** Tells her what has changed in the procedure she is in since she last saw it, and notes what she has seen now. */
export function tellChanges(here: Here, answer: Answer): Answer {
  const { place } = answer.session;
  const walk = "code" in place ? walkOf({ ...here, session: answer.session }, place.code) : undefined;
  if (!walk?.begun || walk.checklist.seen?.version === here.knowledge.version) return answer;
  const session = withSeen(answer.session, walk, here.knowledge.version);
  const lines = walk.checklist.seen ? changesSince(walk.checklist.seen, { ...here, session: answer.session }, walk) : [];
  if (lines.length === 0) return { ...answer, session };
  const told = reply("changed", { lines: [text("changed.title", { name: shortNameOf(walk.guided) }), ...lines, text("changed.kept")] });
  return { session, replies: [{ ...told, procedure: walk.code }, ...answer.replies] };
}

function withSeen(session: Session, { code, guided }: Walk, version: string): Session {
  const seen = seenOf(guided, session.language ?? "vi", version);
  const checklists = session.checklists.map((each): Checklist => (each.code === code ? { ...each, seen } : each));
  return { ...session, checklists };
}

/** What a procedure looks like now: its papers by name and fingerprint, and its fee. */
function seenOf({ papers, fee }: Guided, language: Language, version: string): Seen {
  const named = papers.map((paper) => {
    const name = inLanguage(paper.name, language);
    return [
      paper.id,
      { name: name.length > longestSeenName ? `${name.slice(0, longestSeenName - 1)}…` : name, mark: fingerprint(paper) },
    ] as const;
  });
  return { version, papers: Object.fromEntries(named), fee: fingerprint(fee) };
}

/** A line for each thing of her case that is new, gone or different. Her answers stay: what they belonged to is asked by id. */
function changesSince(seen: Seen, here: Here, walk: Walk): Line[] {
  const { guided, checklist } = walk;
  const answers = keptAnswers(guided, checklist.answers);
  const hers = guided.papers.filter((paper) => applies(paper, answers));
  const added = hers.filter(({ id }) => seen.papers[id] === undefined);
  const reworded = hers.filter((paper) => seen.papers[paper.id] !== undefined && seen.papers[paper.id]?.mark !== fingerprint(paper));
  const dropped = Object.entries(seen.papers).filter(
    ([id]) => checklist.papers[id] !== undefined && !guided.papers.some((paper) => paper.id === id),
  );
  const subject = subjectOf(here, { kind: "guided", code: walk.code, guided, known: undefined });
  return [
    ...added.map(({ name }): Line => ({ as: "item", say: say("changed.added", { name }) })),
    ...dropped.map(([, { name }]): Line => ({ as: "item", say: say("changed.dropped", { name }) })),
    ...reworded.map(({ name }): Line => ({ as: "item", say: say("changed.reworded", { name }) })),
    ...(seen.fee === fingerprint(guided.fee) ? [] : [text("changed.fee"), ...factLines("fee", subject)]),
  ];
}
