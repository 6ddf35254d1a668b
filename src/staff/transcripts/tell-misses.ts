import { write } from "../../channels/terminal/write.ts";
import type { StaffSay } from "../../wording/staff-words.ts";
import type { Miss, Played } from "./play-transcript.ts";
import { screenName } from "./terms.ts";
import type { Wish } from "./transcript.ts";

/** Everything that was not as it should be in one conversation, as lines to print: where, what she said, what was expected, what was shown. */
export function tellMisses({ transcript, misses }: Played, say: StaffSay): string[] {
  return misses.flatMap((miss) => [
    say("transcripts.at", { file: transcript.file, row: miss.row, what: transcript.name }),
    miss.says === undefined ? say("transcripts.opened") : say("transcripts.said", { words: miss.says }),
    ...wrongIn(miss, say),
    ...shownIn(miss, say),
    "",
  ]);
}

function wrongIn(miss: Miss, say: StaffSay): string[] {
  switch (miss.is) {
    case "missing":
      return miss.wishes.map((wish) => say("transcripts.missing", { wish: wishText(wish, say) }));
    case "unwanted":
      return miss.wishes.map((wish) => say("transcripts.unwanted", { wish: wishText(wish, say) }));
    case "no-button": {
      const { label, buttons } = miss;
      if (buttons.length === 0) return [say("transcripts.no-buttons", { label })];
      return [say("transcripts.no-button", { label, buttons: buttons.map((each) => `[${each}]`).join(" ") })];
    }
  }
}

/** A kind of reply is called so: its name may be meant as words. */
function wishText({ is, text }: Wish, say: StaffSay): string {
  return is === "screen" ? say("transcripts.kind", { name: text }) : text;
}

/** What the guide showed, as the terminal draws it, under the name of each kind of reply. */
function shownIn({ shown, is }: Miss, say: StaffSay): string[] {
  if (is === "no-button") return [];
  const drawn = shown.flatMap((reply) => [`(${screenName(reply.kind, say)})`, ...write([reply], undefined).text.trimEnd().split("\n")]);
  return [say("transcripts.shown"), ...drawn.map((line) => `    ${line}`.trimEnd())];
}
