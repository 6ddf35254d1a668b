import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import type { SessionStore } from "../../src/sessions/store.ts";

/** What a store's test file brings to the contract. */
export type Subject = {
  /** Opens another store on the same place, as another process of the same deployment would. */
  open(): SessionStore;
  /** Makes everything kept so far go the time without use that the store was opened with. */
  expire(): Promise<void>;
  /** What the racing process needs to open the same place: the store's kind and where it is. */
  where: ["embedded" | "redis", string];
};

/** What every session store must do. `setUp` makes a fresh and empty place for each test. */
export function describeStore(name: string, setUp: () => Promise<Subject>): void {
  describe(`a session store: ${name}`, () => {
    const opened: SessionStore[] = [];
    const open = (subject: Subject): SessionStore => {
      const store = subject.open();
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    test("knows nobody at first", async () => {
      const store = open(await setUp());
      await store.check();
      expect(await store.recall("telegram:42")).toBeUndefined();
    });

    test("recalls what it was told, as revision 1", async () => {
      const store = open(await setUp());
      expect(await store.remember("telegram:42", "khai sinh “đổi” 🙂\n\u0000", 0)).toBe(true);
      expect(await store.recall("telegram:42")).toEqual({ revision: 1, text: "khai sinh “đổi” 🙂\n\u0000" });
    });

    test("counts revisions one by one", async () => {
      const store = open(await setUp());
      for (let after = 0; after < 12; after++) expect(await store.remember("web:a", `turn ${after}`, after)).toBe(true);
      expect(await store.recall("web:a")).toEqual({ revision: 12, text: "turn 11" });
    });

    test("refuses a write after a revision that is no longer the stored one", async () => {
      const store = open(await setUp());
      await store.remember("web:a", "first", 0);
      await store.remember("web:a", "second", 1);
      for (const after of [0, 1, 3, 99]) expect(await store.remember("web:a", "late", after)).toBe(false);
      expect(await store.recall("web:a")).toEqual({ revision: 2, text: "second" });
    });

    test("refuses a write after a revision of somebody it does not know", async () => {
      const store = open(await setUp());
      expect(await store.remember("web:a", "text", 3)).toBe(false);
      expect(await store.recall("web:a")).toBeUndefined();
    });

    test("keeps citizens apart", async () => {
      const store = open(await setUp());
      await store.remember("telegram:4", "four", 0);
      await store.remember("telegram:42", "forty-two", 0);
      await store.forget("telegram:4");
      expect(await store.recall("telegram:4")).toBeUndefined();
      expect((await store.recall("telegram:42"))?.text).toBe("forty-two");
    });

    test("forgets somebody wholly, and meets her again from revision 1", async () => {
      const store = open(await setUp());
      await store.remember("web:a", "first", 0);
      await store.remember("web:a", "second", 1);
      await store.forget("web:a");
      await store.forget("web:nobody");
      expect(await store.remember("web:a", "after all", 2)).toBe(false);
      expect(await store.remember("web:a", "anew", 0)).toBe(true);
      expect(await store.recall("web:a")).toEqual({ revision: 1, text: "anew" });
    });

    test("is the same for everyone who opens it", async () => {
      const subject = await setUp();
      const [one, other] = [open(subject), open(subject)];
      await one.remember("web:a", "first", 0);
      expect(await other.remember("web:a", "second", 1)).toBe(true);
      expect(await one.recall("web:a")).toEqual({ revision: 2, text: "second" });
    });

    test("still knows everyone after it was closed and opened again", async () => {
      const subject = await setUp();
      const before = subject.open();
      await before.remember("web:a", "first", 0);
      await before.close();
      expect(await open(subject).recall("web:a")).toEqual({ revision: 1, text: "first" });
    });

    test("lets one of two win when both write after the same revision", async () => {
      const subject = await setUp();
      const stores = [open(subject), open(subject)];
      const won = await Promise.all(stores.map((store, number) => store.remember("web:a", `by ${number}`, 0)));
      expect(won.filter(Boolean)).toHaveLength(1);
      const recalled = await Promise.all(stores.map((store) => store.recall("web:a")));
      const winner = { revision: 1, text: `by ${won.indexOf(true)}` };
      expect(recalled).toEqual([winner, winner]);
    });

    test("loses nothing when two processes race", async () => {
      const subject = await setUp();
      const store = open(subject);
      const counts = [300, 300];
      expect(await Promise.all(counts.map((count) => countElsewhere(subject.where, count)))).toEqual([0, 0]);
      expect(await store.recall("web:race")).toEqual({ revision: 600, text: "600" });
    });

    test("loses what was not used for the days it was opened with", async () => {
      const subject = await setUp();
      const store = open(subject);
      await store.remember("web:a", "old", 0);
      await subject.expire();
      expect(await store.recall("web:a")).toBeUndefined();
      expect(await store.remember("web:a", "late", 1)).toBe(false);
      expect(await store.remember("web:a", "anew", 0)).toBe(true);
      expect(await store.recall("web:a")).toEqual({ revision: 1, text: "anew" });
    });

    test("rejects once it is closed, and can be closed twice", async () => {
      const store = (await setUp()).open();
      await store.close();
      await expect(store.check()).rejects.toThrow();
      await expect(store.recall("web:a")).rejects.toThrow();
      await expect(store.remember("web:a", "text", 0)).rejects.toThrow();
      await store.close();
    });
  });
}

/** Another process adds one `count` times, each time by recall and compare-and-set; gives its exit code. */
async function countElsewhere([kind, place]: Subject["where"], count: number): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./count.ts", import.meta.url)), kind, place, String(count)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(child, "exit");
  return code;
}
