import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { openEmbedded } from "../../src/sessions/embedded.ts";
import { openEmbeddedQuestions } from "../../src/unanswered/embedded.ts";
import { describeQuestionStore } from "./question-store-contract.ts";

const folder = mkdtempSync(join(tmpdir(), "motcua-questions-"));
let files = 0;
const newPath = (): string => join(folder, `${files++}`, "questions.sqlite");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeQuestionStore("embedded", async () => {
  const path = newPath();
  return { open: (most) => openEmbeddedQuestions({ path, ...(most !== undefined && { most }) }), where: ["embedded", path] };
});

describe("the embedded store of questions", () => {
  test("what was struck out or taken is gone from the disk too", async () => {
    const path = newPath();
    const store = openEmbeddedQuestions({ path });
    await store.count({ text: "giấu kỹ nhé", key: "giau ky" }, "unknown", 24300);
    await store.layAside("t", { text: "giấu kỹ nhé", key: "giau ky" }, 20000);
    await store.takeAside("t", 20000);
    await store.strike(["giau ky"]);
    await store.close();
    for (const file of readdirSync(join(path, ".."))) expect(readFileSync(join(path, "..", file)).includes("giấu kỹ")).toBe(false);
  });

  test("what was laid aside and never taken goes with the next one", async () => {
    const path = newPath();
    const store = openEmbeddedQuestions({ path });
    await store.layAside("old", { text: "a", key: "a" }, 20000);
    await store.layAside("new", { text: "b", key: "b" }, 20002);
    await store.close();
    const database = new DatabaseSync(path);
    expect(database.prepare("SELECT ticket FROM aside").all()).toEqual([{ ticket: "new" }]);
    database.close();
  });

  test("refuses a broken file in one line that names it, and leaves it alone", () => {
    const path = join(folder, "broken.sqlite");
    writeFileSync(path, "this is a letter, not a database. ".repeat(200));
    expect(() => openEmbeddedQuestions({ path })).toThrow(/^The file of questions .*broken\.sqlite cannot be used .*DATA_DIR$/);
    expect(readFileSync(path, "utf8")).toContain("a letter");
  });

  test("does not take the sessions for its file, nor the sessions its file for theirs", async () => {
    const [sessions, questions] = [newPath(), newPath()];
    await openEmbedded({ path: sessions, days: 30 }).close();
    await openEmbeddedQuestions({ path: questions }).close();
    expect(() => openEmbeddedQuestions({ path: sessions })).toThrow(/another program's database/);
    expect(() => openEmbedded({ path: questions, days: 30 })).toThrow(/another program's database/);
  });
});
