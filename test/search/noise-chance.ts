/** Throws a dice of so many sides: 0 up to sides - 1. */
export type Chance = (sides: number) => number;

/** A dice that falls the same way whenever it starts from the same seed (FNV-1a to begin, then mulberry32). */
export function chanceOf(seed: string): Chance {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides) | 0;
  };
}

/** A few of many, the same ones every time, in their own order. */
export function someOf<T>(many: readonly T[], count: number, seed: string): T[] {
  if (many.length <= count) return [...many];
  const chance = chanceOf(seed);
  const left = many.map((_, position) => position);
  const taken = Array.from({ length: count }, () => left.splice(chance(left.length), 1)[0] ?? 0);
  return taken.sort((a, b) => a - b).flatMap((position) => many[position] ?? []);
}
