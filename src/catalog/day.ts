/** The day it is in Vietnam (UTC+7) at a moment in milliseconds since 1970, as 2026-11-22: that is how days stand in content files. */
export function dayInVietnam(at: number): string {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** A day as 2026-11-22 or 22/11/2026; undefined when the calendar has no such day. */
export function readDay(words: string): string | undefined {
  const [, ...parts] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words.trim()) ?? [];
  const [, ...turned] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words.trim()) ?? [];
  const [year = "", month = "", day = ""] = parts.length > 0 ? parts : turned.reverse();
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : undefined;
}
