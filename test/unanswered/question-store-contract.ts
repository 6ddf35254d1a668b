import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { dayOf, monthOf } from "../../src/unanswered/calendar.ts";
import type { Kept, Question, QuestionStore } from "../../src/unanswered/question-store.ts";

/** What a store's test file brings to the contract: a place that others can open too, and what another process needs to find it. */
export type Subject = { open(most?: number): QuestionStore; where: ["embedded" | "redis", string] };

const month = monthOf(Date.now());
const today = dayOf(Date.now());
const question = (text: string): Question => ({ text, key: text });
const texts = (kept: Kept[]): string[] => kept.map(({ text }) => text).sort();

/** What every store of unanswered questions must do. `setUp` makes a fresh and empty place for each test. */
export function describeQuestionStore(name: string, setUp: () => Promise<Subject>): void {
  describe(`a store of unanswered questions: ${name}`, () => {
    const opened: QuestionStore[] = [];
    const open = (subject: Subject, most?: number): QuestionStore => {
      const store = subject.open(most);
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    test("has no questions at first", async () => {
      expect(await open(await setUp()).list(month)).toEqual([]);
    });

    test("counts a question by why and keeps its first and its last month, and nothing else", async () => {
      const store = open(await setUp());
      await store.count({ text: "trám giếng ở đâu", key: "gieng tram" }, "unknown", month - 2);
      await store.count({ text: "tram gieng", key: "gieng tram" }, "none", month);
      await store.count({ text: "tram gieng", key: "gieng tram" }, "unknown", month - 1);
      expect(await store.list(month)).toEqual([
        { number: 1, key: "gieng tram", text: "trám giếng ở đâu", unknown: 2, none: 1, first: month - 2, last: month },
      ]);
    });

    test("a question keeps its number; one that was struck out comes back as a new one", async () => {
      const store = open(await setUp());
      for (const text of ["a", "b", "a", "c"]) await store.count(question(text), "unknown", month);
      await store.strike(["b", "nobody asked this"]);
      await store.strike([]);
      await store.count(question("b"), "unknown", month);
      const numbers = Object.fromEntries((await store.list(month)).map((kept) => [kept.text, kept.number]));
      expect(numbers).toEqual({ a: 1, c: 3, b: 4 });
    });

    test("keeps whatever signs a question has", async () => {
      const store = open(await setUp());
      const odd = { text: "khai “sinh” 🙂 \\ ' \" %s …", key: "{}[]:* 'x'" };
      await store.count(odd, "unknown", month);
      expect(await store.list(month)).toMatchObject([odd]);
      await store.strike([odd.key]);
      expect(await store.list(month)).toEqual([]);
    });

    test("a question that was laid aside is taken once", async () => {
      const store = open(await setUp());
      await store.layAside("ticket-1", question("trám giếng"), today);
      await store.layAside("ticket-2", question("xin mộc đỏ"), today);
      expect(await store.list(month)).toEqual([]);
      expect(await store.takeAside("ticket-1", today)).toEqual(question("trám giếng"));
      expect(await store.takeAside("ticket-1", today)).toBeUndefined();
      expect(await store.takeAside("nobody's", today)).toBeUndefined();
      expect(await store.takeAside("ticket-2", today + 1)).toEqual(question("xin mộc đỏ"));
    });

    test("after the next day it is gone", async () => {
      const store = open(await setUp());
      await store.layAside("ticket-1", question("trám giếng"), today);
      expect(await store.takeAside("ticket-1", today + 2)).toBeUndefined();
    });

    test("what nobody asked for twelve months goes", async () => {
      const store = open(await setUp());
      await store.count(question("old"), "unknown", month - 12);
      await store.count(question("nearly"), "unknown", month - 11);
      expect(texts(await store.list(month))).toEqual(["nearly"]);
      await store.count(question("new"), "unknown", month);
      expect(texts(await store.list(month - 1))).toEqual(["nearly", "new"]);
    });

    test("when it is full, the one asked least often makes room, and of several the one not asked for longest", async () => {
      const store = open(await setUp(), 3);
      for (const [text, when] of [
        ["often", month - 3],
        ["often", month - 3],
        ["old", month - 2],
        ["newer", month - 1],
      ] as const)
        await store.count(question(text), "unknown", when);
      await store.count(question("newest"), "none", month);
      expect(texts(await store.list(month))).toEqual(["newer", "newest", "often"]);
      await store.count(question("and more"), "unknown", month);
      expect(texts(await store.list(month))).toEqual(["and more", "newest", "often"]);
    });

    test("a new question gets in though all the others were asked more often", async () => {
      const store = open(await setUp(), 2);
      for (const text of ["a", "a", "b", "b", "b", "new"]) await store.count(question(text), "unknown", month);
      expect(texts(await store.list(month))).toEqual(["b", "new"]);
    });

    test("is the same for everyone who opens it, and after it was closed", async () => {
      const subject = await setUp();
      const [one, other] = [open(subject), open(subject)];
      await one.count(question("a"), "unknown", month);
      await other.count(question("a"), "none", month);
      await one.close();
      await other.close();
      expect(await open(subject).list(month)).toMatchObject([{ text: "a", unknown: 1, none: 1 }]);
    });

    test("loses no count when two processes count", async () => {
      const subject = await setUp();
      const store = open(subject);
      expect(await Promise.all([countElsewhere(subject.where), countElsewhere(subject.where)])).toEqual([0, 0]);
      expect(await store.list(month)).toMatchObject([{ text: "asked by two", unknown: 400 }]);
    });

    test("rejects once it is closed, and can be closed twice", async () => {
      const store = (await setUp()).open();
      await store.close();
      await expect(store.count(question("a"), "unknown", month)).rejects.toThrow();
      await expect(store.list(month)).rejects.toThrow();
      await store.close();
    });
  });
}

/** Another process counts one question 200 times; gives its exit code. */
async function countElsewhere([kind, place]: Subject["where"]): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./count.ts", import.meta.url)), kind, place], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  return code;
}
