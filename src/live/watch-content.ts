import { watch } from "chokidar";
import { footprint } from "./footprint.ts";

/** An editor saves in several steps, and staff save several files: so long it is quiet before anything is read, in milliseconds. */
const quiet = 150;
/** A look at the folder from outside comes this often at most, in milliseconds, and takes a twentieth of one core at most. */
const soonest = 1000;
const share = 20;

/** Calls `changed` when something in a content folder has changed: at once by the watcher, within a second or so by looking again; and when the day has. */
export function watchContent(folder: string, day: () => string, changed: () => void): { close: () => Promise<void> } {
  let due: NodeJS.Timeout | undefined;
  let next: NodeJS.Timeout | undefined;
  let closed = false;
  const soon = (): void => {
    clearTimeout(due);
    due = setTimeout(changed, quiet);
  };
  const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => /(^|\/)\.[^/.]/.test(path.slice(folder.length)) });
  // What changed between the first reading and now is seen by reading once more.
  watcher.on("ready", soon);
  watcher.on("all", soon);
  watcher.on("error", soon);
  const look = async (before: string | undefined): Promise<void> => {
    const began = performance.now();
    const now = `${day()}\n${await footprint(folder)}`;
    if (closed) return;
    if (before !== undefined && now !== before) soon();
    next = setTimeout(() => void look(now), Math.max(soonest, share * (performance.now() - began)));
  };
  void look(undefined);
  return {
    close: async () => {
      closed = true;
      clearTimeout(due);
      clearTimeout(next);
      await watcher.close();
    },
  };
}
