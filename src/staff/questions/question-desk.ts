import { existsSync } from "node:fs";
import type { Catalog } from "../../catalog/catalog.ts";
import { readContent } from "../../catalog/read-content.ts";
import { readSettings, type Settings } from "../../settings.ts";
import { monthOf } from "../../unanswered/calendar.ts";
import { openQuestions, questionFile } from "../../unanswered/open-questions.ts";
import type { Kept, QuestionStore } from "../../unanswered/question-store.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import type { Desk } from "../desk.ts";
import { type OpenList, openList } from "./open-list.ts";
import { type ReadBook, readQuestionBook } from "./question-book.ts";

/** What the work on questions needs: the content, the book of decisions, the questions that wait, and how to strike some out of the store. `month` is this month, from the year 0. */
export type QuestionDesk = {
  catalog: Catalog;
  book: Required<Pick<ReadBook, "text" | "book">>;
  list: OpenList;
  strike: (keys: readonly string[]) => Promise<void>;
  month: number;
};

/** Opens the content and the store of this deployment, lets somebody work, and closes the store. 1 when something is broken or out of reach, which is said. */
export async function atQuestionDesk(desk: Desk, work: (questions: QuestionDesk) => number | Promise<number>): Promise<number> {
  const read = readSettings(process.env);
  if ("wrong" in read) return complain(desk, read.wrong);
  const { catalog, problems } = readContent(desk.folder, undefined, desk.today);
  const { text, book, problems: inBook } = readQuestionBook(desk.folder);
  if (!catalog || !book) return complain(desk, tellProblems(desk.say, desk.folder, [...problems, ...inBook]));
  if (read.settings.QUESTIONS === "off") desk.complain(desk.say("questions.off"));
  const opened = openStore(read.settings);
  if ("trouble" in opened) return complain(desk, [desk.say("questions.no-store", { reason: opened.trouble })]);
  const { store } = opened;
  const month = monthOf(Date.now());
  try {
    const kept = await allKept(store, month);
    if ("trouble" in kept) return complain(desk, [desk.say("questions.no-store", { reason: kept.trouble })]);
    const list = openList(catalog, kept.kept, book);
    return await work({ catalog, book: { text, book }, list, strike: async (keys) => store?.strike(keys), month });
  } finally {
    await store?.close();
  }
}

/** Nothing was asked in vain yet where there is no file: none is made for looking at it. */
function openStore(settings: Settings): { store: QuestionStore | undefined } | { trouble: string } {
  if (settings.REDIS_URL === undefined && !existsSync(questionFile(settings))) return { store: undefined };
  try {
    return { store: openQuestions(settings, () => {}) }; // the first call says itself that Redis is away
  } catch (error) {
    return { trouble: reasonOf(error) };
  }
}

async function allKept(store: QuestionStore | undefined, month: number): Promise<{ kept: Kept[] } | { trouble: string }> {
  try {
    return { kept: (await store?.list(month)) ?? [] };
  } catch (error) {
    return { trouble: reasonOf(error) };
  }
}

function complain({ complain: say }: Desk, lines: readonly string[]): number {
  for (const line of lines) say(line);
  return 1;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
