import { bare } from "../../catalog/fold.ts";
import type { Session } from "../../dialogue/session.ts";
import { writeStartLink } from "../../dialogue/start-link.ts";
import type { Spoken } from "../../wording/spoken.ts";
import { type Guide, openTalk, type Talk } from "./talk.ts";
import type { Step, Transcript, Wish } from "./transcript.ts";
import { buttonIn, isShown } from "./wish.ts";

/** What happened at one step: what the guide showed, and what it then knew of her. */
export type Moment = { shown: Spoken[]; session: Session | undefined };

/** What was not as it should be at one row. */
export type Miss = { row: number; says: string | undefined; shown: Spoken[] } & (
  | { is: "missing" | "unwanted"; wishes: Wish[] }
  | { is: "no-button"; label: string; buttons: string[] }
);

/** A transcript that was played. After a button that nobody offered the rest is not played. */
export type Played = { transcript: Transcript; moments: Moment[]; misses: Miss[] };

/**
 * Plays a transcript against the whole guide: she opens it (with her province, as a start link brings it) and goes on from the
 * welcome. `today` (2026-11-22) is the day of a transcript that names none; it is nine in the morning in Viet Nam.
 */
export async function playTranscript(guide: Guide, transcript: Transcript, today: string): Promise<Played> {
  const talk = openTalk(guide);
  const at = Date.parse(`${transcript.date ?? today}T09:00:00+07:00`);
  const moments: Moment[] = [await open(talk, transcript, at)];
  const misses: Miss[] = [];
  for (const [position, step] of transcript.steps.entries()) {
    const before = moments.at(-1)?.shown ?? [];
    const told = { at: at + (position + 1) * 1000, message: `m${position}` };
    const deed = deedOf(step, before);
    if (deed === "no-button") {
      misses.push(noButton(step, before));
      break;
    }
    if (deed) moments.push(await watch(talk, talk.tell({ deed, ...told })));
    misses.push(...missesOf(step, moments.at(-1)?.shown ?? []));
  }
  await talk.leave();
  return { transcript, moments, misses };
}

function open(talk: Talk, { province, language }: Transcript, at: number): Promise<Moment> {
  const deed = province === undefined ? { did: "opened" as const } : { did: "started" as const, start: writeStartLink({ province }) };
  return watch(talk, talk.tell({ deed, at, message: "opened", language }));
}

async function watch(talk: Talk, told: Promise<Spoken[]>): Promise<Moment> {
  return { shown: await told, session: await talk.where() };
}

/** Nothing for a step that looks at the welcome. */
function deedOf({ says }: Step, before: readonly Spoken[]) {
  if (says === undefined) return undefined;
  const label = buttonIn(says);
  if (label === undefined) return { did: "wrote" as const, text: says };
  const pressed = before.flatMap(({ choices }) => choices).findLast((choice) => bare(choice.label) === bare(label));
  return pressed ? { did: "chose" as const, choice: pressed.id } : "no-button";
}

function noButton({ row, says }: Step, shown: Spoken[]): Miss {
  const buttons = shown.flatMap(({ choices }) => choices.map(({ label }) => label));
  return { row, says, shown, is: "no-button", label: buttonIn(says ?? "") ?? "", buttons };
}

/** One entry a row of the file: what it wanted and did not get, and what it got and did not want. */
function missesOf({ says, wishes }: Step, shown: Spoken[]): Miss[] {
  const wrong = wishes.filter((wish) => isShown(wish, shown) !== wish.wanted);
  const byRow = Map.groupBy(wrong, ({ row, wanted }) => `${row} ${wanted}`);
  return [...byRow.values()].map((each) => ({
    row: each[0]?.row ?? 0,
    says,
    shown,
    is: each[0]?.wanted ? "missing" : "unwanted",
    wishes: each,
  }));
}
