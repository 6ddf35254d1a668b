import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isSeq, parseDocument } from "yaml";
import { z } from "zod";
import { parseFile } from "../../catalog/parse-file.ts";
import type { Problem } from "../../catalog/problem.ts";
import { codeSchema } from "../../catalog/text.ts";

const question = z.string().trim().min(1);
const asked = {
  question,
  /** Others that staff saw with it and that mean the same. */
  alike: z.array(question).min(1).optional(),
  /** The month staff decided. */
  since: z.string().regex(/^\d{4}-\d{2}$/, "a month such as 2026-11"),
};

/** content/questions.yaml: what staff decided about questions that the guide could not answer. Each of `answered` must find its procedure among the first three. */
export const questionBookSchema = z.strictObject({
  answered: z.array(z.strictObject({ ...asked, code: codeSchema })).default([]),
  rejected: z.array(z.strictObject({ ...asked, reason: z.string().trim().min(3) })).default([]),
});
export type QuestionBook = z.infer<typeof questionBookSchema>;
export type Answered = QuestionBook["answered"][number];
export type Rejected = QuestionBook["rejected"][number];

/** The name of the file inside the content folder. */
export const questionBookFile = "questions.yaml";

/** The book with the text of its file; a folder without one has an empty book. Mistakes come back as of any content file. */
export type ReadBook = { text: string; book?: QuestionBook; problems: Problem[] };

/** Reads content/questions.yaml. */
export function readQuestionBook(folder: string): ReadBook {
  const path = join(folder, questionBookFile);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (/^(\s*#.*|\s*)*$/.test(text)) return { text, book: { answered: [], rejected: [] }, problems: [] };
  const { parsed, problems } = parseFile(questionBookFile, text, questionBookSchema);
  return { text, problems, ...(parsed && { book: parsed.value }) };
}

/** Every question that was decided, with those like it. */
export function decidedQuestions({ answered, rejected }: QuestionBook): string[] {
  return [...answered, ...rejected].flatMap(({ question: text, alike = [] }) => [text, ...alike]);
}

/** The text of the file with one entry more; comments and order stay. */
export function withEntry(text: string, list: keyof QuestionBook, entry: Answered | Rejected): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({}) as unknown as typeof document.contents;
  const entries = document.get(list);
  if (!isSeq(entries) || entries.items.length === 0) document.set(list, document.createNode([]));
  const whole = document.get(list);
  if (isSeq(whole)) whole.flow = false;
  document.addIn([list], document.createNode(entry, { flow: true }));
  return document.toString({ lineWidth: 0 });
}
