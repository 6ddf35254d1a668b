import type { Outcome, Search } from "../search/outcome.ts";

/** A question, what the search made of it, and how long it took, in milliseconds. */
export type Answered = { question: string; outcome: Outcome; titles: string[]; ms: number };

/** What is asked, and the official name of each code it may answer with. */
export type Asked = { search: Search; nameOf: (code: string) => string };

/** Asks the search and looks up the official names of the matches. */
export function answer({ search, nameOf }: Asked, question: string, province?: string): Answered {
  const before = performance.now();
  const outcome = search(question, { province });
  const ms = Math.round((performance.now() - before) * 1000) / 1000;
  return { question, outcome, titles: outcome.matches.map(({ code }) => nameOf(code)), ms };
}

/** One line for other programs: `{question, outcome, matches: [{code, title, score}], ms}`. */
export function asJson({ question, outcome, titles, ms }: Answered): string {
  const matches = outcome.matches.map(({ code, score }, position) => ({ code, title: titles[position] ?? code, score }));
  return JSON.stringify({ question, outcome: outcome.kind, matches, ms });
}

/** A few lines for a person: the outcome, what else was heard, the matches. */
export function asText({ question, outcome, titles, ms }: Answered): string {
  const { kind, matches, facets, lifeEvent, elsewhere } = outcome;
  const heard = [...facets.map((facet) => `asks about: ${facet}`), ...tagged("life event", lifeEvent), ...tagged("elsewhere", elsewhere)];
  const head = [`${question}`, `  ${[kind, ...heard, `${ms} ms`].join(" · ")}`];
  return [...head, ...matches.map(({ code, score }, position) => `  ${score.toFixed(3)}  ${code}  ${titles[position] ?? ""}`)].join("\n");
}

function tagged(label: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${label}: ${value}`];
}
