import fc from "fast-check";

/** The marks of Vietnamese letters: five tones, circumflex, breve and horn. */
const marks = /[\u0300-\u0303\u0306\u0309\u031b\u0323]+/g;

/** The same text with the marks of each letter in an order that `chance` (0–1) chooses: no keyboard promises one. */
export function marksReordered(text: string, chance: () => number): string {
  return text.normalize("NFD").replace(marks, (some) =>
    [...some]
      .map((mark) => ({ mark, place: chance() }))
      .sort((a, b) => a.place - b.place)
      .map(({ mark }) => mark)
      .join(""),
  );
}

/** Ways to type one Vietnamese text that a reader cannot tell apart, or only by its capitals. */
export const spelling: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.constantFrom(
    (text: string) => text.normalize("NFC"),
    (text: string) => text.normalize("NFD"),
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => text.toUpperCase().normalize("NFD"),
  ),
  fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })).map((chances) => (text: string) => {
    return marksReordered(text, () => chances.next().value ?? 0);
  }),
);

/** Any text at all: all of Unicode, halves of surrogate pairs, control and zero-width characters, Vietnamese among it, a few words or far too many. */
export function anyText(words: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom(
      "\u200b",
      "\u0000",
      "\ufeff",
      "\u202e",
      "\u0301",
      "\u0323\u0302",
      "\n",
      "?",
      " và ",
      "1.001193",
      "__proto__",
      "constructor",
    ),
  );
  const short = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  const spaced = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(" "));
  const long = fc.tuple(spaced, fc.integer({ min: 2, max: 300 })).map(([text, times]) => text.repeat(times));
  return fc.oneof({ weight: 4, arbitrary: short }, { weight: 4, arbitrary: spaced }, { weight: 1, arbitrary: long });
}
