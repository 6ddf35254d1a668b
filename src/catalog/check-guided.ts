import { checkCases } from "./check-cases.ts";
import { checkTexts } from "./check-texts.ts";
import type { Mistaken } from "./mistakes.ts";
import { nearest } from "./nearest.ts";
import { missingFacts } from "./own-facts.ts";
import { type Parsed, problemAt } from "./parse-file.ts";
import type { Path } from "./places.ts";
import type { Problem } from "./problem.ts";
import type { Guided } from "./procedure.ts";

/** What the schema of one guided file cannot see: ids used twice, conditions that never hold, days the wrong way round, facts that a person owes, rows that point nowhere, texts that a channel cannot show. */
export function checkGuided(parsed: Parsed<Guided>): Problem[] {
  const { value } = parsed;
  const found = [...usedTwice(value), ...checkCases(value), ...missingFacts(value), ...turnedDays(value), ...wrongRows(value)];
  return [...found.map(({ path, mistaken }) => problemAt(parsed, path, mistaken)), ...checkTexts(parsed)];
}

type Found = { path: Path; mistaken: Mistaken };

function usedTwice(value: Guided): Found[] {
  const lists: [Path, readonly { id: string }[]][] = [
    ...(["questions", "papers", "lookedUp", "notes"] as const).map((list): [Path, { id: string }[]] => [[list], value[list] ?? []]),
    ...value.questions.map(({ answers }, at): [Path, { id: string }[]] => [["questions", at, "answers"], answers]),
  ];
  return lists.flatMap(([path, items]) => {
    const ids = items.map(({ id }) => id);
    return ids.flatMap((id, at): Found[] =>
      ids.indexOf(id) < at
        ? [{ path: [...path, at, "id"], mistaken: { mistake: "id-twice", values: { list: String(path.at(-1)), id } } }]
        : [],
    );
  });
}

function turnedDays({ effective: { from, to } = {} }: Guided): Found[] {
  if (from === undefined || to === undefined || from <= to) return [];
  return [{ path: ["effective", "to"], mistaken: { mistake: "days-turned", values: { from, to } } }];
}

function wrongRows(value: Guided): Found[] {
  const ids = { paper: value.papers, question: value.questions, note: value.notes ?? [], "looked-up": value.lookedUp ?? [] };
  return Object.entries(value.rows).flatMap(([row, places]) =>
    [places].flat().flatMap((place, at): Found[] => {
      const [kind = "", id = ""] = place.split(":");
      const list = ids[kind as keyof typeof ids];
      if (list === undefined || list.some((item) => item.id === id)) return [];
      const near = nearest(
        id,
        list.map((item) => item.id),
      );
      const path = Array.isArray(places) ? ["rows", row, at] : ["rows", row];
      return [
        near === undefined
          ? { path, mistaken: { mistake: "row-nowhere", values: { place } } }
          : { path, mistaken: { mistake: "row-nowhere-near", values: { place, near: `${kind}:${near}` } } },
      ];
    }),
  );
}
