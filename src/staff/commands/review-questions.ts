import { parseArgs } from "node:util";
import type { StaffSentence } from "../../wording/staff-words.ts";
import type { Command, Desk } from "../desk.ts";
import { chooseProcedure, rejectQuestion } from "../questions/decide.ts";
import type { Group } from "../questions/gather-alike.ts";
import { listQuestions } from "../questions/list-questions.ts";
import { atQuestionDesk, type QuestionDesk } from "../questions/question-desk.ts";
import { saveList } from "../questions/save-list.ts";

/** What staff want with the questions. */
type Wish =
  | { to: "list"; all: boolean }
  | { to: "save"; path: string }
  | { to: "choose"; number: number; code: string; words: string | undefined }
  | { to: "reject"; number: number; reason: string };

/** Lists the questions that the guide could not answer; makes one a name of a procedure, or rejects it. */
export const reviewQuestions: Command = {
  takes: '[--all | --to <file.xlsx|csv> | choose <number> <code> ["<words>"] | reject <number> "<reason>"]',
  run: (words, desk) => {
    const wish = readWish(words);
    if (!wish || !("wrong" in wish)) return wish && fulfil(wish, desk);
    desk.complain(desk.say(wish.wrong));
    return 1;
  },
};

/** A call that makes no sense is undefined; one that nearly does says what is wrong with it. */
function readWish(words: string[]): Wish | { wrong: StaffSentence } | undefined {
  const call = readOptions(words);
  if (!call) return undefined;
  const { all = false, to } = call.values;
  const [verb, number = "", third = "", ...more] = call.positionals;
  if (verb === undefined) return to === undefined ? { to: "list", all } : savingTo(to);
  const counted = Number(/^#?(\d{1,12})$/.exec(number)?.[1]);
  if (Number.isNaN(counted) || third === "" || all || to !== undefined) return undefined;
  if (verb === "choose") return { to: "choose", number: counted, code: third, words: more.length > 0 ? more.join(" ") : undefined };
  return verb === "reject" ? rejecting(counted, [third, ...more].join(" ")) : undefined;
}

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: { all: { type: "boolean" }, to: { type: "string" } }, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function savingTo(path: string): Wish | { wrong: StaffSentence } {
  return /\.(xlsx|csv)$/i.test(path) ? { to: "save", path } : { wrong: "questions.other-file" };
}

/** A reason is worth keeping from three letters on. */
function rejecting(number: number, reason: string): Wish | { wrong: StaffSentence } {
  return /\p{L}.*\p{L}.*\p{L}/u.test(reason) ? { to: "reject", number, reason } : { wrong: "questions.no-reason" };
}

async function fulfil(wish: Wish, desk: Desk): Promise<number> {
  return await atQuestionDesk(desk, (questions) => {
    switch (wish.to) {
      case "list":
        return listQuestions(questions, desk, wish.all);
      case "save":
        return saveList(questions, desk, wish.path);
      case "choose":
        return withGroup(questions, desk, wish.number, (group) => chooseProcedure(questions, desk, group, wish));
      case "reject":
        return withGroup(questions, desk, wish.number, (group) => rejectQuestion(questions, desk, group, wish.reason));
    }
  });
}

function withGroup({ list }: QuestionDesk, desk: Desk, number: number, work: (group: Group) => Promise<number>): number | Promise<number> {
  const group = list.groups.find((one) => one.number === number);
  if (group) return work(group);
  desk.complain(desk.say("questions.no-number", { number }));
  return 1;
}
