import { procedureOf } from "../../catalog/catalog.ts";
import type { Problem } from "../../catalog/problem.ts";
import { readContent, readNationNames } from "../../catalog/read-content.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import { keepMemory, recallMemory, worthKeeping } from "../content-memory.ts";
import type { Command, Desk } from "../desk.ts";
import { questionBookFile, readQuestionBook } from "../questions/question-book.ts";

/** Prints every mistake of the content folder and what else to look at; 1 when there is a mistake, 0 when there are remarks at most. */
export const checkContent: Command = {
  takes: "",
  run: (_words, desk) => {
    const { folder, today, say, print } = desk;
    const before = recallMemory(folder);
    const { catalog, guided: guidedFiles, remarks, memory, ...read } = readContent(folder, before, today);
    if (worthKeeping(before, memory)) keepMemory(folder, memory);
    const decided = readQuestionBook(folder);
    const problems = [...read.problems, ...readNationNames(folder, catalog).problems, ...decided.problems];
    const files = new Set(problems.map(({ file }) => file)).size;
    if (remarks.length > 0) complainAll(desk, remarks, say("problem.remarks", { remarks: remarks.length }));
    if (problems.length > 0) complainAll(desk, problems, say("problem.errors", { errors: problems.length, files }));
    if (!catalog || problems.length > 0) return 1;
    const own = new Set(guidedFiles.flatMap(({ codes }) => codes.map(({ code }) => code)));
    const lost = (decided.book?.answered ?? []).filter(({ code }) => !procedureOf(catalog, code) && !own.has(code));
    for (const { question, code } of lost) desk.complain(`${questionBookFile}: ${say("questions.lost-code", { question, code })}`);
    if (lost.length > 0) return 1;
    const guided = [...catalog.procedures.values()].filter(({ kind }) => kind === "guided").length;
    print(say("content.in-order", { procedures: catalog.procedures.size, guided }));
    return 0;
  },
};

function complainAll({ folder, say, complain }: Desk, problems: readonly Problem[], total: string): void {
  for (const lines of tellProblems(say, folder, problems)) complain(lines);
  complain(`${total}\n`);
}
