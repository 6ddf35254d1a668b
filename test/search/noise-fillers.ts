import type { Chance } from "./noise-chance.ts";

/** Words that people put in anywhere when they write as they speak. */
const fillers = "cái muốn cần phải đang có bị được các một của thì là mà rồi định không về với em mình tôi này".split(" ");
/** Whoever types accents speaks Vietnamese; nobody says "cái" in English. */
const vietnamese = /[^\p{ASCII}]/u;

/** A filler before about every fourth word. */
export function withFillers(text: string, chance: Chance): string {
  if (!vietnamese.test(text)) return text;
  const filler = (): string => (chance(4) === 0 ? `${fillers[chance(fillers.length)]} ` : "");
  return text.replace(/\S+/g, (word) => filler() + word);
}
