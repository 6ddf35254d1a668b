import { performance } from "node:perf_hooks";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { nameOf } from "../../src/catalog/catalog.ts";
import { fieldsOf } from "../../src/search/index/fields.ts";
import { wordsOf } from "../../src/search/text/fold.ts";
import type { Asked } from "../../test/search/golden-questions.ts";
import type { Shelf } from "./shelf.ts";
import { answersTo, isInside, type Trial, tryAll } from "./trial.ts";

/** Ten codes for a question, best first. */
type Way = (question: string) => string[];

/** The same questions asked of this search, of plain Fuse.js over the titles and of MiniSearch over all text. */
export function besideOthers(shelf: Shelf, questions: readonly Asked[]): { name: string; trials: Trial[] }[] {
  const ways = { "Fuse.js over the titles": fuseOver(shelf), MiniSearch: miniSearchOver(shelf) };
  const others = Object.entries(ways).map(([name, way]) => ({ name, trials: questions.map((asked) => trialOf(shelf, asked, way)) }));
  return [{ name: "this search", trials: tryAll(shelf, questions) }, ...others].map(({ name, trials }) => ({
    name,
    trials: trials.filter(isInside),
  }));
}

function trialOf(shelf: Shelf, asked: Asked, way: Way): Trial {
  const { right, each } = answersTo(shelf, asked);
  const before = performance.now();
  const codes = way(asked.question);
  const ms = performance.now() - before;
  const at = codes.findIndex((code) => right.has(code));
  const matches = codes.map((code) => ({ code, score: 0 }));
  const outcome: Trial["outcome"] = { kind: "choose", matches, facets: [] };
  return { asked, typed: asked.question, outcome, right, each, place: at < 0 ? undefined : at + 1, ms, atFirst: ms };
}

/** The settings that measured best of seven: where a word stands in the title and how long the title is do not matter, nothing is too far off to be ranked, accents count. */
function fuseOver({ catalog }: Shelf): Way {
  const titles = [...catalog.procedures].map(([code, procedure]) => ({ code, title: nameOf(procedure).vi }));
  const fuse = new Fuse(titles, { keys: ["title"], ignoreLocation: true, ignoreFieldNorm: true, threshold: 1 });
  return (question) => fuse.search(question, { limit: 10 }).map(({ item }) => item.code);
}

/** Syllables and pairs, accents kept: the way that measured best for it. */
function miniSearchOver({ catalog }: Shelf): Way {
  const fields = ["name", "aliases", "field", "result", "papers", "conditions", "steps"] as const;
  const options = {
    fields: [...fields],
    idField: "code",
    tokenize: syllablesAndPairs,
    processTerm: (term: string) => term,
    searchOptions: { boost: { name: 3, aliases: 2 }, combineWith: "OR" as const },
  };
  const search = new MiniSearch(options);
  search.addAll(
    [...catalog.procedures].map(([code, procedure]) => {
      const texts = fieldsOf(procedure);
      return { code, ...Object.fromEntries(fields.map((field) => [field, texts[field].join(" . ")])) };
    }),
  );
  return (question) =>
    search
      .search(question)
      .slice(0, 10)
      .map(({ id }) => String(id));
}

function syllablesAndPairs(text: string): string[] {
  const syllables = wordsOf(text).map(({ typed }) => typed);
  return [...syllables, ...syllables.slice(1).map((second, at) => `${syllables[at]} ${second}`)];
}
