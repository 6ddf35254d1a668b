import { type Names, nobody } from "./names.ts";
import type { Nearness } from "./nearness.ts";

/** So many of the nearest names decide whose words hers are. */
const decisive = 10;

/**
 * Does she speak as people do of things no office does? The ten nearest names vote, each by its nearness: −1 when all of
 * them are names of procedures and hers exactly, 1 when none is.
 */
export function foreignness({ owner }: Names, { names, near }: Nearness): number {
  const nearest: number[] = [];
  let least = 0;
  for (let at = 0; at < names.length; at++) {
    if ((near[at] as number) <= least) continue;
    nearest.push(at);
    if (nearest.length < 2 * decisive) continue;
    nearest.sort((a, b) => (near[b] as number) - (near[a] as number)).length = decisive;
    least = near[nearest.at(-1) as number] as number;
  }
  const voters = nearest.sort((a, b) => (near[b] as number) - (near[a] as number)).slice(0, decisive);
  return voters.reduce((sum, at) => sum + (owner[names[at] as number] === nobody ? 1 : -1) * (near[at] as number), 0) / decisive;
}

/** How near the nearest phrase for what no office does is, 0 to 1. */
export function nearnessOutside({ owner }: Names, { names, near }: Nearness): number {
  let nearest = 0;
  for (let at = 0; at < names.length; at++)
    if ((near[at] as number) > nearest && owner[names[at] as number] === nobody) nearest = near[at] as number;
  return nearest;
}
