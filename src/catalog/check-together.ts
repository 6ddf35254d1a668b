import type { EverydayNames } from "./everyday-names.ts";
import type { Known } from "./known.ts";
import type { LifeEvent } from "./life-event.ts";
import type { Parsed } from "./parse-file.ts";
import type { Problem } from "./problem.ts";
import type { Guided } from "./procedure.ts";

type Files = { guided: Parsed<Guided>[]; lifeEvents: Parsed<LifeEvent[]>; known: readonly Known[]; everyday: Parsed<EverydayNames>[] };

/** What only all files together show: codes that two files serve, and references to procedures that no file has. */
export function checkTogether({ guided, lifeEvents, known, everyday }: Files): Problem[] {
  const codes = new Set([...known.map(({ code }) => code), ...guided.flatMap(({ value }) => value.codes.map(({ code }) => code))]);
  const dangling = guided.flatMap(({ value, problemAt }) =>
    value.papers.flatMap((paper, position) =>
      paper.yieldedBy === undefined || codes.has(paper.yieldedBy)
        ? []
        : [problemAt(["papers", position, "yieldedBy"], `no content has the procedure ${paper.yieldedBy}`)],
    ),
  );
  const lost = lifeEvents.value.flatMap(({ steps }, event) =>
    steps.flatMap(({ code }, step) =>
      codes.has(code) ? [] : [lifeEvents.problemAt([event, "steps", step, "code"], `no content has the procedure ${code}`)],
    ),
  );
  const nameless = everyday.flatMap(({ value, problemAt }) =>
    Object.keys(value).flatMap((code) => (codes.has(code) ? [] : [problemAt([code], `no content has the procedure ${code}`)])),
  );
  return [...servedTwice(guided), ...dangling, ...lost, ...nameless];
}

function servedTwice(guided: Parsed<Guided>[]): Problem[] {
  const owner = new Map<string, string>();
  return guided.flatMap(({ file, value, problemAt }) =>
    value.codes.flatMap(({ code }, position) => {
      const other = owner.get(code);
      owner.set(code, file);
      return other === undefined ? [] : [problemAt(["codes", position, "code"], `the code ${code} is already served by ${other}`)];
    }),
  );
}
