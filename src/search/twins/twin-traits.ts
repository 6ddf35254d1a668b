import { nameOf, type Procedure } from "../../catalog/catalog.ts";
import { type Trait, type TraitAnswer, type TraitWords, traitNames, traits, type Words } from "../../catalog/words.ts";
import { type Word, wordsOf, wordsReader } from "../text/fold.ts";
import { asWritten, findPhrases, type PhraseBook, phraseBook, phraseOver, sameWord } from "../text/phrase-book.ts";

/** The phrases of official names that show a trait, for every trait, and the words that set nothing apart; `read` folds a word it met before no second time. */
export type TraitBook = { read: (text: string) => Word[]; names: Record<Trait, PhraseBook<TraitAnswer[]>>; beside: PhraseBook<true> };

/** What a name that shows nothing of a trait stands for: the lists write "Cấp …" and "Đăng ký …" for the first time, at home, inland. */
const whenSilent: Partial<Record<Trait, TraitAnswer>> = { doing: "first", foreign: "domestic", area: "inland" };

const made = new WeakMap<Words, TraitBook>();

/** The book of content/words.yaml, made once. A phrase that stands under two answers shows both. */
export function traitBook(words: Words): TraitBook {
  const book = made.get(words) ?? makeBook(words);
  made.set(words, book);
  return book;
}

function makeBook({ traits: words }: Words): TraitBook {
  const bookOf = (trait: Trait): PhraseBook<TraitAnswer[]> => {
    const shown = new Map<string, TraitAnswer[]>();
    for (const answer of answersTo(trait))
      for (const phrase of wordsFor(words, trait, answer).names ?? []) shown.set(phrase, [...(shown.get(phrase) ?? []), answer]);
    return phraseBook(shown);
  };
  return {
    read: wordsReader(),
    names: Object.fromEntries(traitNames.map((trait) => [trait, bookOf(trait)])) as TraitBook["names"],
    beside: phraseBook(words.beside.map((phrase) => [phrase, true] as const)),
  };
}

/** The answers of a trait that fit a procedure, from its name, else from its facts; every answer fits one that says nothing. */
export function fitting(book: TraitBook, trait: Trait, procedure: Procedure): readonly TraitAnswer[] {
  const shown = shownIn(book.names[trait], trait, book.read(nameOf(procedure).vi));
  if (shown.length > 0) return shown;
  const silent = whenSilent[trait];
  if (silent !== undefined) return [silent];
  const facts = trait === "level" ? levelsOf(procedure) : [];
  return facts.length > 0 ? facts : answersTo(trait);
}

/** What somebody says of what sets twins apart, by trait. */
export type SaidTraits = ReadonlyMap<Trait, ReadonlySet<TraitAnswer>>;

/** The answers that a question itself names, in the words of the lists: what it says need not be asked. */
export function traitsSaid({ names }: TraitBook, words: readonly Word[]): SaidTraits {
  const said = traitNames.map(
    (trait) => [trait, new Set(findPhrases(names[trait], words, sameWord).flatMap(({ entry }) => entry))] as const,
  );
  return new Map(said.filter(([, answers]) => answers.size > 0));
}

/** What is left of a name, folded, when the traits, the brackets and the words that set nothing apart are taken out: near-identical names leave the same. */
export function coreOf({ read, names, beside }: TraitBook, procedure: Procedure): ReadonlySet<string> {
  const words = read(nameOf(procedure).vi.replace(/\([^)]*\)/g, " "));
  const without = (books: readonly PhraseBook<unknown>[]): Set<string> => {
    const over = phraseOver(books.flatMap((book) => findPhrases(book, words, asWritten)));
    return new Set(words.filter((_, at) => !over(at)).map(({ folded }) => folded));
  };
  const core = without([...Object.values(names), beside]);
  return core.size > 1 ? core : without([names.doing, beside]);
}

/** A reply to the question about a trait; `subject` are the folded words of what it is about, which she may say again ("mất thẻ"). */
type Said = { trait: Trait; text: string; subject: ReadonlySet<string> };

/** Longer is no answer but a story. */
const mostSaid = 12;

/** Which of these answers a typed text means: the one that has most of what it says besides courtesy and subject; "gia hạn tạm trú" is a new question. */
export function answerSaid(words: Words, answers: readonly TraitAnswer[], { trait, text, subject }: Said): TraitAnswer | undefined {
  const typed = wordsOf(text);
  const particles = placesOf(phraseBook(words.particles.map((phrase) => [phrase, true])), typed);
  const spoken = answers.map((answer) => {
    const { said, names = [] } = wordsFor(words.traits, trait, answer);
    const places = placesOf(phraseBook([...said, ...names].map((phrase) => [phrase, true])), typed);
    const other = typed.filter(({ folded }, at) => !(places.has(at) || particles.has(at) || subject.has(folded)));
    return { answer, length: places.size, other: other.length };
  });
  const [most, next] = spoken.sort((a, b) => b.length - a.length);
  if (!most || most.length === (next?.length ?? 0) || typed.length > mostSaid) return undefined;
  return most.length > most.other ? most.answer : undefined;
}

/** The places of the words that phrases of the book stand at. */
function placesOf(book: PhraseBook<boolean>, words: readonly Word[]): Set<number> {
  const over = phraseOver(findPhrases(book, words, sameWord));
  return new Set(words.flatMap((_, at) => (over(at) ? [at] : [])));
}

function answersTo(trait: Trait): readonly TraitAnswer[] {
  return traits[trait];
}

function wordsFor(words: Words["traits"], trait: Trait, answer: TraitAnswer): TraitWords {
  const ofTrait: Partial<Record<TraitAnswer, TraitWords>> = words[trait];
  return ofTrait[answer] ?? { said: [] };
}

/** What a procedure does stands at the head of its name: "ghi vào sổ việc ly hôn, hủy kết hôn" cancels nothing; a long phrase says it anywhere. */
const head = 5;
const longPhrase = 4;

/** The answers a name shows. Of what it does only the first counts ("cấp lại giấy phép … khi có thay đổi" is a reissue), and what follows at once ("cấp đổi, cấp lại …"). */
function shownIn(book: PhraseBook<TraitAnswer[]>, trait: Trait, words: readonly Word[]): TraitAnswer[] {
  const all = findPhrases(book, words, asWritten);
  if (trait !== "doing") return [...new Set(all.flatMap(({ entry }) => entry))];
  const found = all.filter(({ start, end }) => start < head || end - start >= longPhrase);
  const gap = (at: number): number => (found[at]?.start ?? 0) - (found[at - 1]?.end ?? 0);
  const apart = found.findIndex((_, at) => at > 0 && gap(at) > 1);
  return [...new Set(found.slice(0, apart < 0 ? found.length : apart).flatMap(({ entry }) => entry))];
}

function levelsOf(procedure: Procedure): TraitAnswer[] {
  const levels = procedure.kind === "known" ? procedure.known.levels : procedure.guided.codes.flatMap((code) => code.levels);
  return [...new Set(levels.filter((level) => level !== "other"))];
}
