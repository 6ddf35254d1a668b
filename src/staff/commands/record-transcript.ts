import { existsSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { terminal } from "../../channels/terminal/terminal.ts";
import { onDay } from "../../on-day.ts";
import { openEmbedded } from "../../sessions/embedded.ts";
import { openTurn } from "../../turn.ts";
import type { Command, Desk } from "../desk.ts";
import { transcriptPath } from "../transcripts/find-files.ts";
import { keepRecording } from "../transcripts/keep-recording.ts";
import { listen, type Recorded } from "../transcripts/listen.ts";
import { openGuide } from "../transcripts/open-guide.ts";
import { isTranscriptFile, readTranscripts } from "../transcripts/read-transcripts.ts";
import type { Guide } from "../transcripts/talk.ts";
import { openTerms, type Terms } from "../transcripts/terms.ts";
import { describeTrouble, type Trouble } from "../transcripts/transcript.ts";

/** Where the person who records sits. */
export type Seat = { input: Readable; output: Writable };

/** Chats in the terminal and writes what was said and shown as a conversation, at the end of the file. */
export const recordTranscript: Command = {
  takes: "<file.yaml | file.xlsx>",
  run: ([word, ...more], desk) => {
    if (word === undefined || more.length > 0) return undefined;
    const guide = openGuide(desk);
    return guide ? record(transcriptPath(desk.folder, word), { desk, guide }, { input: process.stdin, output: process.stdout }) : 1;
  },
};

/** Records into a file from where somebody sits: 0 when it was written, or nothing was said. The file is looked at first, so that nobody chats in vain. */
export async function record(path: string, { desk, guide }: { desk: Desk; guide: Guide }, seat: Seat): Promise<number> {
  const terms = openTerms();
  const troubles = await troublesOf(path, guide, terms);
  for (const trouble of troubles) desk.complain(describeTrouble(trouble, desk.say));
  if (troubles.length > 0) return 1;
  desk.print(desk.say("record.begin", { file: path }));
  const steps: Recorded[] = [];
  let code = 1;
  try {
    await chat(guide, steps, { terms, desk, seat });
  } finally {
    desk.print(""); // the prompt stands on this line
    code = await keep(path, steps, { terms, desk });
  }
  return code;
}

/** A file that is there and has no conversation yet may be recorded into. */
async function troublesOf(path: string, { knowledge: { catalog } }: Guide, terms: Terms): Promise<Trouble[]> {
  if (!existsSync(path)) return isTranscriptFile(path) ? [] : [{ file: path, row: 1, say: "transcript.wrong.kind" }];
  const { troubles } = await readTranscripts(path, { terms, catalog });
  return troubles.filter(({ say }) => say !== "transcript.wrong.empty");
}

/** A conversation in memory; Ctrl+C ends it as /quit does. */
async function chat(
  { knowledge, wording }: Guide,
  steps: Recorded[],
  { terms, desk, seat }: { terms: Terms; desk: Desk; seat: Seat },
): Promise<void> {
  const store = openEmbedded({ path: ":memory:", days: 30 });
  const turn = openTurn({ store, knowledge: () => knowledge, wording });
  const channel = terminal({ turn: listen(onDay(turn, desk.today), steps, { terms, language: desk.language }), ...seat });
  const leave = (): void => void channel.stop();
  process.once("SIGINT", leave);
  try {
    await channel.start();
  } finally {
    process.removeListener("SIGINT", leave);
    await store.close();
  }
}

/** Writes what was recorded, also when the chat broke off; what no file takes is printed, so that it is not lost. */
async function keep(path: string, steps: Recorded[], { terms, desk }: { terms: Terms; desk: Desk }): Promise<number> {
  const { today: date, say, print, complain, language } = desk;
  const [first] = steps;
  if (!first) {
    print(say("record.nothing"));
    return 0;
  }
  const name = terms.write("record.name", { date: date.split("-").reverse().join("/"), words: first.says });
  const kept = await keepRecording(path, { name, date, language: terms.write(`transcript.${language}`), steps }, terms);
  if ("reason" in kept) {
    complain(say("transcripts.to", { file: path, reason: kept.reason }));
    for (const { says, shows } of steps) print(`${says}\t${shows}`);
    return 1;
  }
  if (kept.path !== path) complain(say("record.beside", { file: path }));
  print(say("record.kept", { steps: steps.length, file: kept.path }));
  return 0;
}
