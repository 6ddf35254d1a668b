import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { bare } from "./catalog/fold.ts";
import type { Language } from "./catalog/text.ts";
import type { Event } from "./dialogue/event.ts";
import type { Fate, Knowledge } from "./dialogue/knowledge.ts";
import { respond } from "./dialogue/respond.ts";
import { newSession, readSession, type Session } from "./dialogue/session.ts";
import type { SessionStore } from "./sessions/store.ts";
import { type Spoken, spokenSchema } from "./wording/spoken.ts";
import type { Wording } from "./wording/wording.ts";

/** A message as a channel heard it; `message` is the app's own id of it, so that a second delivery is known as such. */
export type Heard = { citizen: string; message: string; event: Event };

/** One turn: hears a message, remembers, answers. A message heard before changes nothing and gets the same replies. Rejects only when the session store is out of reach. */
export type Turn = (heard: Heard) => Promise<Spoken[]>;

/** How many inbound messages are remembered by id, and to how many of them the replies are kept. */
const mostHeard = 20;
const mostReplies = 5;

/** How often a turn that loses a race is run again before it gives up; each loss means that another turn of hers was stored. */
const mostTries = 100;

/**
 * What became of a question, told once and only when the turn was stored. A question that was offered several procedures may wait
 * under a ticket, which says nothing of it or of her: `ticket` is for this one, `before` was for the one before.
 */
export type Told = { fate: Fate; at: number; ticket?: string | undefined; before?: string | undefined };

/** Who is told. Must neither throw nor let a citizen wait. */
type TellFate = (told: Told) => void;

const recordSchema = z.object({
  heard: z.array(z.string()).catch([]),
  replies: z.array(z.object({ message: z.string(), spoken: z.array(spokenSchema) })).catch([]),
  ticket: z.string().max(40).optional().catch(undefined),
  session: z.unknown(),
});
type Record = { heard: string[]; replies: { message: string; spoken: Spoken[] }[]; ticket?: string | undefined; session: Session };

/** No button says more than this. */
const longestLabel = 200;

/** What a turn works with. `knowledge` is asked for anew each turn, so that new content counts from the next message; `mended` hears of a stored record that could not be read whole, `tellFate` what became of her questions. */
export type TurnParts = {
  store: SessionStore;
  knowledge: () => Knowledge;
  wording: Wording;
  mended?: () => void;
  tellFate?: TellFate | undefined;
};

/** Puts a turn together: recall → respond → remember → speak, started over when somebody was faster. */
export function openTurn(parts: TurnParts): Turn {
  return async (heard) => {
    for (let tries = 0; tries < mostTries; tries++) {
      const spoken = await tryOnce(parts, heard);
      if (spoken) return spoken;
    }
    throw new Error("a turn lost every race for its session");
  };
}

/** Undefined when another turn of hers was stored meanwhile. */
async function tryOnce(
  { store, knowledge, wording, mended = () => {}, tellFate }: TurnParts,
  { citizen, message, event }: Heard,
): Promise<Spoken[] | undefined> {
  const kept = await store.recall(citizen);
  const record = readRecord(kept?.text, mended);
  const before = record.replies.find((each) => each.message === message);
  if (before) return before.spoken;
  const again = record.heard.includes(message);
  const answer = respond(record.session, again ? { did: "opened", at: event.at } : asPressed(event, record), knowledge());
  const language: Language = answer.session.language ?? event.hint ?? "vi";
  const spoken = answer.replies.map((reply) => wording.speak(reply, language));
  if (again) return spoken;
  if (answer.replies.some(({ kind }) => kind === "forgotten")) {
    await store.forget(citizen);
    tellFate?.({ fate: { is: "answered" }, at: event.at, before: record.ticket });
    return spoken;
  }
  const { fate } = answer;
  const ticket = tellFate && ticketAfter(fate, record.ticket);
  const next: Record = {
    heard: [message, ...record.heard].slice(0, mostHeard),
    replies: [{ message, spoken }, ...record.replies].slice(0, mostReplies),
    ticket,
    session: answer.session,
  };
  if (!(await store.remember(citizen, JSON.stringify(next), kept?.revision ?? 0))) return undefined;
  if (fate) tellFate?.({ fate, at: event.at, ticket, before: record.ticket });
  return spoken;
}

/** A new question takes the place of the one before; whatever is no question leaves it waiting. */
function ticketAfter(fate: Fate | undefined, before: string | undefined): string | undefined {
  if (fate?.is === "offered") return randomUUID();
  return fate ? undefined : before;
}

/** The words on a button she was just shown mean the button, in every channel: "làm tiếp", "2. Chưa có". */
function asPressed(event: Event, { replies }: Record): Event {
  if (event.did !== "wrote" || event.text.length > longestLabel) return event;
  const said = bare(event.text);
  const shown = replies[0]?.spoken.flatMap(({ choices }) => choices) ?? [];
  const pressed = said === "" ? undefined : shown.findLast(({ label }) => bare(label) === said);
  const { did: _did, text: _text, ...rest } = event;
  return pressed ? { ...rest, did: "chose", choice: pressed.id } : event;
}

/** Reads what was stored; what is broken or from another version is mended part by part, never thrown away whole. */
function readRecord(text: string | undefined, mended: () => void): Record {
  if (text === undefined) return { heard: [], replies: [], session: newSession() };
  const { data } = recordSchema.safeParse(parseJson(text));
  const session = readSession(data?.session);
  if (!isDeepStrictEqual(session, data?.session)) mended();
  return { heard: data?.heard ?? [], replies: data?.replies ?? [], ticket: data?.ticket, session };
}

/** Where she is, from what the session store keeps of her: for whoever watches a conversation of her own making. */
export function sessionKept(text: string): Session {
  return readRecord(text, () => {}).session;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
