/** The tone of "hoà", "uỷ" on its other letter ("hòa", "ủy"): both are written. The length of the text stays. */
const toneLast = /([ou])([àáảãạèéẻẽẹỳýỷỹỵ])(?!\p{L})/giu;

/** What was met in a text: the words as they stand there, and where. */
export type Met = { words: string; at: number; length: number };

/** Looks for the first of some phrases. */
export type Finder = (text: string) => Met | undefined;

/** Makes a finder: whole syllables, accents compared; small letters stand for any, a phrase with capitals is met only as it is written. */
export function finderOf(phrases: readonly string[]): Finder {
  const asWritten = phrases.filter((phrase) => phrase !== phrase.toLowerCase());
  const inAnyCase = phrases.filter((phrase) => phrase === phrase.toLowerCase());
  const patterns = [...patternOf(asWritten, "u"), ...patternOf(inAnyCase, "iu")];
  return (text) => {
    const spelled = oneSpelling(text);
    return patterns.flatMap((pattern) => meet(pattern, spelled)).sort((one, other) => one.at - other.at)[0];
  };
}

/** The place of a text where something was found, with some words around it. */
export function quoteAround(text: string, { at, length }: Pick<Met, "at" | "length">): string {
  const whole = text.normalize("NFC");
  const from = at < 45 ? 0 : whole.lastIndexOf(" ", at - 35) + 1;
  const space = whole.indexOf(" ", at + length + 35);
  const to = space < 0 ? whole.length : space;
  const quote = whole.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${quote}${to < whole.length ? "…" : ""}`;
}

/** Does a link's host and path fit a pattern in which "*" stands for anything? */
export function fitsLink(pattern: string, link: string): boolean {
  return new RegExp(`^${pattern.split("*").map(literally).join(".*")}$`, "iu").test(link);
}

/** Host and path of every link or bare host of a text. */
export function linksIn(text: string): Met[] {
  const found = text.matchAll(/(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s"'<>()]*)?)/giu);
  return [...found].map((match) => ({ words: (match[1] ?? "").replace(/[.,;]+$/, ""), at: match.index, length: match[0].length }));
}

function patternOf(phrases: readonly string[], flags: string): RegExp[] {
  if (phrases.length === 0) return [];
  const each = phrases.map((phrase) => oneSpelling(phrase).trim().split(/\s+/).map(literally).join("\\s+"));
  return [new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join("|")})(?![\\p{L}\\p{N}])`, flags)];
}

function meet(pattern: RegExp, spelled: string): Met[] {
  const match = pattern.exec(spelled);
  return match ? [{ words: match[0], at: match.index, length: match[0].length }] : [];
}

function oneSpelling(text: string): string {
  return text.normalize("NFC").replace(toneLast, (_whole, before: string, vowel: string) => {
    const [letter = "", ...tone] = vowel.normalize("NFD");
    return (before + tone.join("")).normalize("NFC") + letter;
  });
}

/** Takes their meaning from the signs that mean something in a pattern. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
