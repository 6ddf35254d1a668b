import type { DeadRule } from "../../catalog/lint-list.ts";
import type { Fault } from "./finding.ts";
import { type Finder, finderOf, fitsLink, linksIn, type Met, quoteAround } from "./phrase.ts";
import type { Written } from "./texts.ts";

/** A rule made ready to be looked for in thousands of files. */
export type DeadFinder = { rule: DeadRule; words: Finder; unless: Finder };

/** Makes the rules of the list ready. */
export function deadFinders(rules: readonly DeadRule[]): DeadFinder[] {
  return rules.map((rule) => ({ rule, words: finderOf(rule.words ?? []), unless: finderOf(rule.unless ?? []) }));
}

/** Words and links of a file that are dead by the list, each rule once a text. */
export function deadWords(file: string, texts: readonly Written[], finders: readonly DeadFinder[]): { written: Written; fault: Fault }[] {
  return texts.flatMap((written) =>
    finders.flatMap((finder) => {
      const met = concerns(finder.rule, file, written) ? meet(finder, written.text) : undefined;
      if (!met) return [];
      const { rule } = finder;
      return [{ written, fault: { kind: "dead", rule, words: met.words, quote: quoteAround(written.text, met) } satisfies Fault }];
    }),
  );
}

function concerns({ where, exceptions }: DeadRule, file: string, { kind, id }: Written): boolean {
  if (where && !where.includes(kind)) return false;
  return !exceptions?.some((exception) => exception.file === file && (exception.at === undefined || exception.at === id));
}

function meet({ rule: { links }, words, unless }: DeadFinder, text: string): Met | undefined {
  const link = links && linksIn(text).find((one) => links.some((pattern) => fitsLink(pattern, one.words)));
  const met = words(text) ?? link;
  return met && !unless(text) ? met : undefined;
}
