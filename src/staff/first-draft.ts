import { stringify } from "yaml";
import { dayInVietnam } from "../catalog/day.ts";
import type { Known } from "../catalog/known.ts";
import type { Level } from "../catalog/procedure.ts";
import type { Text } from "../catalog/text.ts";
import { slugOf } from "./slug.ts";

/** What the five questions brought. `field` is in both languages where another procedure has it already; `folder` is its folder below procedures/. */
export type FiveAnswers = { code: string; name: string; everyday: string; field: Text; folder: string; levels: readonly Level[] };

/** What is at hand besides: the row of the index, what people type for it, and the day. */
export type AtHand = { known: Known | undefined; aliases: { vi: readonly string[]; en: readonly string[] }; today: Date };

/** Stands before a Vietnamese sentence where an English one belongs. */
export const toTranslate = "(to translate)";

/** How long a file's name may be, without the code: a name of 50 words would break some file systems. */
const longestSlug = 50;
/** Facts are due for a check after half a year. */
const monthsToReview = 6;

/** Where the new file belongs, below the content folder. */
export function placeOfDraft({ code, name, folder }: FiveAnswers): string {
  return `procedures/${folder}/${code}-${slugOf(name, longestSlug)}.yaml`;
}

/** The text of the new file: the template with what is known. A line whose blank nobody can fill becomes a comment. */
export function firstDraft(template: string, answers: FiveAnswers, atHand: AtHand): string {
  const facts = factsOf(answers, atHand);
  return template
    .split("\n")
    .map((line) => {
      const blanks = [...line.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => facts[name]);
      const filled = line.replace(/\{\{(\w+)\}\}/g, (_blank, name: string) => asYaml(facts[name]));
      return blanks.includes(undefined) ? filled.replace(/^\s*/, "$&# ") : filled;
    })
    .join("\n");
}

function factsOf({ code, name, everyday, field, levels }: FiveAnswers, { known, aliases, today }: AtHand): Record<string, unknown> {
  return {
    draft: true,
    code,
    levels,
    url: known?.url,
    name: untranslated(name),
    everyday: untranslated(everyday),
    aliases: aliases.vi,
    aliasesEnglish: aliases.en,
    field: field.en === undefined ? untranslated(field.vi) : field,
    audience: known && known.audience.length > 0 ? known.audience : ["citizen"],
    place: known?.agency === undefined ? undefined : untranslated(known.agency),
    result: known && known.result.length > 0 ? known.result.map(untranslated) : undefined,
    law: known?.law ?? [],
    online: known?.online === undefined ? { possible: false } : { possible: true, extent: known.online },
    checked: known?.month ?? dayInVietnam(today.getTime()).slice(0, 7),
    review: lastDayOfMonth(today, monthsToReview),
    today: dayInVietnam(today.getTime()),
  };
}

function untranslated(vi: string): Text {
  return { vi, en: `${toTranslate} ${vi}` };
}

/** One line of YAML as the other files write it: { a: b } and [a, b]. */
function asYaml(fact: unknown): string {
  if (fact === undefined) return "…";
  return stringify(fact, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: !Array.isArray(fact) }).trimEnd();
}

function lastDayOfMonth(from: Date, monthsLater: number): string {
  return dayInVietnam(Date.UTC(from.getFullYear(), from.getMonth() + monthsLater + 1, 0));
}
