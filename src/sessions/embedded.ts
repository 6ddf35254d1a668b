import type { DatabaseSync } from "node:sqlite";
import { type OurFile, openFile } from "./open-file.ts";
import type { Kept, SessionStore } from "./store.ts";

/** How an embedded store opens: the file, the days without use after which a session is gone, a clock for tests, and who hears that a purge failed. */
export type EmbeddedOptions = { path: string; days: number; now?: () => number; trouble?: (error: unknown) => void };

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

/** The mark, "mcua", keeps us from writing to somebody else's database. */
const sessionFile: OurFile = {
  called: "session file",
  mark: 0x6d637561,
  layout: 1,
  tables: `
    CREATE TABLE IF NOT EXISTS kept (citizen TEXT PRIMARY KEY, revision INTEGER NOT NULL, text TEXT NOT NULL, used INTEGER NOT NULL) STRICT;
    CREATE INDEX IF NOT EXISTS kept_used ON kept (used);`,
  patience: 1000,
};

/**
 * Sessions in one SQLite file, for one machine; several processes may share it. Makes the file and its folder. Throws one
 * clear line when the file is broken or not ours.
 */
export function openEmbedded({ path, days, now = Date.now, trouble = () => {} }: EmbeddedOptions): SessionStore {
  const database = openFile(path, sessionFile);
  const oldest = (): number => now() - days * day;
  const purge = database.prepare("DELETE FROM kept WHERE used <= ?");
  const purgeNow = (): void => {
    try {
      purge.run(oldest());
    } catch (error) {
      trouble(error); // what is too old is never recalled anyway, and the next hour tries again
    }
  };
  purgeNow();
  const timer = setInterval(purgeNow, hour).unref();
  return {
    ...citizens(database, now, oldest),
    async check() {
      database.prepare("SELECT 1 FROM kept LIMIT 1").get();
    },
    async close() {
      clearInterval(timer);
      if (database.isOpen) database.close();
    },
  };
}

function citizens(database: DatabaseSync, now: () => number, oldest: () => number): Pick<SessionStore, "recall" | "remember" | "forget"> {
  const recall = database.prepare("SELECT revision, text FROM kept WHERE citizen = ? AND used > ?");
  const first = database.prepare(
    "INSERT INTO kept (citizen, revision, text, used) VALUES (?1, 1, ?2, ?3) " +
      "ON CONFLICT (citizen) DO UPDATE SET revision = 1, text = ?2, used = ?3 WHERE used <= ?4",
  );
  const next = database.prepare(
    "UPDATE kept SET revision = revision + 1, text = ?2, used = ?3 WHERE citizen = ?1 AND used > ?4 AND revision = ?5",
  );
  const forget = database.prepare("DELETE FROM kept WHERE citizen = ?");
  return {
    async recall(citizen): Promise<Kept | undefined> {
      const row = recall.get(citizen, oldest());
      return row && { revision: Number(row["revision"]), text: String(row["text"]) };
    },
    async remember(citizen, text, after) {
      const values = [citizen, text, now(), oldest()] as const;
      const { changes } = after === 0 ? first.run(...values) : next.run(...values, after);
      return changes === 1;
    },
    async forget(citizen) {
      forget.run(citizen);
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)"); // what was deleted shall not stay in the log file either
    },
  };
}
