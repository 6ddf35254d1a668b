import { writeFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import type { Desk } from "../desk.ts";
import type { Broken } from "./read-input.ts";
import type { Difference, Unclear } from "./report.ts";

/** A broken place in one line: where it is and why. */
export function tellBroken({ say }: Desk, file: string, { place, at, why, values, first }: Broken): string {
  return `${file}, ${say(place, { at })}: ${say(why, { ...values, ...(first && { first: say(first.place, { at: first.at }) }) })}`;
}

/** Writes what a person should look at into a table beside the content, and tells how much of each kind there is. */
export function tellUnclear(desk: Desk, file: string, unclear: readonly Unclear[]): void {
  if (unclear.length === 0) return;
  const { say } = desk;
  const rows = unclear.map(({ code, text, why }) => [code, text, say(why)]);
  writeTable(file, [say("records.column.code"), say("records.column.text"), say("records.column.why")], rows);
  desk.print(say("records.unclear", { count: unclear.length, file }));
  tellKinds(
    desk,
    unclear.map(({ why }) => say(why)),
  );
}

/** The same for facts of the record that differ from what people wrote. */
export function tellReview(desk: Desk, file: string, review: readonly Difference[]): void {
  if (review.length === 0) return;
  const { say } = desk;
  const head = [say("records.column.code"), say("records.column.fact"), say("records.column.ours"), say("records.column.records")];
  const rows = review.map(({ code, fact, ours, records }) => [code, say(fact), ours, records]);
  writeTable(file, head, rows);
  desk.print(say("records.review", { count: review.length, file }));
  tellKinds(
    desk,
    review.map(({ fact }) => say(fact)),
  );
}

function tellKinds({ print }: Desk, kinds: readonly string[]): void {
  for (const [kind, all] of Map.groupBy(kinds, (each) => each)) print(`  ${String(all.length).padStart(5)}  ${kind}`);
}

/** With a byte order mark, so that Excel reads the letters right. */
function writeTable(file: string, head: string[], rows: string[][]): void {
  writeFileSync(file, stringify([head, ...rows], { bom: true }));
}
