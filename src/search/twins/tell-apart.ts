import { nameOf, type Procedure, shortNameOf } from "../../catalog/catalog.ts";
import type { Text } from "../../catalog/text.ts";

/** A common beginning shorter than this is left: cutting it would leave half a thought. */
const longBeginning = 6;
/** Longer than this nobody reads on a button. */
const mostWords = 14;

/**
 * For each procedure: its everyday name when it is guided, else its official name, less a long beginning that all of them
 * share; of two with one name, the office, of two that begin alike for long, the end, and the code where that is the same as
 * well. Nothing is cut out of the middle, but an end may begin with the second syllable of a word: nobody marks where words begin.
 */
export function tellApart(procedures: readonly Procedure[]): Text[] {
  const names = procedures.map((procedure) => wordsOf(nameOf(procedure).vi));
  const shared = sharedBeginning(names);
  const from = shared >= longBeginning ? shared : 0;
  const isTwin = (position: number): boolean =>
    isTwice(
      names.map((words) => words.join(" ")),
      position,
    );
  const short = procedures.map((procedure, position): Text => {
    if (procedure.kind === "guided") return shortNameOf(procedure.guided);
    const { agency, field, code } = procedure.known;
    return { vi: isTwin(position) ? (agency ?? field ?? code) : beginningOf(names[position] ?? [], from) };
  });
  const parted = whereTwice(short, (text, position) => (isTwin(position) ? text.vi : endOf(names[position] ?? [])));
  return whereTwice(parted, ({ vi }, position) => `${vi} (${procedures[position]?.code})`);
}

/** The texts, with another one for each that stands twice. */
function whereTwice(texts: readonly Text[], other: (text: Text, position: number) => string): Text[] {
  const said = texts.map(({ vi }) => vi);
  return texts.map((text, position) => (isTwice(said, position) ? { vi: other(text, position) } : text));
}

function isTwice(said: readonly string[], position: number): boolean {
  return said.some((other, at) => at !== position && other === said[position]);
}

function beginningOf(words: readonly string[], from: number): string {
  const rest = words.slice(from);
  const cut =
    rest.length > mostWords
      ? `${rest
          .slice(0, mostWords)
          .join(" ")
          .replace(/[,;:(]+$/, "")} …`
      : rest.join(" ");
  return from > 0 ? `… ${cut}` : cut.charAt(0).toUpperCase() + cut.slice(1);
}

function endOf(words: readonly string[]): string {
  return words.length > mostWords ? `… ${words.slice(-mostWords).join(" ")}` : beginningOf(words, 0);
}

/** The words of an official name, without the "Thủ tục" that half of them begin with. */
function wordsOf(name: string): string[] {
  return name.replace(/^thủ tục\s+/i, "").split(/\s+/);
}

function sharedBeginning(names: readonly string[][]): number {
  const [first = [], ...others] = names;
  if (others.length === 0) return 0;
  const different = first.findIndex((word, position) => others.some((other) => other[position] !== word));
  return different < 0 ? 0 : different;
}
