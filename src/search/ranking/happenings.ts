import { procedureOf } from "../../catalog/catalog.ts";
import type { LifeEvent } from "../../catalog/life-event.ts";
import type { Stock } from "../stock.ts";
import type { Ranked } from "./rank.ts";

/** What the first step of a life event scores, each next one a little less: enough to join the first ten, too little to pass what she names. With .5 instead 3 of 9 fresh questions found theirs first, with this 7. */
const eventScore = 0.3;
const eventStep = 0.02;

/** The steps of a life event join the ranking, in their order, where they do not stand higher already. */
export function withEvent({ positions, catalog }: Stock, ranked: readonly Ranked[], { steps }: LifeEvent): Ranked[] {
  const joined = new Map(ranked.map((one) => [one.position, one]));
  steps.forEach(({ code }, order) => {
    const position = positions.get(procedureOf(catalog, code)?.code ?? "");
    if (position === undefined) return;
    const { score, near } = joined.get(position) ?? { score: 0, near: 0 };
    joined.set(position, { position, near, score: Math.max(score, eventScore - eventStep * order) });
  });
  return [...joined.values()].sort((a, b) => b.score - a.score);
}
