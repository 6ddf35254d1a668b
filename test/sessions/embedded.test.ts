import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { openEmbedded } from "../../src/sessions/embedded.ts";
import { describeStore } from "./store-contract.ts";

const folder = mkdtempSync(join(tmpdir(), "motcua-sessions-"));
let files = 0;
const newPath = (): string => join(folder, `${files++}`, "sessions.sqlite");
const day = 24 * 60 * 60 * 1000;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeStore("embedded", async () => {
  const path = newPath();
  let at = Date.now();
  return {
    open: () => openEmbedded({ path, days: 30, now: () => at }),
    async expire() {
      at += 30 * day;
    },
    where: ["embedded", path],
  };
});

function lines(path: string): number {
  const database = new DatabaseSync(path);
  const number = database.prepare("SELECT count(*) AS number FROM kept").get()?.["number"];
  database.close();
  return Number(number);
}

describe("the embedded session store", () => {
  test("starts the days anew with every write", async () => {
    let at = 0;
    const store = openEmbedded({ path: newPath(), days: 30, now: () => at });
    await store.remember("web:a", "first", 0);
    at = 29 * day;
    expect(await store.remember("web:a", "second", 1)).toBe(true);
    at = 58 * day;
    expect(await store.recall("web:a")).toEqual({ revision: 2, text: "second" });
    at = 59 * day;
    expect(await store.recall("web:a")).toBeUndefined();
    await store.close();
  });

  test("removes from the disk what has expired when it opens", async () => {
    const path = newPath();
    const before = openEmbedded({ path, days: 30, now: () => 0 });
    await before.remember("web:a", "old", 0);
    await before.close();
    expect(lines(path)).toBe(1);
    await openEmbedded({ path, days: 30, now: () => 31 * day }).close();
    expect(lines(path)).toBe(0);
  });

  test("refuses a broken file in one line that names it and leaves it alone", () => {
    const path = join(folder, "broken.sqlite");
    writeFileSync(path, "this is a letter, not a database. ".repeat(200));
    expect(() => openEmbedded({ path, days: 30 })).toThrow(
      /^The session file .*broken\.sqlite cannot be used \(file is not a database\); move it away, or .*DATA_DIR$/,
    );
  });

  test("refuses another program's database and leaves it alone", () => {
    const path = join(folder, "foreign.sqlite");
    const foreign = new DatabaseSync(path);
    foreign.exec("CREATE TABLE recipes (name TEXT)");
    foreign.close();
    expect(() => openEmbedded({ path, days: 30 })).toThrow(/another program's database/);
    const again = new DatabaseSync(path);
    expect(again.prepare("SELECT name FROM sqlite_schema").all()).toEqual([{ name: "recipes" }]);
    again.close();
  });

  test("refuses a file that a newer version wrote", async () => {
    const path = newPath();
    await openEmbedded({ path, days: 30 }).close();
    const newer = new DatabaseSync(path);
    newer.exec("PRAGMA user_version = 2");
    newer.close();
    expect(() => openEmbedded({ path, days: 30 })).toThrow(/a newer version/);
  });

  test("refuses a path that cannot be a file", () => {
    expect(() => openEmbedded({ path: folder, days: 30 })).toThrow(/^The session file /);
  });

  test("rejects a write while another program holds the file, keeps the rest and goes on afterwards", async () => {
    const path = newPath();
    const store = openEmbedded({ path, days: 30 });
    await store.remember("web:a", "first", 0);
    const holder = new DatabaseSync(path);
    holder.exec("BEGIN IMMEDIATE");
    await expect(store.remember("web:a", "second", 1)).rejects.toThrow(/locked/);
    expect(await store.recall("web:a")).toEqual({ revision: 1, text: "first" });
    holder.exec("ROLLBACK");
    holder.close();
    expect(await store.remember("web:a", "second", 1)).toBe(true);
    await store.close();
  });
});
