import { monthName } from "../../unanswered/calendar.ts";
import { whys } from "../../unanswered/question-store.ts";
import type { Desk } from "../desk.ts";
import { type Group, timesAsked } from "./gather-alike.ts";
import type { QuestionDesk } from "./question-desk.ts";
import { officialName } from "./try-alias.ts";

/** So many groups are printed unless all are asked for, and so many questions of a group. */
const mostPrinted = 30;
const mostAlike = 5;
/** The longest official names have 1,200 letters. */
const longestName = 110;

/** Prints the questions that wait for a decision, most frequent first, each with what comes nearest; 1 when a question chosen before is no longer found. */
export function listQuestions({ catalog, list }: QuestionDesk, { say, print, complain }: Desk, all: boolean): number {
  const { groups, nearest, lost } = list;
  for (const { question, code } of lost) complain(say("questions.not-first", { question, code }));
  if (groups.length === 0) {
    print(say("questions.none"));
    return lost.length === 0 ? 0 : 1;
  }
  const shown = all ? groups : groups.slice(0, mostPrinted);
  for (const group of shown) {
    const { kind, matches } = nearest(group);
    print(`#${group.number}  ${group.text}`);
    print(
      `     ${[say("questions.times", { times: timesAsked(group) }), ...whysOf(group, say), monthsOf(group), say(`questions.now-${kind}`)].join(" · ")}`,
    );
    if (group.alike.length > 0) print(`     ${say("questions.alike", { questions: alikeOf(group) })}`);
    for (const { code, score } of matches) print(`     ${score.toFixed(3)}  ${code}  ${cut(officialName(catalog, code))}`);
  }
  if (shown.length < groups.length) print(say("questions.more", { more: groups.length - shown.length }));
  print(say("questions.how"));
  return lost.length === 0 ? 0 : 1;
}

function cut(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName).trimEnd()}…` : name;
}

/** The first and the last month, or the one. */
function monthsOf({ first, last }: Group): string {
  return first === last ? monthName(last) : `${monthName(first)} – ${monthName(last)}`;
}

/** Each reason with how often, when there is more than one. */
function whysOf(group: Group, say: Desk["say"]): string[] {
  const there = whys.filter((why) => group[why] > 0);
  return there.map((why) => say(`questions.why-${why}`) + (there.length > 1 ? ` ${group[why]}` : ""));
}

function alikeOf({ alike }: Group): string {
  const more = alike.length - mostAlike;
  return [...alike.slice(0, mostAlike), ...(more > 0 ? [`+ ${more}`] : [])].join("; ");
}
