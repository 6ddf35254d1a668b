import { readFileSync, statSync } from "node:fs";
import { readLocales } from "../../wording/read-locales.ts";
import { openStaffWords } from "../../wording/staff-words.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import type { Desk } from "../desk.ts";
import { keepVersion } from "../versions/keep-version.ts";
import { editFiles, readShelf, type Shelf } from "./content-shelf.ts";
import { locateProblem } from "./locate-problem.ts";
import { type Opened, openWorkbook } from "./open-workbook.ts";
import { type ImportPlan, planImport } from "./plan-import.ts";
import { publish, tryOut } from "./publish.ts";
import { type ReadSheets, readSheets } from "./read-lines.ts";
import { tellChanges, tellClashes, tellWrong } from "./tell-changes.ts";

/**
 * Takes a workbook of ours back: says in words what it changes, and writes it with `write`, all of it or nothing. 0 when all is well, 1 when
 * something is wrong with the workbook or was edited on both sides; "not ours" for a workbook that did not come from `content -- export`.
 */
export async function importWorkbook(path: string, write: boolean, desk: Desk): Promise<number | "not ours"> {
  const { folder, today, say, complain } = desk;
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    complain(say("import.no-file", { file: path }));
    return 1;
  }
  const result = await openWorkbook(readFileSync(path));
  if (result === "not ours") return result;
  if ("fault" in result) {
    complain(`${path}: ${say(result.fault.say, result.fault.with)}`);
    return 1;
  }
  const read = readShelf(folder, today);
  if ("problems" in read) {
    for (const lines of tellProblems(say, folder, read.problems)) complain(lines);
    complain(say("export.mend-first"));
    return 1;
  }
  return takeBack({ opened: result.opened, shelf: read.shelf, write }, desk);
}

type Import = { opened: Opened; shelf: Shelf; write: boolean };

function takeBack({ opened, shelf, write }: Import, desk: Desk): number {
  const { say, print, complain } = desk;
  const words = openStaffWords(readLocales(new URL("../../../locales/staff/", import.meta.url)), opened.base.language);
  const sheets = readSheets(opened, { say: words, isKnown: (code) => shelf.nameOf(code) !== undefined });
  for (const passed of sheets.passed) print(tellWrong(passed, say));
  const plan = planImport(opened, sheets, { shelf, omitted: words("import.omitted") });
  for (const wrong of plan.wrongs) complain(tellWrong(wrong, say));
  if (plan.wrongs.length > 0) {
    complain(say("import.refused", { count: plan.wrongs.length }));
    return 1;
  }
  return settle(plan, { sheets, shelf, write }, desk);
}

type Settling = { sheets: ReadSheets; shelf: Shelf; write: boolean };

function settle(plan: ImportPlan, { sheets, shelf, write }: Settling, desk: Desk): number {
  const { say, print, complain } = desk;
  const changed = plan.plans.filter(({ parts }) => parts.some(({ changes }) => changes.length > 0));
  for (const line of changed.flatMap((one) => tellChanges(one, say))) print(line);
  const clashes = plan.plans.flatMap((one) => tellClashes(one, say));
  for (const line of clashes) complain(line);
  if (plan.left > 0) print(say("import.left", { count: plan.left }));
  const { edited, byHand } = editFiles(
    shelf,
    changed.map(({ entry, after }) => ({ ...entry, facts: after })),
  );
  for (const file of byHand) complain(say("import.by-hand", { file }));
  const problems = edited.length > 0 ? tryOut(shelf.folder, edited) : [];
  const textOf = (file: string): string | undefined => edited.find(({ path }) => path === file)?.after;
  for (const problem of problems) {
    const place = locateProblem(problem, { plans: plan.plans, tables: sheets.tables, rows: plan.rows, textOf });
    const what = `${say(`mistake.${problem.mistake}.what`, problem.values)} ${say(`mistake.${problem.mistake}.do`, problem.values)}`;
    if (place) complain(`${place.sheet}!${place.cell}: ${what}`);
    else for (const lines of tellProblems(say, shelf.folder, [problem])) complain(lines);
  }
  if (problems.length > 0 || byHand.length > 0) {
    complain(say("import.refused", { count: problems.length + byHand.length }));
    return 1;
  }
  if (edited.length === 0) print(say("import.same"));
  const code = edited.length > 0 ? finish({ edited, write, shelf, count: changed.length }, desk) : 0;
  if (clashes.length > 0) complain(say("import.clashes", { count: clashes.length }));
  return clashes.length > 0 ? 1 : code;
}

type Finish = { edited: Parameters<typeof publish>[1]; write: boolean; shelf: Shelf; count: number };

function finish({ edited, write, shelf, count }: Finish, { say, print, complain }: Desk): number {
  if (!write) {
    print(say("import.not-yet", { count }));
    return 0;
  }
  keepVersion(shelf.folder, say("versions.before", { command: "import" }));
  const { changedMeanwhile } = publish(shelf.folder, edited);
  if (changedMeanwhile !== undefined) {
    complain(say("import.meanwhile", { file: changedMeanwhile }));
    return 1;
  }
  print(say("import.done", { files: edited.length, count }));
  return 0;
}
