import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A kind of SQLite file of ours: what staff call it, the mark that says whose it is, its layout and its tables, and how long a call waits while another process writes, in milliseconds. */
export type OurFile = { called: string; mark: number; layout: number; tables: string; patience: number };

/**
 * Opens a SQLite file of ours; makes the file and its folder. Throws one clear line when the file is broken or not ours, and then
 * leaves it alone.
 */
export function openFile(path: string, ours: OurFile): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    database = new DatabaseSync(path, { timeout: ours.patience });
    layOut(database, ours);
    return database;
  } catch (error) {
    if (database?.isOpen) database.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The ${ours.called} ${path} cannot be used (${reason}); move it away, or choose another folder with DATA_DIR`, {
      cause: error,
    });
  }
}

/** Brings a file to our layout. Whatever is deleted is overwritten with zeros: forgotten means gone from the disk too. */
function layOut(database: DatabaseSync, { mark, layout, tables }: OurFile): void {
  const pragma = (name: string): unknown => database.prepare(`PRAGMA ${name}`).get()?.[name];
  const number = database.prepare("SELECT count(*) AS number FROM sqlite_schema").get()?.["number"];
  if (pragma("application_id") !== mark && number !== 0) throw new Error("it is another program's database");
  if (Number(pragma("user_version")) > layout) throw new Error("a newer version of this program wrote it");
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA secure_delete = ON;
    BEGIN IMMEDIATE;
    PRAGMA application_id = ${mark};
    PRAGMA user_version = ${layout};
    ${tables}
    COMMIT;
  `);
}
