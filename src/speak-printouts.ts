import type { Printout } from "./channels/webchat/printed.ts";
import type { Knowledge } from "./dialogue/knowledge.ts";
import { printOut } from "./dialogue/printout.ts";
import type { Wording } from "./wording/wording.ts";

/** Printable checklists in words, out of what the guide knows at the moment. */
export function speakPrintouts(knowledge: () => Knowledge, wording: Wording): Printout {
  return (query) => {
    const printed = printOut(knowledge(), query);
    if (!printed) return undefined;
    const spoken = wording.speak(printed.reply, printed.language);
    return { language: printed.language, title: spoken.lines[0]?.text ?? "", spoken, backPath: printed.backPath };
  };
}
