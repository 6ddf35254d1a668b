import { nameOf, type Procedure, shortNameOf } from "../../catalog/catalog.ts";
import type { Text } from "../../catalog/text.ts";

/** A common beginning shorter than this is left: cutting it would leave half a thought. */
const longBeginning = 6;
/** Longer than this nobody reads on a button. */
const mostWords = 14;

/**
 * For each procedure: its everyday name when it is guided, else its official name, less a long beginning that all of them
 * share; of two with one name, the office, and the code where that is the same as well. Nothing is cut out of the middle: Vietnamese words are made of several syllables, and half a word is another word.
 */
export function tellApart(procedures: readonly Procedure[]): Text[] {
  const names = procedures.map((procedure) => wordsOf(nameOf(procedure).vi));
  const shared = sharedBeginning(names);
  const texts = procedures.map((procedure, position): Text => {
    if (procedure.kind === "guided") return shortNameOf(procedure.guided);
    const words = names[position] ?? [];
    const isTwin = names.some((other, at) => at !== position && other.join(" ") === words.join(" "));
    const { agency, field, code } = procedure.known;
    return { vi: isTwin ? (agency ?? field ?? code) : shortName(words, shared >= longBeginning ? shared : 0) };
  });
  const isTwice = ({ vi }: Text): boolean => texts.filter((text) => text.vi === vi).length > 1;
  return texts.map((text, position) => (isTwice(text) ? { vi: `${text.vi} (${procedures[position]?.code})` } : text));
}

function shortName(words: readonly string[], from: number): string {
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
