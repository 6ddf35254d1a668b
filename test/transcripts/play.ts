import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { unreadable } from "../../src/dialogue/event.ts";
import { openTalk } from "../../src/staff/transcripts/talk.ts";
import { plainText, type Spoken } from "../../src/wording/spoken.ts";
import { knowledge, wording } from "../knowledge.ts";

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** One exchange: what the citizen does, then what the guide must and must not show. */
const exchangeSchema = z.strictObject({
  says: z.string().optional(),
  /** The label of a button she sees, or its id. */
  presses: z.string().optional(),
  follows: z.string().optional(),
  sends: z.enum(unreadable).optional(),
  opens: z.literal("true").optional(),
  /** Days that pass before she does it. */
  days: z.coerce.number().optional(),
  /** Set when the app hands the last message over a second time. */
  twice: z.literal("true").optional(),
  shows: list.optional(),
  procedure: z.string().optional(),
  progress: z.string().optional(),
  offers: list.optional(),
  "offers-not": list.optional(),
  links: list.optional(),
  mentions: list.optional(),
  "mentions-not": list.optional(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

const transcriptSchema = z.array(
  z.strictObject({ conversation: z.string(), language: z.enum(["vi", "en"]).default("vi"), exchanges: z.array(exchangeSchema).min(1) }),
);
export type Transcript = z.infer<typeof transcriptSchema>[number];

/** Reads a file of transcripts. Everything in it is words: 7.000 is what the guide says, not a number. */
export function readTranscripts(path: string): Transcript[] {
  return transcriptSchema.parse(parse(readFileSync(path, "utf8"), { schema: "failsafe" }));
}

const day = 24 * 60 * 60 * 1000;

/** Plays a transcript against the whole guide; returns what was shown at each exchange. */
export async function play({ exchanges, language }: Transcript): Promise<Spoken[][]> {
  const talk = openTalk({ knowledge, wording });
  const shown: Spoken[][] = [];
  let at = Date.parse("2026-11-22T02:00:00Z");
  for (const [position, exchange] of exchanges.entries()) {
    at += (exchange.days ?? 0) * day + 1000;
    const message = `m${exchange.twice ? position - 1 : position}`;
    const deed = deedOf(exchange, shown.flat());
    shown.push(await talk.tell({ deed, at, message, ...(position === 0 && { language }) }));
  }
  await talk.leave();
  return shown;
}

function deedOf(exchange: Exchange, before: readonly Spoken[]) {
  if (exchange.says !== undefined) return { did: "wrote" as const, text: exchange.says };
  if (exchange.follows !== undefined) return { did: "started" as const, start: exchange.follows };
  if (exchange.sends !== undefined) return { did: "sent" as const, what: exchange.sends };
  if (exchange.presses !== undefined) return { did: "chose" as const, choice: choiceOf(exchange.presses, before) };
  return { did: "opened" as const };
}

/** The id of the newest button with this label; the words themselves when no button has it. */
function choiceOf(label: string, before: readonly Spoken[]): string {
  const choices = before.flatMap(({ choices: each }) => each);
  return choices.findLast((choice) => choice.label === label)?.id ?? label;
}

/** What an exchange shows, in the terms of the transcripts. */
export function summaryOf(replies: readonly Spoken[]) {
  const last = replies.at(-1);
  return {
    shows: replies.map(({ kind }) => kind),
    procedure: last?.procedure,
    progress: last?.progress && `${last.progress.at}/${last.progress.of}`,
    offers: replies.flatMap(({ choices }) => choices.flatMap(({ id, label }) => [id, label])),
    links: replies.flatMap(({ links }) => links.map(({ url }) => url)),
    text: replies.map(plainText).join("\n"),
  };
}
