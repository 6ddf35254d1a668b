import type { Question, When } from "../../catalog/procedure.ts";
import type { Text } from "../../catalog/text.ts";
import { type CaseKind, caseKinds, type Heading } from "./read-heading.ts";
import { cutAt, idsOf } from "./words-of.ts";

/** Our own words around the record's: what a question asks, and the answers that no heading gives. */
export type OwnWords = { ask: Record<CaseKind, Text>; none: Text; unsure: Text; sharedPage: Text };

/** The questions that headings became, and for each heading that did its question and the condition of its papers. */
export type Cases = { questions: Question[]; whenOf: ReadonlyMap<Heading, When>; askedIn: ReadonlyMap<Heading, CaseKind> };

/** Answers of ours beside the headings' own. */
const none = "none";
const unsure = "unsure";
/** No question has more headings than this: nobody reads a longer list. */
const mostHeadings = 18;
/** A longer label is cut; its whole text then stands in the question. */
const longestLabel = 110;

type Group = { about: CaseKind; group: Heading[] };

/**
 * Makes a question of headings that say for whom their papers are, one for each kind of case. `apart` tells whether there are papers
 * outside all cases; where there are none, whoever answers the first question is in one of its cases. Who is not sure is shown every
 * paper, each with its heading.
 */
export function makeCases(headings: readonly Heading[], apart: boolean, words: OwnWords): Cases {
  const groups = groupsOf(headings, apart);
  const whenOf = new Map<Heading, When>();
  const askedIn = new Map<Heading, CaseKind>();
  const questions = groups.map(({ about, group }, order): Question => {
    const ids = idsOf(
      group.map((heading) => heading.words),
      [none, unsure],
    );
    const labels = labelsOf(group);
    for (const [at, heading] of group.entries()) {
      askedIn.set(heading, about);
      whenOf.set(heading, { all: { [about]: [ids[at] ?? "", unsure] } });
    }
    const own = group.map((heading, at) => answerOf({ id: ids[at] ?? "", label: labels[at] ?? "", whole: heading.words }));
    const everyWay = about === "way" && group.length > 1;
    const noneToo = (apart || order > 0) && !everyWay ? [{ id: none, label: words.none }] : [];
    return { id: about, ask: words.ask[about], answers: [...own, ...noneToo, { id: unsure, label: words.unsure }] };
  });
  return { questions, whenOf, askedIn };
}

/** The headings of each question. A lone heading over everything there is asks nothing; where it would leave somebody without a paper, its kind joins the others in one question. */
function groupsOf(headings: readonly Heading[], apart: boolean): Group[] {
  const groups = caseKinds.map((about): Group => ({ about, group: answerable(headings, about) })).filter(({ group }) => group.length > 0);
  if (apart || groups[0]?.group.length !== 1) return groups;
  return groups.length === 1 ? [] : [{ about: "case", group: groups.flatMap(({ group }) => group) }];
}

/**
 * The headings of one kind that can be answers: papers that come on top can be asked about only where nothing else is, and two
 * requests make a choice where one is the procedure itself.
 */
function answerable(headings: readonly Heading[], about: CaseKind): Heading[] {
  const all = headings.filter((heading) => heading.about === about && (heading.kind === "case" || heading.kind === "action"));
  const own = all.length === 1 ? all : all.filter(({ adds }) => !adds);
  const onlyAction = own.length === 1 && own[0]?.kind === "action";
  return onlyAction || own.length > mostHeadings ? [] : own;
}

function answerOf({ id, label, whole }: { id: string; label: string; whole: string }): Question["answers"][number] {
  return { id, label: { vi: label }, ...(label !== whole && { inFull: { vi: whole } }) };
}

/** A label for each heading: its words where they are few, else their beginning, without what long ones of the group begin with alike. */
function labelsOf(group: readonly Heading[]): string[] {
  const whole = group.map(({ words }) => words);
  if (whole.every((words) => words.length <= longestLabel)) return whole;
  const shared = sharedBeginning(whole.map((words) => words.split(" ")));
  const cut = whole.map((words) => {
    if (words.length <= longestLabel) return words;
    const rest = shared > 3 ? `… ${words.split(" ").slice(shared).join(" ")}` : words;
    return cutAt(rest, longestLabel);
  });
  return cut.map((label, at) => (cut.indexOf(label) === cut.lastIndexOf(label) ? label : (whole[at] ?? label)));
}

function sharedBeginning(names: readonly string[][]): number {
  const [first = [], ...others] = names;
  if (others.length === 0) return 0;
  const different = first.findIndex((word, at) => others.some((other) => other[at] !== word));
  return different < 0 ? 0 : different;
}
