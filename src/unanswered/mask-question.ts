import { facets, type Words } from "../catalog/words.ts";
import { wordsOf } from "../search/text/fold.ts";
import { findPhrases, phraseBook, sameWord } from "../search/text/phrase-book.ts";
import { personalOf } from "./personal.ts";
import type { Question } from "./question-store.ts";
import { gap, tokensOf } from "./tokens.ts";

/** So many characters of a question are kept. */
const longestKept = 200;
/** So many are looked at: the dialogue reads no more either. */
const longestRead = 500;

/** Words that introduce what was left out, or stand for her: of themselves they ask nothing. */
const empty = new Set(
  "la ten ho so dt sdt dien thoai zalo facebook fb email mail gmail stk lien he dia chi toi em minh anh chi chau con tui e t m i my name is phone am".split(
    " ",
  ),
);

/** Makes a question what is kept of it, in the words of content/words.yaml. */
export type MaskQuestion = (asked: string) => Question | undefined;

/**
 * A masker: what it returns has no digits of five and more, no e-mail, no name, no address with a house number, no punctuation
 * and no capitals. Undefined when nothing of her own is left to ask about.
 */
export function questionMasker(words: Words): MaskQuestion {
  const frames = facets.flatMap((facet) => [...words.facets[facet].vi, ...words.facets[facet].en]);
  const courtesy = phraseBook([...words.particles, ...frames].map((phrase) => [phrase, true] as const));
  return (asked) => {
    const text = masked(asked);
    const said = wordsOf(text);
    const polite = findPhrases(courtesy, said, sameWord);
    const own = said.filter((_, at) => !polite.some(({ start, end }) => start <= at && at < end)).map(({ folded }) => folded);
    const telling = own.filter((word) => !empty.has(word));
    if (!telling.some((word) => /\p{L}{2}/u.test(word))) return undefined;
    return { text, key: [...new Set(telling)].sort().join(" ") };
  };
}

function masked(asked: string): string {
  const tokens = tokensOf(asked.slice(0, longestRead));
  const personal = personalOf(tokens);
  const left = tokens.map((token, at) => (personal.has(at) ? gap(token) : token)).filter(({ is }) => is !== "stop");
  const pieces = left.filter(({ is }, at) => is !== "gap" || left[at - 1]?.is !== "gap").map(({ text }) => text.toLowerCase());
  let kept = "";
  for (const piece of pieces) {
    if (kept.length + piece.length + 1 > longestKept) break;
    kept = kept === "" ? piece : `${kept} ${piece}`;
  }
  return kept;
}
