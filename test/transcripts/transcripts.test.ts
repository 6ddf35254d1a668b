import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Exchange, play, readTranscripts, summaryOf } from "./play.ts";

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".yaml"));

describe.each(files)("%s", (file) => {
  test.each(readTranscripts(`${import.meta.dirname}/${file}`))("$conversation", async (transcript) => {
    const shown = await play(transcript);
    for (const [position, exchange] of transcript.exchanges.entries()) {
      const summary = summaryOf(shown[position] ?? []);
      expect({ exchange, shown: differences(exchange, summary) }).toEqual({ exchange, shown: {} });
    }
  });
});

/** What an exchange wanted and did not get, or got and did not want. */
function differences(wanted: Exchange, shown: ReturnType<typeof summaryOf>): Record<string, unknown> {
  const wrong: Record<string, unknown> = {};
  if (wanted.shows && wanted.shows.join() !== shown.shows.join()) wrong["shows"] = shown.shows;
  if (wanted.procedure !== undefined && wanted.procedure !== shown.procedure) wrong["procedure"] = shown.procedure ?? "none";
  if (wanted.progress !== undefined && wanted.progress !== shown.progress) wrong["progress"] = shown.progress ?? "none";
  const offered = (wish: string): boolean =>
    shown.offers.some((each) => each === wish || (wish.endsWith("*") && each.startsWith(wish.slice(0, -1))));
  const said = (wish: string): boolean => shown.text.toLocaleLowerCase("vi").includes(wish.toLocaleLowerCase("vi"));
  const missing = {
    offers: (wanted.offers ?? []).filter((wish) => !offered(wish)),
    "offers-not": (wanted["offers-not"] ?? []).filter(offered),
    links: (wanted.links ?? []).filter((wish) => !shown.links.some((url) => url.startsWith(wish))),
    mentions: (wanted.mentions ?? []).filter((wish) => !said(wish)),
    "mentions-not": (wanted["mentions-not"] ?? []).filter(said),
  };
  for (const [name, wishes] of Object.entries(missing))
    if (wishes.length > 0) wrong[name] = { wishes, shown: name.startsWith("mentions") ? shown.text : shown.offers };
  return wrong;
}
