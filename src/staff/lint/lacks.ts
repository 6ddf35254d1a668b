import type { Known } from "../../catalog/known.ts";
import type { Guided } from "../../catalog/procedure.ts";
import type { Path } from "./content-shelf.ts";
import type { Lack } from "./finding.ts";
import { withoutEnglish } from "./texts.ts";

/** A fact that is missing, and the place in the file where it should stand. */
export type Missing = { lack: Lack; path: Path; detail?: string };

/** What a guided file lacks on a day (yyyy-mm-dd). A review is told so many days before it is due. */
export function lacksOf(guided: Guided, today: string, remindDays: number): Missing[] {
  const { fee, time, place, field, aliases, codes, source } = guided;
  const missing = (lack: Lack, path: Path, absent: boolean): Missing[] => (absent ? [{ lack, path }] : []);
  return [
    ...missing("no-field", ["codes"], field === undefined),
    ...missing("no-fee", ["fee"], fee.kind === "ask"),
    ...missing("no-time", ["codes"], time === undefined),
    ...missing("no-place", ["codes"], place === undefined),
    ...missing("no-alias", ["codes"], (aliases?.vi ?? []).length === 0),
    ...codes.flatMap(({ code, url }, at) => (url === undefined ? [{ lack: "no-link" as const, path: ["codes", at], detail: code }] : [])),
    ...englishMissing(guided),
    ...missing("no-person", ["source"], source.person === undefined),
    ...review(source.review, today, remindDays),
  ];
}

/** What an index row lacks. */
export function lacksOfRow({ field, agency, url }: Known, hasAlias: boolean): Lack[] {
  const lacks: [Lack, boolean][] = [
    ["no-field", field === undefined],
    ["no-agency", agency === undefined],
    ["no-link", url === undefined],
    ["no-alias", !hasAlias],
  ];
  return lacks.flatMap(([lack, absent]) => (absent ? [lack] : []));
}

/** One line for a file, however many sentences: an imported file has no English at all. */
export function englishMissing(value: unknown): Missing[] {
  const [first, ...others] = withoutEnglish(value);
  if (!first) return [];
  const detail = `${first.join(".")}${others.length > 0 ? ` +${others.length}` : ""}`;
  return [{ lack: "no-english", path: first, detail }];
}

function review(due: string, today: string, remindDays: number): Missing[] {
  if (due < today) return [{ lack: "review-passed", path: ["source", "review"], detail: due }];
  if (due <= daysAfter(today, remindDays)) return [{ lack: "review-soon", path: ["source", "review"], detail: due }];
  return [];
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
