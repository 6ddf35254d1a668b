import { parseArgs } from "node:util";
import type { Command } from "../desk.ts";
import { importWorkbook } from "../workbook/import-workbook.ts";
import { importRecords } from "./import-records.ts";

/** Takes a file into the content: a workbook that `export` wrote comes back from Excel; with --into, national records become content. */
export const importContent: Command = {
  takes: "<file.xlsx> [--write] | <records> --into <folder>",
  run: async (words, desk) => {
    if (words.some((word) => /^--into(=|$)/.test(word))) return importRecords.run(words, desk);
    const { values, positionals } = parseArgs({
      args: words,
      options: { write: { type: "boolean" } },
      allowPositionals: true,
      strict: false,
    });
    const [path = ""] = positionals;
    if (!path.toLowerCase().endsWith(".xlsx")) return undefined;
    const result = await importWorkbook(path, values.write === true, desk);
    if (result !== "not ours") return result;
    desk.complain(desk.say("import.not-ours", { file: path }));
    return 1;
  },
};
