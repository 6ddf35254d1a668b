import type { DatabaseSync } from "node:sqlite";
import { type OurFile, openFile } from "../sessions/open-file.ts";
import { type AskedInVain, type Kept, type KeptQuestions, monthsKept, mostQuestions, type QuestionStore } from "./question-store.ts";

/** Its own mark, "mcuq": neither file is taken for the other. A citizen is waiting while a question is counted, so no call waits long for another process. */
const questionFile: OurFile = {
  called: "file of questions",
  mark: 0x6d637571,
  layout: 1,
  tables: `
    CREATE TABLE IF NOT EXISTS asked (number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, text TEXT NOT NULL,
      unknown INTEGER NOT NULL, none INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS aside (ticket TEXT PRIMARY KEY, key TEXT NOT NULL, text TEXT NOT NULL, day INTEGER NOT NULL) STRICT;`,
  patience: 250,
};

/** Unanswered questions in one SQLite file beside the sessions, for one machine; several processes may share it. Throws one clear line when the file is broken or not ours. */
export function openEmbeddedQuestions({ path, most = mostQuestions }: { path: string; most?: number }): QuestionStore {
  const database = openFile(path, questionFile);
  return {
    ...askedInVain(database, most),
    ...keptQuestions(database),
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

function askedInVain(database: DatabaseSync, most: number): AskedInVain {
  const tooOld = database.prepare("DELETE FROM asked WHERE last <= ?");
  const again = "unknown = unknown + ?3, none = none + ?4, last = max(last, ?5)";
  const countAgain = database.prepare(`UPDATE asked SET ${again} WHERE key = ?1`);
  const add = database.prepare(
    `INSERT INTO asked (key, text, unknown, none, first, last) VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT (key) DO UPDATE SET ${again}`,
  );
  const tooMany = database.prepare(
    "DELETE FROM asked WHERE number IN (SELECT number FROM asked WHERE key <> ?1 ORDER BY unknown + none, last, number " +
      "LIMIT max(0, (SELECT count(*) FROM asked) - ?2))",
  );
  const forget = database.prepare("DELETE FROM aside WHERE day < ?");
  const layAside = database.prepare("INSERT OR REPLACE INTO aside (ticket, key, text, day) VALUES (?, ?, ?, ?)");
  const take = database.prepare("DELETE FROM aside WHERE ticket = ? AND day >= ? RETURNING key, text");
  return {
    async count({ key, text }, why, month) {
      tooOld.run(month - monthsKept);
      const values = [key, text, Number(why === "unknown"), Number(why === "none"), month] as const;
      if (countAgain.run(...values).changes === 0) add.run(...values); // every INSERT uses up a number, also one that adds nothing
      tooMany.run(key, most);
    },
    async layAside(ticket, { key, text }, day) {
      forget.run(day - 1);
      layAside.run(ticket, key, text, day);
    },
    async takeAside(ticket, day) {
      const row = take.get(ticket, day - 1);
      return row && { key: String(row["key"]), text: String(row["text"]) };
    },
  };
}

function keptQuestions(database: DatabaseSync): KeptQuestions {
  const every = database.prepare("SELECT number, key, text, unknown, none, first, last FROM asked WHERE last > ?");
  const strike = database.prepare("DELETE FROM asked WHERE key = ?");
  return {
    async list(month) {
      return every.all(month - monthsKept).map(
        (row): Kept => ({
          number: Number(row["number"]),
          key: String(row["key"]),
          text: String(row["text"]),
          unknown: Number(row["unknown"]),
          none: Number(row["none"]),
          first: Number(row["first"]),
          last: Number(row["last"]),
        }),
      );
    },
    async strike(keys) {
      for (const key of keys) strike.run(key);
    },
  };
}
