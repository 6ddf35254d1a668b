import type { Procedure } from "../../catalog/catalog.ts";
import { type Trait, type TraitAnswer, traitNames, traits } from "../../catalog/words.ts";
import { filingsOf } from "../index/fields.ts";
import { coreOf, fitting, type SaidTraits, type TraitBook } from "./twin-traits.ts";

/** A procedure that may be meant, and how well it answers, 0–1. */
export type Candidate = { procedure: Procedure; score: number };

/** One question that tells procedures apart: what it asks about, and which procedures each answer leaves, best first. Answers that leave the same are one. */
export type Split = { trait: Trait; answers: { ids: TraitAnswer[]; codes: string[] }[] };

/** A candidate this far behind the first is not what she means. */
const serious = 0.6;
/** How much of their names twins share when traits are left out (Dice): "thẻ căn cước" and "giấy chứng nhận căn cước" are two things. */
const sameName = 0.65;
/** How likely it must be that one of the twins is meant: else a question about them passes by what she means. */
const likelyTwins = 0.6;
/** Scores stand close together: one whose score is a tenth lower is taken to be meant half as often (0.9 to this power). */
const sharpness = 6.5;
/** Bits. A question that tells less costs her more than a look at the list: 0.4 bits are a guess of eleven to one made certain. */
const leastGain = 0.4;
/** More answers than this nobody reads as one question. */
const mostAnswers = 6;
/** How easily a citizen answers: what she wants she knows, which level of office handles it she mostly does not. */
const ease: Record<Trait, number> = {
  doing: 1,
  foreign: 1,
  age: 1,
  who: 0.95,
  works: 0.9,
  moving: 0.9,
  trade: 0.9,
  area: 0.85,
  way: 0.8,
  level: 0.7,
};

/**
 * The candidates, given best first, whose names are nearly the first one's and that fit what the question says of them;
 * undefined when they are fewer than two, or not most of what may be meant.
 */
export function twinsOf(candidates: readonly Candidate[], book: TraitBook, said: SaidTraits): Candidate[] | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const core = coreOf(book, first.procedure);
  const likely = candidates.filter(({ score }) => score >= serious * first.score);
  const twins = likely.filter(({ procedure }) => areAlike(core, coreOf(book, procedure)));
  if (total(twins) < likelyTwins * total(likely)) return undefined;
  const fits = ({ procedure }: Candidate): boolean =>
    [...said].every(([trait, answers]) => fitting(book, trait, procedure).some((answer) => answers.has(answer)));
  const meant = twins.filter(fits);
  return meant.length > 1 ? meant : undefined;
}

/**
 * The question that tells most about which of these is meant: the information its answer gives, in bits, weighed by how
 * likely each candidate is and how easily it is answered. Undefined when no question helps; `asked` is not asked again.
 */
export function splitTwins(candidates: readonly Candidate[], book: TraitBook, asked?: Trait): Split | undefined {
  const procedures = candidates.map(({ procedure }) => procedure);
  const likely = new Map(candidates.map((each) => [each.procedure.code, likelihood(each)]));
  const [best] = traitNames
    .filter((trait) => trait !== asked)
    .map((trait) => splitBy(trait, procedures, book))
    .filter(({ answers }) => answers.length > 1 && answers.length <= mostAnswers)
    .map((split) => ({ split, gain: gainOf(split, likely) * ease[split.trait] }))
    .filter(({ gain }) => gain >= leastGain)
    .sort((a, b) => b.gain - a.gain);
  return best?.split;
}

/** The answers that one trait gives these procedures, in the order of its list; a procedure that says nothing of it stays under each. */
export function splitBy(trait: Trait, procedures: readonly Procedure[], book: TraitBook): Split {
  const fits = procedures.map((procedure) => ({ code: procedure.code, fit: fitting(book, trait, procedure) }));
  const clear = new Set(fits.flatMap(({ fit }) => (fit.length < traits[trait].length ? fit : [])));
  const answers = new Map<string, Split["answers"][number]>();
  for (const id of traits[trait]) {
    const codes = fits.filter(({ fit }) => clear.has(id) && fit.includes(id)).map(({ code }) => code);
    const ids = answers.get(codes.join())?.ids ?? [];
    if (codes.length > 0) answers.set(codes.join(), { ids: [...ids, id], codes });
  }
  return { trait, answers: [...answers.values()] };
}

/** What the answer tells about the procedure: H(answer) − H(answer | procedure), where the answers that leave a procedure are equally likely. */
function gainOf({ answers }: Split, likely: ReadonlyMap<string, number>): number {
  const whole = [...likely.values()].reduce((sum, each) => sum + each, 0);
  const leaving = (code: string): number => answers.filter(({ codes }) => codes.includes(code)).length;
  const shares = answers.map(({ codes }) => codes.reduce((sum, code) => sum + (likely.get(code) ?? 0) / leaving(code) / whole, 0));
  const unsure = [...likely].reduce((sum, [code, each]) => sum + (each / whole) * Math.log2(Math.max(1, leaving(code))), 0);
  return shares.reduce((sum, share) => sum - share * Math.log2(share), 0) - unsure;
}

/** How likely a candidate is meant, up to a factor: by its score, and doubled for what a million filed online. Demand is steep, so its logarithm counts. */
function likelihood({ procedure, score }: Candidate): number {
  return score ** sharpness * (1 + Math.log10(1 + filingsOf(procedure)) / 6);
}

/** Nearly the same, and only one of the two has words beyond the other: "nghề thú y" and "nghề kiến trúc" are two things. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const within = sharedBy(one, other) === Math.min(one.size, other.size);
  return within && likeness(one, other) >= sameName;
}

/** The share of their words that two names have in common (Dice), 0 to 1. */
export function likeness<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  return (2 * sharedBy(one, other)) / Math.max(1, one.size + other.size);
}

function sharedBy<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  return [...one].filter((word) => other.has(word)).length;
}

function total(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, each) => sum + likelihood(each), 0);
}
