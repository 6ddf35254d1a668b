import { type Chance, chanceOf } from "./noise-chance.ts";
import { chatSpelling } from "./noise-chat.ts";
import { withFillers } from "./noise-fillers.ts";
import { inTelex, inVni } from "./noise-keystrokes.ts";
import { withTypos } from "./noise-typos.ts";

/** A way in which people's typing differs from a dictionary's. */
type Noise = (text: string, chance: Chance) => string;

/** Every noise the search is measured under. */
const noises = {
  "no accents": withoutAccents,
  "raw Telex": inTelex,
  "raw VNI": inVni,
  "a typo in every fourth word": withTypos,
  "chat spelling, particles": chatSpelling,
  "fillers as one speaks": withFillers,
} satisfies Record<string, Noise>;
export type NoiseName = keyof typeof noises;
export const noiseNames = Object.keys(noises) as NoiseName[];

/** The text as somebody in a hurry types it. The same text and noise give the same result every time, whatever was asked before. */
export function withNoise(name: NoiseName, text: string): string {
  const noise: Noise = noises[name];
  const typed = text.normalize("NFC");
  return noise(typed, chanceOf(`${name}: ${typed}`));
}

/** As typed on a keyboard without Vietnamese. */
function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}
