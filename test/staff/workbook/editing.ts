import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type Book, openBook, rowOf, saveBook, type Typed, typeUnder } from "./saved-book.ts";
import { exported, filesOf, imported, smallContent } from "./small-content.ts";

/** Somebody edits the workbook of a small content folder. */
export type Editing = {
  folder: string;
  book: Book;
  /** The files of the folder as they should stay when an import is refused. */
  before: Record<string, string>;
  /** Types under a heading into the first row that has these texts; gives the address of the cell. */
  edit: (sheet: string, texts: string[], heading: string, typed: Typed) => Promise<string>;
  /** Imports with --write and expects a refusal that changed nothing; gives what was said. */
  refused: (path?: string) => Promise<string[]>;
  /** Imports with --write and expects that nothing was wrong; gives what was said. */
  taken: (path?: string) => Promise<string[]>;
  file: (path: string) => string;
};

/** Makes a folder, exports it and opens the workbook. */
export async function startEditing(): Promise<Editing> {
  const folder = smallContent();
  const editing: Editing = {
    folder,
    book: openBook(await exported(folder)),
    before: filesOf(folder),
    edit: async (sheet, texts, heading, typed) =>
      await typeUnder(editing.book, sheet, { row: await rowOf(editing.book, sheet, ...texts), heading }, typed),
    refused: async (path = saveBook(editing.book)) => {
      const { code, said } = await imported(folder, path, "--write");
      expect([code, filesOf(folder)]).toEqual([1, editing.before]);
      return said;
    },
    taken: async (path = saveBook(editing.book)) => {
      const { code, said } = await imported(folder, path, "--write");
      expect({ code, said }).toMatchObject({ code: 0 });
      return said;
    },
    file: (path) => readFileSync(join(folder, path), "utf8"),
  };
  return editing;
}
