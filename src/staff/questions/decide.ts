import { join, relative } from "node:path";
import { readContent } from "../../catalog/read-content.ts";
import type { Words } from "../../catalog/words.ts";
import { wordsOf } from "../../search/text/fold.ts";
import { asWritten, findPhrases, phraseBook } from "../../search/text/phrase-book.ts";
import { monthName } from "../../unanswered/calendar.ts";
import { tellProblems } from "../../wording/tell-problems.ts";
import type { Desk } from "../desk.ts";
import { keepVersion } from "../versions/keep-version.ts";
import { aliasChange } from "./alias-file.ts";
import type { Group } from "./gather-alike.ts";
import { questionBookFile, withEntry } from "./question-book.ts";
import type { QuestionDesk } from "./question-desk.ts";
import { type Change, saveTogether } from "./save-together.ts";
import { officialName, tryAlias } from "./try-alias.ts";

/** Which procedure answers a question, and the name it gets; without one the question is the name. */
export type Choice = { code: string; words: string | undefined };

/** Writes a question as a name into the content and into the questions that must find their procedure; tried first, all or nothing. */
export async function chooseProcedure(questions: QuestionDesk, desk: Desk, group: Group, { code, words }: Choice): Promise<number> {
  const { catalog, book, month } = questions;
  const question = withoutGaps(group.text);
  const alias = words === undefined ? withoutCourtesy(catalog.words, question) : tidy(words);
  const tried = tryAlias(catalog, { code, alias, question, answered: book.book.answered });
  if ("say" in tried) return refuse(desk, [desk.say(tried.say, tried.values)]);
  const names = tried.isNew ? aliasChange(desk.folder, catalog, { code, alias }) : undefined;
  if (tried.isNew && !names) return refuse(desk, [desk.say("questions.no-file", { code, alias })]);
  const entry = { question, code, since: monthName(month), ...alikeOf(group) };
  const saved = save(desk, [...(names ? [names] : []), bookChange(questions, desk, withEntry(book.text, "answered", entry))]);
  if (saved !== 0) return saved;
  if (names) desk.print(desk.say("questions.alias-written", { alias, file: relative(desk.folder, names.path) }));
  else desk.print(desk.say("questions.alias-there", { alias, code }));
  desk.print(desk.say(`questions.chosen-${tried.kind}`, { question, code, name: officialName(catalog, code), place: tried.place }));
  return await strikeOut(questions, desk, group);
}

/** Keeps why a question is none for the guide, so that it does not come back. */
export async function rejectQuestion(questions: QuestionDesk, desk: Desk, group: Group, reason: string): Promise<number> {
  const question = withoutGaps(group.text);
  const entry = { question, reason: tidy(reason), since: monthName(questions.month), ...alikeOf(group) };
  const saved = save(desk, [bookChange(questions, desk, withEntry(questions.book.text, "rejected", entry))]);
  if (saved !== 0) return saved;
  desk.print(desk.say("questions.rejected", { question, file: questionBookFile }));
  return await strikeOut(questions, desk, group);
}

function bookChange({ book }: QuestionDesk, { folder }: Desk, after: string): Change {
  return { path: join(folder, questionBookFile), before: book.text, after };
}

/** Saves, reads the content again as a guide would, and takes everything back when something is wrong with it now. */
function save(desk: Desk, changes: readonly Change[]): number {
  const { folder, say } = desk;
  try {
    keepVersion(folder, say("versions.before", { command: "questions" }));
    const saved = saveTogether(changes);
    if ("overtaken" in saved) return refuse(desk, [say("questions.overtaken", { file: relative(folder, saved.overtaken) })]);
    const { problems } = readContent(folder);
    if (problems.length === 0) return 0;
    saved.undo();
    return refuse(desk, [...tellProblems(say, folder, problems), say("questions.taken-back")]);
  } catch (error) {
    return refuse(desk, [say("questions.not-written", { path: folder, reason: String(error) })]);
  }
}

/** The decision stands in the content already; a store that is out of reach only shows the question no more often. */
async function strikeOut({ strike }: QuestionDesk, { say, complain }: Desk, { keys }: Group): Promise<number> {
  await strike(keys).catch((error: unknown) => complain(say("questions.not-struck", { reason: String(error) })));
  return 0;
}

function refuse({ complain }: Desk, lines: readonly string[]): number {
  for (const line of lines) complain(line);
  return 1;
}

function alikeOf({ alike }: Group): { alike?: string[] } {
  const others = [...new Set(alike.map(withoutGaps))];
  return others.length > 0 ? { alike: others } : {};
}

function withoutGaps(text: string): string {
  return tidy(text.replaceAll("…", " "));
}

/** A name needs no "cho em hỏi" before it and no "ạ" behind it. */
function withoutCourtesy({ particles }: Words, question: string): string {
  const words = wordsOf(question);
  const polite = findPhrases(phraseBook(particles.map((phrase) => [phrase, true] as const)), words, asWritten);
  const start = polite.find((phrase) => phrase.start === 0)?.end ?? 0;
  const end = polite.find((phrase) => phrase.end === words.length && phrase.start > start)?.start ?? words.length;
  return words
    .slice(start, end)
    .map(({ typed }) => typed)
    .join(" ");
}

/** On one line, without control characters. */
function tidy(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
}
