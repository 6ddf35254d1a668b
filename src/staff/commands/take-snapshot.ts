import type { Command } from "../desk.ts";
import { keepVersion } from "../versions/keep-version.ts";

/** Keeps the content as it is now, with a word why. */
export const takeSnapshot: Command = {
  takes: "[<why>]",
  run: (words, { folder, say, print, complain }) => {
    try {
      const { id, isNew } = keepVersion(folder, words.join(" ") || say("snapshot.by-hand"));
      print(say(isNew ? "snapshot.kept" : "snapshot.same", { id }));
      return 0;
    } catch (error) {
      complain(say("versions.failed", { reason: error instanceof Error ? error.message : String(error) }));
      return 1;
    }
  },
};
