import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Catalog, procedureOf } from "../../catalog/catalog.ts";
import type { EverydayNames } from "../../catalog/everyday-names.ts";
import { readContent } from "../../catalog/read-content.ts";
import { type Askable, askFive, type FieldAtHand } from "../ask-five.ts";
import { openTerminal } from "../ask-in-terminal.ts";
import type { Command, Desk } from "../desk.ts";
import { type FiveAnswers, firstDraft, placeOfDraft, toTranslate } from "../first-draft.ts";
import { firstAliases, type NamesInUse, namesInUse, ownerOf } from "../names-in-use.ts";
import { readEverydayNames } from "../read-everyday-names.ts";
import { type CodePlaces, whereCodesStand } from "../where-codes-stand.ts";
import { writeWhole } from "../write-whole.ts";

/** What is known before the first question. */
type Known = { catalog: Catalog; places: CodePlaces; inUse: NamesInUse; everydayNames: EverydayNames };

/** Asks five questions and writes the first draft of a guided file, which passes the check as it is. Nothing is written before the last answer. */
export const newProcedure: Command = {
  takes: "",
  run: async (_words, desk) => {
    const { folder, today, say, complain } = desk;
    const { catalog, problems } = readContent(folder, undefined, today);
    if (!catalog) {
      complain(say("content.broken", { count: problems.length }));
      return 1;
    }
    const known = { catalog, places: whereCodesStand(folder), inUse: namesInUse(catalog), everydayNames: readEverydayNames(folder) };
    const terminal = openTerminal(process.stdin, process.stdout);
    const answers = await askFive(terminal.ask, askable(known), desk);
    terminal.close();
    if (answers) return writeDraft(answers, known, desk);
    complain(say("new.left"));
    return 1;
  },
};

function askable({ catalog, places, inUse, everydayNames }: Known): Askable {
  return {
    fileOf: (code) => places.guided.get(code)?.file,
    ownerOf: (phrase, code) => ownerOf(inUse, phrase, code),
    knownOf: (code) => {
      const row = catalog.procedures.get(code)?.known;
      return row && { name: row.name, everyday: asTitle(everydayNames[code]?.vi[0]), field: row.field, levels: row.levels };
    },
    fields: fieldsOf(catalog, places),
  };
}

function asTitle(phrase: string | undefined): string | undefined {
  return phrase && phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** The fields of the guided procedures, each with the folder of its files. */
function fieldsOf({ procedures }: Catalog, { guided }: CodePlaces): FieldAtHand[] {
  const fields = new Map<string, FieldAtHand>();
  for (const procedure of procedures.values()) {
    const [, folder, file] = guided.get(procedure.code)?.file.split("/") ?? [];
    const field = procedure.kind === "guided" ? procedure.guided.field : undefined;
    if (field && folder && file) fields.set(field.vi, { field, folder });
  }
  return [...fields.values()].sort((one, other) => one.field.vi.localeCompare(other.field.vi, "vi"));
}

function writeDraft(answers: FiveAnswers, { catalog, inUse, everydayNames }: Known, { folder, language, say, ...desk }: Desk): number {
  const file = placeOfDraft(answers);
  const path = join(folder, file);
  if (existsSync(path)) {
    desk.complain(say("new.exists", { file }));
    return 1;
  }
  const template = readFileSync(new URL(`../../../locales/staff/new-procedure.${language}.yaml`, import.meta.url), "utf8");
  const called = everydayNames[answers.code];
  const aliases = {
    vi: firstAliases(inUse, answers, called?.vi ?? []),
    en: called?.en ?? [`${toTranslate} ${answers.everyday}`],
  };
  writeWhole(path, firstDraft(template, answers, { known: procedureOf(catalog, answers.code)?.known, aliases, today: new Date() }));
  desk.print(say("new.written", { path, code: answers.code }));
  return 0;
}
