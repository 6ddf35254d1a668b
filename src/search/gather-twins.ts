import { procedureOf } from "../catalog/catalog.ts";
import { coreAt } from "./cores.ts";
import type { Ranked } from "./rank.ts";
import { likeness, twinsOf } from "./split-twins.ts";
import type { Stock } from "./stock.ts";

/** The first places go by score alone; the next few are rather for those like the first, so that whoever chooses sees twins side by side. */
const byScore = 3;
const sideBySide = 5;
/** How much more one counts there whose name is the first one's: .04 more of the twins stand together than by score, and .02 to .04 more than with exact twins only. */
const forLikeness = 0.5;
/** A twin this near the first is asked about. */
const close = 0.75;

/** The ranking with those most like the first, wherever they stand, in the fourth and fifth place. */
export function twinsTogether({ cores }: Stock, ranked: readonly Ranked[]): Ranked[] {
  const [first] = ranked;
  if (!first) return [];
  const core = coreAt(cores, first.position);
  const head = ranked.slice(0, byScore);
  const rest = ranked.slice(byScore);
  const valued = rest.map((one) => ({ one, value: one.score * (1 + forLikeness * likeness(core, coreAt(cores, one.position))) }));
  const next = valued
    .sort((a, b) => b.value - a.value)
    .slice(0, sideBySide - byScore)
    .map(({ one }) => one);
  return [...head, ...next, ...rest.filter((one) => !next.includes(one))];
}

/** Does the first have a twin close behind that fits all that the line says? */
export function hasTwin({ catalog, codes, traits }: Stock, ranked: readonly Ranked[], line: string): boolean {
  const near = ranked.filter(({ score }) => score >= close * (ranked[0]?.score ?? 0));
  const candidates = near.flatMap(({ position, score }) => {
    const procedure = procedureOf(catalog, codes[position] ?? "");
    return procedure ? [{ procedure, score }] : [];
  });
  const twins = twinsOf(candidates, traits, line) ?? [];
  return twins.some(({ procedure }) => procedure.code === candidates[0]?.procedure.code);
}
