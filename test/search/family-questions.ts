import { type Catalog, nameOf, type Procedure } from "../../src/catalog/catalog.ts";
import { coreOf, traitBook } from "../../src/search/twins/twin-traits.ts";
import type { Asked } from "./golden-questions.ts";

/** More than fit into a choice, nobody can see side by side. */
const mostTwins = 5;
/** Fewer words name nothing. */
const fewestWords = 3;
/** What names begin with beside what they are about: nobody says it. */
const head = /^(thủ tục |cấp (?!lại|đổi)|đăng ký )+/;

/**
 * A question for every family of a catalog: procedures whose names differ only in what sets twins apart (new, renewal,
 * reissue, province, commune …), asked by the words that all of their names share, in the order of the shortest. No writer's
 * opinion of what is alike comes in. Where the shared words are the whole of one name, she would mean that one: no question.
 */
export function familyQuestions(catalog: Catalog): Asked[] {
  const book = traitBook(catalog.words);
  const families = Map.groupBy(catalog.procedures.values(), (procedure) => [...coreOf(book, procedure)].sort().join(" "));
  return [...families].flatMap(([core, family]) => {
    const byName = Map.groupBy(family, officialName);
    const names = [...byName.keys()].map(wordsIn);
    const shortest = names.toSorted((a, b) => a.length - b.length)[0] ?? [];
    const shared = shortest.filter((word, at) => names.every((words) => timesIn(words, word) > timesIn(shortest.slice(0, at), word)));
    const question = shared.join(" ").replace(head, "");
    const isFamily = byName.size > 1 && byName.size <= mostTwins && wordsIn(core).length >= fewestWords;
    if (!isFamily || shared.length === shortest.length || wordsIn(question).length < fewestWords) return [];
    const codes = [...byName.values()].flatMap(([one]) => (one ? [one.code] : []));
    return [{ question, codes, set: "families", kind: "families", half: "tune" }];
  });
}

/** Less what stands in brackets: the office, mostly. */
function officialName(procedure: Procedure): string {
  return nameOf(procedure)
    .vi.toLowerCase()
    .replace(/\([^)]*\)/g, " ");
}

function wordsIn(text: string): string[] {
  return text
    .replace(/[(),;:]/g, " ")
    .split(/\s+/)
    .filter(Boolean);
}

function timesIn(words: readonly string[], word: string): number {
  return words.filter((one) => one === word).length;
}
