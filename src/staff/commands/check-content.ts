import { describeProblem } from "../../catalog/problem.ts";
import { readContent } from "../../catalog/read-content.ts";
import type { Command } from "../desk.ts";

/** Prints every problem of the content folder; 0 when there is none. */
export const checkContent: Command = {
  takes: "",
  run: (_words, { folder, print, complain }) => {
    const { catalog, problems } = readContent(folder);
    for (const problem of problems) complain(describeProblem(problem));
    if (!catalog) return 1;
    const guided = [...catalog.procedures.values()].filter(({ kind }) => kind === "guided").length;
    print(`content is in order: ${catalog.procedures.size} procedures, ${guided} of them guided`);
    return 0;
  },
};
