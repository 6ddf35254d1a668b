import { expect, test } from "vitest";
import { dayInVietnam } from "../../src/catalog/day.ts";
import { transcriptFiles } from "../../src/staff/transcripts/find-files.ts";
import { playTranscript } from "../../src/staff/transcripts/play-transcript.ts";
import { readTranscripts } from "../../src/staff/transcripts/read-transcripts.ts";
import { tellMisses } from "../../src/staff/transcripts/tell-misses.ts";
import { openTerms } from "../../src/staff/transcripts/terms.ts";
import { describeTrouble } from "../../src/staff/transcripts/transcript.ts";
import { knowledge, wording } from "../knowledge.ts";

/** The conversations that staff keep with the content, played as `npm run content -- transcripts` plays them. */
const terms = openTerms();
const read = await Promise.all(transcriptFiles("content").map((file) => readTranscripts(file, { terms, catalog: knowledge.catalog })));

test("every file of conversations can be read", () => {
  expect(read.flatMap(({ troubles }) => troubles.map((trouble) => describeTrouble(trouble, terms.write)))).toEqual([]);
});

test.each(read.flatMap(({ found }) => found))("$file: $name", async (transcript) => {
  const played = await playTranscript({ knowledge, wording }, transcript, dayInVietnam(Date.now()));
  expect(tellMisses(played, terms.write).join("\n")).toBe("");
});
