import { fold } from "../../catalog/fold.ts";

const longest = 20;

/** An id for something new, from its name: "Giấy khai sinh" → giay-khai-sinh; with a number behind it where it is taken. */
export function newId(name: string, taken: ReadonlySet<string>): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .filter(Boolean);
  const whole = words.reduce((id, word) => (id.length + word.length < longest ? `${id}-${word}` : id), "").slice(1);
  const stem = /^[a-z]/.test(whole) ? whole : `m-${whole}`.replace(/-$/, "").slice(0, longest);
  if (!taken.has(stem)) return stem;
  const numbers = Array.from({ length: taken.size + 1 }, (_, count) => `-${count + 2}`);
  return numbers.map((number) => stem.slice(0, longest - number.length) + number).find((id) => !taken.has(id)) ?? stem;
}
