import { fold } from "../catalog/fold.ts";
import { type Level, levelSchema } from "../catalog/procedure.ts";
import { codeSchema, type Text } from "../catalog/text.ts";
import type { StaffSay } from "../wording/staff-words.ts";
import type { Ask } from "./ask-in-terminal.ts";
import type { FiveAnswers } from "./first-draft.ts";
import { slugOf } from "./slug.ts";

/** A field that guided procedures have already, and the folder its files are in. */
export type FieldAtHand = { field: Text; folder: string };

/** What the five questions need to know about the content. */
export type Askable = {
  /** The file that serves a code, where one does. */
  fileOf: (code: string) => string | undefined;
  /** The name of the procedure that a phrase belongs to already, unless it is the one of this code. */
  ownerOf: (phrase: string, code: string) => string | undefined;
  /** What the index knows about a code. */
  knownOf: (
    code: string,
  ) => { name: string; everyday?: string | undefined; field?: string | undefined; levels: readonly Level[] } | undefined;
  fields: readonly FieldAtHand[];
};

/** What an answer came to: its meaning, or one sentence about what is wrong with it. */
type Heard<T> = { means: T } | { wrong: string };
type Question<T> = { ask: string; known?: string | undefined; hear: (typed: string) => Heard<T> };

const levels = levelSchema.options;

/** Asks the five questions, each until its answer makes sense; an empty line keeps what is known. Undefined when she left. */
export async function askFive(
  ask: Ask,
  askable: Askable,
  desk: { say: StaffSay; print: (line: string) => void },
): Promise<FiveAnswers | undefined> {
  const { say, print } = desk;
  const until = <T>(question: Question<T>): Promise<T | undefined> => askUntilHeard(ask, question, desk);
  const code = await until(codeQuestion(askable, say));
  if (code === undefined) return undefined;
  const known = askable.knownOf(code);
  print(known ? say("new.known") : say("new.unknown", { code }));
  const name = await until(nameQuestion(known?.name, say));
  if (name === undefined) return undefined;
  const everyday = await until(everydayQuestion(known?.everyday, (phrase) => askable.ownerOf(phrase, code), say));
  if (everyday === undefined) return undefined;
  for (const [at, { field }] of askable.fields.entries()) print(`  ${at + 1}. ${field.vi}`);
  const field = await until(fieldQuestion(known?.field, askable.fields, say));
  if (field === undefined) return undefined;
  for (const [at, level] of levels.entries()) print(`  ${at + 1}. ${say(`level.${level}`)}`);
  const chosen = await until(levelQuestion(known?.levels ?? [], say));
  return chosen && { code, name, everyday, ...field, levels: chosen };
}

async function askUntilHeard<T>(
  ask: Ask,
  { ask: question, known, hear }: Question<T>,
  { say, print }: { say: StaffSay; print: (line: string) => void },
): Promise<T | undefined> {
  const asked = known === undefined ? `${question} ` : `${question} ${say("new.keep", { known })} `;
  for (;;) {
    const line = await ask(asked);
    if (line === undefined) return undefined;
    const typed = line.normalize("NFC").replace(/\s+/g, " ").trim();
    const heard = hear(typed === "" ? (known ?? "") : typed);
    if ("means" in heard) return heard.means;
    print(heard.wrong);
  }
}

function codeQuestion({ fileOf }: Askable, say: StaffSay): Question<string> {
  return {
    ask: say("new.code"),
    hear: (typed) => {
      const code = typed.replace(/^["'“]|["'”]$/g, "");
      if (!codeSchema.safeParse(code).success) return { wrong: say("new.code-wrong", { typed }) };
      const file = fileOf(code);
      return file === undefined ? { means: code } : { wrong: say("new.code-taken", { code, file }) };
    },
  };
}

function nameQuestion(known: string | undefined, say: StaffSay): Question<string> {
  return { ask: say("new.name"), known, hear: (typed) => (isName(typed) ? { means: typed } : { wrong: say("new.name-wrong") }) };
}

function everydayQuestion(known: string | undefined, ownerOf: (phrase: string) => string | undefined, say: StaffSay): Question<string> {
  return {
    ask: say("new.everyday"),
    known,
    hear: (typed) => {
      if (!isName(typed)) return { wrong: say("new.everyday-wrong") };
      const owner = ownerOf(typed);
      return owner === undefined ? { means: typed } : { wrong: say("new.everyday-taken", { typed, owner }) };
    },
  };
}

function fieldQuestion(known: string | undefined, fields: readonly FieldAtHand[], say: StaffSay): Question<FieldAtHand> {
  return {
    ask: say("new.field"),
    known,
    hear: (typed) => {
      const numbered = /^\d+$/.test(typed) ? fields[Number(typed) - 1] : undefined;
      const same = numbered ?? fields.find(({ field }) => fold(field.vi) === fold(typed));
      if (same) return { means: same };
      return isName(typed)
        ? { means: { field: { vi: typed }, folder: slugOf(typed) } }
        : { wrong: say("new.field-wrong", { count: fields.length }) };
    },
  };
}

function levelQuestion(known: readonly Level[], say: StaffSay): Question<Level[]> {
  const numbers = known.map((level) => levels.indexOf(level) + 1).join(", ");
  return {
    ask: say("new.level"),
    known: numbers === "" ? undefined : numbers,
    hear: (typed) => {
      const chosen = typed.split(/[\s,;]+/).map((number) => (/^\d$/.test(number) ? levels[Number(number) - 1] : undefined));
      const meant = chosen.filter((level) => level !== undefined);
      return meant.length === chosen.length ? { means: [...new Set(meant)] } : { wrong: say("new.level-wrong", { count: levels.length }) };
    },
  };
}

/** Three letters at least, of the Latin kind that a file can be called by: a number or a slip of the finger is no name. */
function isName(typed: string): boolean {
  return (slugOf(typed).match(/[a-z]/g) ?? []).length >= 3;
}
