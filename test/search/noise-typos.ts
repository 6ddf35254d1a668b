import type { Chance } from "./noise-chance.ts";

const alphabet = "abcdeghiklmnopqrstuvxy";
/** Shorter words are left alone: a slip makes another word of them. */
const shortest = 4;
const every = 4;

/** One letter dropped, added, changed or swapped inside every fourth word, or in the next one of four letters and more. */
export function withTypos(text: string, chance: Chance): string {
  let due = 1 + chance(every);
  return text.replace(/\p{L}+/gu, (word) => {
    due--;
    if (due > 0 || word.length < shortest) return word;
    due += every;
    return misspelt(word, chance);
  });
}

/** The first letter stays: people see where a word begins. */
function misspelt(word: string, chance: Chance): string {
  const at = 1 + chance(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const another = alphabet.charAt(chance(alphabet.length));
  const slips = [
    before + after,
    before + another + letter + after,
    before + another + after,
    before + after.charAt(0) + letter + after.slice(1),
  ];
  const slip = slips[chance(slips.length)] ?? word;
  return slip === word ? before + after : slip;
}
