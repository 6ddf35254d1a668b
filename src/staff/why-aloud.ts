import { type Catalog, nameOf, procedureOf } from "../catalog/catalog.ts";
import { inside, perhaps, probability, type Reason, right, sure } from "../search/certainty.ts";
import type { Candidate, Explanation } from "../search/explain/explain.ts";
import type { HowRead } from "../search/explain/explain-reading.ts";

/** A longer name is cut: an official one fills a screen. */
const mostLetters = 110;

/** What decided, in words. */
const reasons: Record<Reason, string> = {
  named: "the question is the official name of one procedure: found, whatever the probabilities",
  "several named": "the question is the official name of several procedures: asked back, whatever the probabilities",
  "only a frame": "only a frame was said (fee, papers …) and nothing it asks about: unknown, whatever the probabilities",
  "nothing called so": "nothing is called by any of these words",
  sure: "the first is sure enough, and none of its twins is named as well",
  "a name of the first": "the question is a name of the first, and of nobody else; it has no twin that fits",
  "a twin is named too": "the question names a twin of the first nearly as well: asked back, however sure the first",
  "only the office differs":
    "the same is done by another office, too, and nothing in the question says which: asked back, however sure the first",
  perhaps: "not sure enough to be found, likely enough to be offered",
  "a topic": "the question is no more than a piece of an official name or of a field: what there is of it is offered",
  unlikely: "the catalog has hardly anything of the kind",
};

/** An explanation in lines for staff: how the question was read, what each candidate's score is made of, and why the outcome. */
export function explainAloud(catalog: Catalog, question: string, explanation: Explanation): string {
  const { first, expected, read } = explanation;
  const others = expected.filter(({ code }) => first.every((one) => one.code !== code));
  return [
    question,
    "",
    "how it was read",
    ...readLines(read).map(indented),
    "",
    "candidates (score = words and nearest names, a little more for demand, a little less for doing something else)",
    ...[...first, ...others].flatMap((one) => candidateLines(catalog, one)).map(indented),
    ...explanation.notHere.map((code) => `  the catalog has no procedure with the code ${code}`),
    ...(first.length === 0 ? ["  none: no procedure has any of these words"] : []),
    "",
    `why "${explanation.outcome.kind}"`,
    ...whyLines(explanation).map(indented),
  ].join("\n");
}

function readLines(read: HowRead): string[] {
  const put = (label: string, pairs: HowRead["repairs"]): string[] => pairs.map(({ typed, meant }) => `${label}: "${typed}" → "${meant}"`);
  return [
    `words: ${read.typed || "none"}`,
    ...put("keystrokes", read.keystrokes),
    ...put("abbreviation", read.abbreviations),
    ...put("repaired", read.repairs),
    ...(read.accents === undefined ? [] : [`typed without accents, read as: "${read.accents}"`]),
    ...read.notKnown.map((word) => `nobody has the word "${word}", and nothing is near enough to repair it`),
    ...put("everyday word, also looked up", read.everyday),
    ...read.frames.map(({ typed, facet }) => `frame taken off: "${typed}" asks about ${facet}`),
    ...(read.places.length > 0 ? [`names of provinces, which count little: "${read.places.join('", "')}"`] : []),
    ...(read.particles.length > 0 ? [`courtesy and particles, which count little: "${read.particles.join(" ")}"`] : []),
    `wants: ${read.doing.length === 0 ? "nothing named, so most likely a first issue" : read.doing.join(", ")}`,
    `looked up: ${read.own ? `"${read.own}"` : "nothing is left"}`,
    ...(read.lifeEvent === undefined ? [] : [`a life event is named: ${read.lifeEvent}`]),
    ...(read.elsewhere === undefined ? [] : [`something no office does is named: ${read.elsewhere}`]),
  ];
}

function candidateLines(
  catalog: Catalog,
  { code, place, score, words, nearest, near, fourth, demand, doesAsAsked, lacks }: Candidate,
): string[] {
  const procedure = procedureOf(catalog, code);
  const parts = words.fields.map(({ field, share }) => `${field} ${decimals(share)}`).join(", ");
  return [
    `${place === undefined ? "beyond the ranking:" : `${place}.`} ${decimals(score)}  ${code}  ${short(procedure ? nameOf(procedure).vi : "")}`,
    `     words ${decimals(words.share)}${parts === "" ? "" : ` (${parts})`} · nearest name ${decimals(near)}, fourth ${decimals(fourth)} · demand ${decimals(demand)}${doesAsAsked ? "" : " · does something else"}`,
    ...(nearest.name === "" ? [] : [`     nearest name: "${short(nearest.name)}"`]),
    ...(lacks.length === 0 ? [] : [`     no name or alias of it has: ${[...new Set(lacks)].map((word) => `"${word}"`).join(", ")}`]),
  ];
}

/** The comparisons of certainty.ts with this question's numbers, the ways round it first. */
function whyLines(explanation: Explanation): string[] {
  const { outcome, first, read } = explanation;
  if (outcome.elsewhere !== undefined)
    return [`the line names "${outcome.elsewhere}" of words.yaml (elsewhere): that is told instead`, ...weighedLines(explanation)];
  if (outcome.matches.length > 0 && outcome.matches.every(({ score }) => score === 1)) return ["the line holds a code"];
  if (first.length === 0) return [read.own === "" ? "nothing is left to look up" : "no procedure has any of these words"];
  const notOne = outcome.lifeEvent === undefined && first.slice(0, 3).some(({ code }, order) => outcome.matches[order]?.code !== code);
  return [
    ...(outcome.lifeEvent === undefined ? [] : [`the line names the life event "${outcome.lifeEvent}": its steps join the ranking`]),
    ...(notOne ? ["the line was read as two questions: their answers take turns"] : []),
    ...weighedLines(explanation),
    ...(outcome.lifeEvent === undefined && !notOne ? [reasons[explanation.reason]] : []),
  ];
}

/** The signs that certainty weighed, and what its two curves made of them. */
function weighedLines({ signs }: Explanation): string[] {
  if (!signs) return [];
  const named = Object.entries(signs).map(([sign, value]) => `${sign} ${decimals(value)}`);
  return [
    `signs: ${named.join(", ")}`,
    told("probability that the first is the one meant", probability(right, signs), [`found from ${sure}`]),
    told("probability that the catalog has it at all", probability(inside, signs), [`unknown below ${perhaps}`]),
  ];
}

function short(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)} …` : text;
}

function told(what: string, value: number, limits: readonly string[]): string {
  return `${what} ${decimals(value)} (${limits.join("; ")})`;
}

function decimals(value: number): string {
  return value.toFixed(3).replace(/^0/, "");
}

function indented(line: string): string {
  return `  ${line}`;
}
