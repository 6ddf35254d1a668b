import type { Problem } from "../catalog/problem.ts";
import type { Brought, Errand } from "../reader/hand-over.ts";
import { watchContent } from "./watch-content.ts";

/** How the content stands: which version is answered from, and what is wrong with a newer one that was not taken. */
export type Standing = { version: string; broken: readonly Problem[] };

/** The content as it is now. `K`: what is made of it for whoever answers. */
export type Live<K> = {
  /** What the guide knows now; it is swapped whole, never changed. */
  now: () => K;
  standing: () => Standing;
  /** Reads the folder again, and answers from what it says if it is in order; two asked for at once are one after the other. */
  reload: () => Promise<Standing>;
  /** Reads again by itself whenever the folder changes, and when a new day begins. */
  watch: () => void;
  close: () => Promise<void>;
};

/** What it takes: the folder, what the first reader brought, how to send another, what to make of what one brings, whom to tell, and what day it is (2026-11-22). */
export type Keeping<K> = {
  folder: string;
  first: Brought & { catalog: object };
  send: (errand: Errand) => Promise<Brought>;
  open: (brought: Brought & { catalog: object }) => K;
  /** Told after every reading that changed something or that was not taken; `ms`: how long it took. */
  told: (standing: Standing, ms: number) => void;
  day: () => string;
};

/** Keeps the content up to date. The last good content stays until a newer one is in order; no citizen waits for either. */
export function openLive<K>({ folder, first, send, open, told, day }: Keeping<K>): Live<K> {
  let known = open(first);
  let memory = first.memory;
  let standing: Standing = { version: first.version, broken: [] };
  let last: Promise<Standing> = Promise.resolve(standing);
  let watching: { close: () => Promise<void> } | undefined;
  const read = async (): Promise<Standing> => {
    const began = performance.now();
    const brought = await send({ folder, memory, known: standing.version, today: day() });
    memory = brought.memory;
    const before = standing;
    if (brought.catalog) known = open(brought);
    standing = { version: brought.catalog ? brought.version : standing.version, broken: brought.problems };
    if (standing.version !== before.version || standing.broken.length + before.broken.length > 0) told(standing, performance.now() - began);
    return standing;
  };
  const reload = (): Promise<Standing> => {
    last = last.then(read, read);
    return last;
  };
  return {
    now: () => known,
    standing: () => standing,
    reload,
    watch: () => {
      watching ??= watchContent(folder, day, () => void reload());
    },
    close: async () => {
      await watching?.close();
      await last;
    },
  };
}
