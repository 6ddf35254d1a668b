/** Zero-width and control characters that come along when text is copied; they mean nothing. */
const invisible = /[\p{Cf}\p{Cc}]/gu;

/** A text as it counts: letters composed, white space of any kind one space, none at the ends. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").replace(invisible, "").replace(/ +/g, " ").trim();
}

/** The lines of a cell, each tidied, without the empty ones. */
export function tidyLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(tidy)
    .filter(Boolean);
}
