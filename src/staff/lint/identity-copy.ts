import type { IdentityCopyRule } from "../../catalog/lint-list.ts";
import type { Guided, Paper } from "../../catalog/procedure.ts";
import type { Fault } from "./finding.ts";
import { type Finder, finderOf } from "./phrase.ts";

/** The rule made ready to be looked for in thousands of files. */
export type CopyFinder = { rule: IdentityCopyRule; cards: Finder; copies: Finder; unless: Finder };

/** Makes the rule of the list ready. */
export function copyFinder(rule: IdentityCopyRule): CopyFinder {
  return { rule, cards: finderOf(rule.cards), copies: finderOf(rule.copies), unless: finderOf(rule.unless ?? []) };
}

/** Papers that are a copy of the card which national data has, with their position; less those for which the paper itself or the list says why. */
export function identityCopies(file: string, { papers }: Pick<Guided, "papers">, finder: CopyFinder): { position: number; fault: Fault }[] {
  const { rule } = finder;
  return papers.flatMap((paper, position) => {
    const excused = rule.exceptions?.some((exception) => exception.file === file && exception.paper === paper.id);
    if (excused || !isCopyOfCard(paper, finder) || saysWhyNot(paper, finder)) return [];
    return [{ position, fault: { kind: "identity-copy", rule, paper: paper.id } satisfies Fault }];
  });
}

function isCopyOfCard({ name, counts, way, instead = [] }: Paper, finder: CopyFinder): boolean {
  if (way === "fill-online") return false;
  const counted = (counts?.copy ?? 0) + (counts?.certified ?? 0) > 0;
  return (counted && isCard(name.vi, finder)) || [name, ...instead].some(({ vi }) => asksForCopy(vi, finder));
}

/** "Thẻ căn cước" is the card; "Tờ khai cấp căn cước" speaks of it only. */
function isCard(name: string, { cards }: CopyFinder): boolean {
  const card = cards(name);
  return card !== undefined && card.at <= "giấy chứng minh ".length;
}

/** A copy and the card in one clause, the copy first: a row of a record may name ten papers. */
function asksForCopy(text: string, { cards, copies }: CopyFinder): boolean {
  return text.split(/[;:.\n+]/).some((clause) => {
    const copy = copies(clause);
    const card = copy && cards(clause.slice(copy.at));
    return card !== undefined && card.at <= 80;
  });
}

function saysWhyNot({ name, unless }: Paper, finder: CopyFinder): boolean {
  return [name.vi, unless?.vi ?? ""].some((text) => finder.unless(text) !== undefined);
}
