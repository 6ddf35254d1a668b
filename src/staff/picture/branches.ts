import type { Question, When } from "../../catalog/procedure.ts";
import type { InWords } from "./in-words.ts";

/** The answers of one question that lead to something. */
export type Branch = { question: string; answers: readonly string[] };

/**
 * Where a condition branches off in the picture: at each question of `any`, since one of them is enough; else at the
 * last question of `all`, where it is settled. What else must hold is said in words (see whenWords).
 */
export function branchesOf(questions: readonly Question[], { all = {}, any }: When): Branch[] {
  if (any) return Object.entries(any).map(([question, answers]) => ({ question, answers }));
  const last = questions.findLast(({ id }) => all[id] !== undefined);
  return last ? [{ question: last.id, answers: all[last.id] ?? [] }] : [];
}

/** A condition in words, less what the branch at question `here` shows already; undefined when nothing is left to say. */
export function whenWords(
  questions: readonly Question[],
  { all = {}, any }: When,
  here: string | undefined,
  wording: InWords,
): string | undefined {
  const { say } = wording;
  const said = ([id, answers]: [string, string[]]): string => answerWords(questions, id, answers, wording);
  const every = Object.entries(all).filter(([id]) => any !== undefined || id !== here);
  const some = any === undefined || (here !== undefined && any[here] !== undefined) ? [] : Object.entries(any);
  const parts = [...every.map(said), ...(some.length > 0 ? [some.map(said).join(say("picture.or"))] : [])];
  return parts.length === 0 ? undefined : parts.join(say("picture.and"));
}

/** "câu 2: Nhà thuê", or by what is left out where nearly every answer will do. */
function answerWords(questions: readonly Question[], id: string, wanted: string[], { say, read }: InWords): string {
  const number = questions.findIndex((question) => question.id === id) + 1;
  const answers = questions[number - 1]?.answers ?? [];
  const labels = (chosen: typeof answers): string => chosen.map(({ label }) => read(label)).join(" / ");
  const others = answers.filter((answer) => !wanted.includes(answer.id));
  const few = others.length > 0 && others.length < wanted.length;
  if (few) return say("picture.all-but", { number, answers: labels(others) });
  return say("picture.answered", { number, answers: labels(answers.filter((answer) => wanted.includes(answer.id))) });
}
