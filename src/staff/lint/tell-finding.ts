import type { StaffSay } from "../../wording/staff-words.ts";
import type { Fault, Finding } from "./finding.ts";

/** A finding in words, as the list and the sheet show it. Field and office are never empty. */
export type Told = { field: string; office: string; code: string; name: string; file: string; line: number } & ToldFault;
type ToldFault = { kind: string; what: string; why: string; todo: string };

/** Puts findings into words, sorted by field, office and code, as Vietnamese sorts. */
export function tellFindings(findings: readonly Finding[], say: StaffSay): Told[] {
  const { compare } = new Intl.Collator("vi", { numeric: true });
  const told = findings.map(({ subject, line, fault }) => ({
    ...subject,
    field: oneCase(subject.field) || say("lint.no-field-name"),
    office: oneCase(subject.office) || say("lint.no-office-name"),
    line,
    ...tellFault(fault, say),
  }));
  return told.sort((a, b) => compare(a.field, b.field) || compare(a.office, b.office) || compare(a.code, b.code) || a.line - b.line);
}

/** How many of each, the most first. */
export function countBy(told: readonly Told[], key: (one: Told) => string): [string, number][] {
  const groups = Map.groupBy(told, key);
  return [...groups].map(([name, group]): [string, number] => [name, group.length]).sort((a, b) => b[1] - a[1]);
}

function tellFault(fault: Fault, say: StaffSay): ToldFault {
  const kind = say(`lint.kind.${fault.kind}`);
  if (fault.kind === "dead") {
    const { rule, words, quote } = fault;
    return { kind, what: say("lint.what.dead", { words, quote }), why: withSource(rule, say), todo: rule.instead };
  }
  if (fault.kind === "identity-copy") {
    const { rule, paper } = fault;
    return { kind, what: say("lint.what.identity-copy", { paper }), why: withSource(rule, say), todo: rule.instead };
  }
  const what = say(`lint.what.${fault.kind}`, { detail: fault.detail ?? "" }).replace(/ {2,}/g, " ");
  return { kind, what, why: say(`lint.why.${fault.kind}`), todo: say(`lint.todo.${fault.kind}`) };
}

function withSource({ why, since, law }: { why: string; since?: string | undefined; law?: string | undefined }, say: StaffSay): string {
  const sources = [...(since ? [say("lint.since", { since })] : []), ...(law ? [say("lint.by-law", { law })] : [])];
  return sources.length > 0 ? `${why} (${sources.join(", ")})` : why;
}

/** "sở công thương" and "Sở công thương" are one group. */
function oneCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
