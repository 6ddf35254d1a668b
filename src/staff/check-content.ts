import { describeProblem } from "../catalog/problem.ts";
import { readContent } from "../catalog/read-content.ts";

/** Prints every problem of the content folder; 0 when there is none. */
export function checkContent(folder: string): number {
  const { catalog, problems } = readContent(folder);
  for (const problem of problems) console.error(describeProblem(problem));
  if (!catalog) return 1;
  const guided = [...catalog.procedures.values()].filter(({ kind }) => kind === "guided").length;
  console.log(`content is in order: ${catalog.procedures.size} procedures, ${guided} of them guided`);
  return 0;
}
