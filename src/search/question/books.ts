import type { Catalog } from "../../catalog/catalog.ts";
import type { LifeEvent } from "../../catalog/life-event.ts";
import { type Facet, facets, type Words } from "../../catalog/words.ts";
import { type Word, wordsOf } from "../text/fold.ts";
import { type PhraseBook, phraseBook } from "../text/phrase-book.ts";

/** The phrases that questions are read by, of content/words.yaml and the other content. */
export type Books = {
  /** An abbreviation, or everyday words → the words they stand for. */
  abbreviations: PhraseBook<Word[]>;
  everyday: PhraseBook<Word[]>;
  particles: PhraseBook<true>;
  facets: PhraseBook<Facet>;
  /** What people say of things no office does → the id of the thing. */
  elsewhere: PhraseBook<string>;
  lifeEvents: PhraseBook<LifeEvent>;
  /** Names of provinces, those people still use included: where she lives and where she goes is hardly what she asks about. */
  places: PhraseBook<true>;
};

/** Gathers the books of a catalog. `read`: a reader that has met their words before. */
export function gatherBooks({ words, lifeEvents, provinces }: Catalog, read: (text: string) => Word[]): Books {
  const names = [...provinces.flatMap(({ name, formerNames = [] }) => [name.vi, ...formerNames]), ...words.otherProvinces];
  return {
    abbreviations: abbreviationsOf(words),
    everyday: meaningsOf(words.everyday),
    particles: phraseBook(words.particles.map((phrase) => [phrase, true])),
    facets: phraseBook(
      facets.flatMap((facet) => [...words.facets[facet].vi, ...words.facets[facet].en].map((frame) => [frame, facet] as const)),
    ),
    elsewhere: phraseBook(
      words.elsewhere.flatMap((thing) => thing.words.map((phrase) => [phrase, thing.id] as const)),
      read,
    ),
    lifeEvents: phraseBook(
      lifeEvents.flatMap((event) => [...event.aliases.vi, ...event.aliases.en].map((alias) => [alias, event] as const)),
    ),
    places: phraseBook(names.map((name) => [name, true])),
  };
}

/** The abbreviations of content/words.yaml and the words they stand for. */
export function abbreviationsOf({ abbreviations }: Words): Books["abbreviations"] {
  return meaningsOf(abbreviations);
}

function meaningsOf(pairs: Record<string, string>): PhraseBook<Word[]> {
  return phraseBook(Object.entries(pairs).map(([phrase, meaning]) => [phrase, wordsOf(meaning)]));
}
