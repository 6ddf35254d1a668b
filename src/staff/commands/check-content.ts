import { procedureOf } from "../../catalog/catalog.ts";
import { describeProblem } from "../../catalog/problem.ts";
import { readContent, readNationNames } from "../../catalog/read-content.ts";
import type { Command } from "../desk.ts";
import { questionBookFile, readQuestionBook } from "../questions/question-book.ts";

/** Prints every problem of the content folder; 0 when there is none. */
export const checkContent: Command = {
  takes: "",
  run: (_words, { folder, say, print, complain }) => {
    const { catalog, problems } = readContent(folder);
    const nation = readNationNames(folder);
    const decided = readQuestionBook(folder);
    for (const problem of [...problems, ...nation.problems, ...decided.problems]) complain(describeProblem(problem));
    if (!catalog || !decided.book || nation.problems.length > 0) return 1;
    const lost = decided.book.answered.filter(({ code }) => !procedureOf(catalog, code));
    for (const { question, code } of lost) complain(`${questionBookFile}: ${say("questions.lost-code", { question, code })}`);
    if (lost.length > 0) return 1;
    const twice = Object.keys(nation.names).filter((code) => procedureOf(catalog, code));
    if (twice.length > 0) {
      complain(
        `content/nation/everyday-names: the index has these codes, their names belong in content/everyday-names: ${twice.join(", ")}`,
      );
      return 1;
    }
    const guided = [...catalog.procedures.values()].filter(({ kind }) => kind === "guided").length;
    print(`content is in order: ${catalog.procedures.size} procedures, ${guided} of them guided`);
    return 0;
  },
};
