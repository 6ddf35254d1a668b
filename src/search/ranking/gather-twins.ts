import type { Procedure } from "../../catalog/catalog.ts";
import { type Trait, traitNames } from "../../catalog/words.ts";
import { nearnessOfOfficialName } from "../index/nearness.ts";
import { procedureAt, type Stock } from "../stock.ts";
import { coreAt } from "../twins/cores.ts";
import { likeness, twinsOf } from "../twins/split-twins.ts";
import { fitting, type SaidTraits } from "../twins/twin-traits.ts";
import type { Ranked, Ranking } from "./rank.ts";

/** The first places go by score alone; the next few are rather for those like the first, so that whoever chooses sees twins side by side. */
const byScore = 3;
const sideBySide = 5;
/** What a score gains there: for a name that is all the first one's, for its field, and for doing something else (a renewal beside a first licence) it loses. With these .07 more of the twins stand together than by score, .05 by likeness alone. */
const gains = { likeness: 0.5, field: 0.2, otherDoing: -0.1 };
/** A twin this near the first is asked about. */
const close = 0.75;
/** One that only its office sets apart may stand further behind: nothing she says tells the two apart, so a card would send every other one to the wrong counter. */
const sameButOffice = 0.6;
/** So near a name of the first, she said exactly that, but for rounding. */
const exact = 0.9999;
/** So many of the next best may be named too. */
const looked = 4;
/** So near its official name, a twin of the first may be what she means. Of the golden questions none loses its card at .6, one at .5. */
const named = 0.6;

/** The ranking with those most like the first, wherever they stand, in the fourth and fifth place. */
export function twinsTogether(stock: Stock, ranked: readonly Ranked[]): Ranked[] {
  const [first] = ranked;
  if (!first) return [];
  const gain = gainBeside(stock, first);
  const rest = ranked.slice(byScore).map((one) => ({ one, value: one.score * (1 + gain(one)) }));
  const next = rest
    .toSorted((a, b) => b.value - a.value)
    .slice(0, sideBySide - byScore)
    .map(({ one }) => one);
  return [...ranked.slice(0, byScore), ...next, ...ranked.slice(byScore).filter((one) => !next.includes(one))];
}

/** What one gains for being like the first, as a share of its score. */
function gainBeside(stock: Stock, first: Ranked): (one: Ranked) => number {
  const { cores, doing } = stock.index;
  const core = coreAt(cores, first.position);
  const fieldAt = ({ position }: Ranked): string | undefined => procedureAt(stock, position).known?.field;
  const field = fieldAt(first);
  return (one) => {
    const sameField = field !== undefined && fieldAt(one) === field;
    const sameDoing = ((doing[one.position] ?? 0) & (doing[first.position] ?? 0)) !== 0;
    return (
      gains.likeness * likeness(core, coreAt(cores, one.position)) + (sameField ? gains.field : 0) + (sameDoing ? 0 : gains.otherDoing)
    );
  };
}

/** Is the same done by another office, too, and does she not say by which? */
export function hasOtherOffice(stock: Stock, ranked: readonly Ranked[], said: SaidTraits): boolean {
  const [first, ...others] = ranked;
  if (!first || said.has("level")) return false;
  return others.slice(0, looked).some((other) => other.score >= sameButOffice * first.score && isSameButOffice(stock, first, other));
}

function isSameButOffice(stock: Stock, first: Ranked, other: Ranked): boolean {
  const { cores } = stock.index;
  if (likeness(coreAt(cores, first.position), coreAt(cores, other.position)) < 1) return false;
  const [one, two] = [procedureAt(stock, first.position), procedureAt(stock, other.position)];
  const shows = (trait: Trait, procedure: Procedure): string => fitting(stock.reader.traits, trait, procedure).join();
  return traitNames.every((trait) => trait === "level" || shows(trait, one) === shows(trait, two));
}

/** Does the first have a twin close behind that fits all that she says? */
export function hasTwin(stock: Stock, ranked: readonly Ranked[], said: SaidTraits): boolean {
  const near = ranked.filter(({ score }) => score >= close * (ranked[0]?.score ?? 0));
  const candidates = near.map(({ position, score }) => ({ procedure: procedureAt(stock, position), score }));
  const twins = twinsOf(candidates, stock.reader.traits, said) ?? [];
  return twins.some(({ procedure }) => procedure === candidates[0]?.procedure);
}

/**
 * Do her words name a twin of the first nearly as well? "Giấy chứng nhận giáo viên dạy thực hành lái xe" is all but the name
 * of the first issue and all but that of the reissue: what both are called, nobody can tell apart.
 */
export function namesTwin(stock: Stock, { ranked, nearness }: Ranking, said: SaidTraits): boolean {
  const [first, ...others] = ranked;
  if (!first || first.near >= exact) return false;
  const near = others.slice(0, looked).filter(({ position }) => nearnessOfOfficialName(stock.index.names, nearness, position) >= named);
  return near.length > 0 && hasTwin(stock, [first, ...near], said);
}
