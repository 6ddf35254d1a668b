import { parseArgs } from "node:util";
import { stringify } from "csv-stringify/sync";
import type { Catalog } from "../../catalog/catalog.ts";
import type { Command, Desk } from "../desk.ts";
import { transcriptFiles, transcriptFolder, transcriptPath } from "../transcripts/find-files.ts";
import { keepFile } from "../transcripts/keep-file.ts";
import { openGuide } from "../transcripts/open-guide.ts";
import { type Played, playTranscript } from "../transcripts/play-transcript.ts";
import { type Reach, reachOf } from "../transcripts/reach.ts";
import { readTranscripts } from "../transcripts/read-transcripts.ts";
import { tellMisses } from "../transcripts/tell-misses.ts";
import { openTerms } from "../transcripts/terms.ts";
import { describeTrouble, type Transcript } from "../transcripts/transcript.ts";

type Call = { files: string[]; reach: boolean; to: string | undefined };

/** Plays the conversations of content/transcripts, or of the files named, and prints what is not as staff expect it; with --reach, what none of them comes to. */
export const runTranscripts: Command = {
  takes: "[<file> …] [--reach [--to <file.csv>]]",
  run: (words, desk) => {
    const call = readCall(words);
    return call && play(call, desk);
  },
};

function readCall(args: string[]): Call | undefined {
  const options = { reach: { type: "boolean" }, to: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { reach = false, to } = values;
    return to !== undefined && !reach ? undefined : { files: positionals, reach, to };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function play(call: Call, desk: Desk): Promise<number> {
  const { folder, today, say, print } = desk;
  const files = call.files.length > 0 ? call.files.map((word) => transcriptPath(folder, word)) : transcriptFiles(folder);
  const guide = openGuide(desk);
  if (!guide) return 1;
  const { catalog } = guide.knowledge;
  const { found, troubles } = await readAll(files, catalog, desk);
  const played: Played[] = [];
  for (const transcript of found) played.push(await playTranscript(guide, transcript, today));
  if (files.length === 0) print(say("transcripts.none", { folder: transcriptFolder(folder) }));
  if (call.reach) return tellReach(reachOf(catalog, momentsOf(played), say), call.to, desk) || (troubles > 0 ? 1 : 0);
  return sumUp(played, desk) || (troubles > 0 ? 1 : 0);
}

function tell(complain: Desk["complain"], line: string): number {
  complain(line);
  return 1;
}

function momentsOf(played: readonly Played[]) {
  return played.flatMap(({ moments }) => moments);
}

/** Reads every file, complaining about each mistake. */
async function readAll(files: readonly string[], catalog: Catalog, { say, complain }: Desk) {
  const reading = { terms: openTerms(), catalog };
  const found: Transcript[] = [];
  let troubles = 0;
  for (const file of files) {
    const read = await readTranscripts(file, reading);
    found.push(...read.found);
    troubles += read.troubles.length;
    for (const trouble of read.troubles) complain(describeTrouble(trouble, say));
  }
  if (troubles > 0) complain(say("transcripts.unread", { count: troubles }));
  return { found, troubles };
}

function sumUp(played: readonly Played[], { say, print, complain }: Desk): number {
  for (const each of played) for (const line of tellMisses(each, say)) complain(line);
  const conversations = played.length;
  const steps = played.reduce((sum, { transcript }) => sum + transcript.steps.length, 0);
  const wrong = played.reduce((sum, { misses }) => sum + misses.length, 0);
  if (wrong > 0) return tell(complain, say("transcripts.wrong", { conversations, steps, wrong }));
  if (conversations > 0) print(say("transcripts.fine", { conversations, steps }));
  return 0;
}

/** By procedure, each item that is left; a procedure nobody comes to is one line, its items are in the CSV file. */
function tellReach(reach: readonly Reach[], to: string | undefined, { say, print, complain }: Desk): number {
  for (const { code, name, left, all } of reach) {
    if (left.length === 0) print(say("reach.whole", { code, name, count: all }));
    else if (left.length === all) print(say("reach.nothing", { code, name, count: all }));
    else {
      print(say("reach.left", { code, name, count: left.length }));
      for (const { kind, text } of left) print(say("reach.item", { kind: say(`reach.${kind}`), text }));
    }
  }
  const all = reach.reduce((sum, each) => sum + each.all, 0);
  const left = reach.reduce((sum, each) => sum + each.left.length, 0);
  print(say("reach.sum", { reached: all - left, all, procedures: reach.length }));
  if (to === undefined) return 0;
  const reason = keepFile(to, csvOf(reach, say));
  if (reason !== undefined) return tell(complain, say("transcripts.to", { file: to, reason }));
  print(say("reach.kept", { rows: left, file: to }));
  return 0;
}

/** One row an item that is left; with the mark by which Excel knows UTF-8. */
function csvOf(reach: readonly Reach[], say: Desk["say"]): string {
  const header = (["code", "name", "kind", "id", "text"] as const).map((column) => say(`reach.column.${column}`));
  const rows = reach.flatMap(({ code, name, left }) => left.map(({ kind, id, text }) => [code, name, say(`reach.${kind}`), id, text]));
  return stringify([header, ...rows], { bom: true, escape_formulas: true });
}
