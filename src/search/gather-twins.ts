import { procedureOf } from "../catalog/catalog.ts";
import { coreAt } from "./cores.ts";
import type { Ranked } from "./rank.ts";
import { areAlike, twinsOf } from "./split-twins.ts";
import type { Stock } from "./stock.ts";

/** The first places go by score alone; the next few are for twins of the first, so that whoever chooses sees them side by side. */
const byScore = 3;
const sideBySide = 5;
/** A twin this far behind the first was not meant. */
const farBehind = 0.3;
/** A twin this near the first is asked about. */
const close = 0.7;

/** The ranking with the twins of the first, wherever they stand, in the fourth and fifth place. */
export function twinsTogether({ cores }: Stock, ranked: readonly Ranked[]): Ranked[] {
  const [first] = ranked;
  if (!first) return [];
  const core = coreAt(cores, first.position);
  const isTwin = ({ position, score }: Ranked): boolean => score >= farBehind * first.score && areAlike(core, coreAt(cores, position));
  const head = ranked.slice(0, byScore);
  const rest = ranked.slice(byScore);
  const twins = rest.filter(isTwin).slice(0, sideBySide - head.length);
  return [...head, ...twins, ...rest.filter((one) => !twins.includes(one))];
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
