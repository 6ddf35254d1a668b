import type { Parsed, ParsedFile } from "./parse-file.ts";
import type { Guided } from "./procedure.ts";

/** First and last day of a file, such as 2026-11-22; a day that is not given sets no limit. */
export type Span = NonNullable<Guided["effective"]>;

/** Is a file for citizens on this day? A draft never is. */
export function isServed({ draft, effective }: Guided, day: string): boolean {
  return draft !== true && overlaps(effective, { from: day, to: day });
}

/** Is there a day that belongs to both? */
export function overlaps(one: Span = {}, other: Span = {}): boolean {
  return !endsBefore(one, other) && !endsBefore(other, one);
}

function endsBefore({ to }: Span, { from }: Span): boolean {
  return to !== undefined && from !== undefined && to < from;
}

/** The codes that a draft is to serve; undefined when the file is none. A draft that cannot be understood yet is known by its line "draft: true". */
export function codesOfDraft({ parsed }: ParsedFile<Guided>, text: string): string[] | undefined {
  if (parsed) return parsed.value.draft === true ? codesOf(parsed.value) : undefined;
  if (!/^draft:[ \t]*true[ \t]*(#.*)?\r?$/m.test(text)) return undefined;
  return [...text.matchAll(/\bcode:\s*["']?(\d\.\d{6})\b/g)].map(([, code = ""]) => code);
}

/** The files as they would be once the drafts of a code were published: those that are for this day take the place of whatever serves their codes then. */
export function withDraftOf(files: readonly Parsed<Guided>[], code: string, day: string): Parsed<Guided>[] {
  const published = files.map((file) => (isDraftOf(file.value, code) ? { ...file, value: { ...file.value, draft: false } } : file));
  const young = published.filter((file, at) => file !== files[at] && isServed(file.value, day));
  const replaced = new Set(young.flatMap(({ value }) => codesOf(value)));
  return files.flatMap((file, at) => {
    const now = published[at] ?? file;
    if (young.includes(now)) return [now];
    return isServed(file.value, day) && codesOf(file.value).some((each) => replaced.has(each)) ? [] : [file];
  });
}

function isDraftOf(value: Guided, code: string): boolean {
  return value.draft === true && codesOf(value).includes(code);
}

function codesOf({ codes }: Guided): string[] {
  return codes.map(({ code }) => code);
}
