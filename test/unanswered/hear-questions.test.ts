import { describe, expect, test, vi } from "vitest";
import type { Fate } from "../../src/dialogue/knowledge.ts";
import { dayOf, monthName, monthOf } from "../../src/unanswered/calendar.ts";
import { openEmbeddedQuestions } from "../../src/unanswered/embedded.ts";
import { hearQuestions } from "../../src/unanswered/hear-questions.ts";
import type { QuestionStore } from "../../src/unanswered/question-store.ts";
import { knowledge } from "../knowledge.ts";

const at = Date.parse("2026-11-22T02:00:00Z");
const month = monthOf(at);

function listen(store: QuestionStore = openEmbeddedQuestions({ path: ":memory:" })) {
  const troubles: string[] = [];
  const words = knowledge.catalog.words;
  const tell = hearQuestions({ store, words: () => words, trouble: (error) => troubles.push(String(error)) });
  return { store, troubles, hear: (fate: Fate, tickets: { ticket?: string; before?: string } = {}) => tell({ fate, at, ...tickets }) };
}

describe("questions that were answered in vain", () => {
  test("an unknown one is counted, masked", async () => {
    const { store, hear } = listen();
    hear({ is: "unknown", question: "Chị Hoa 0912345678 muốn TRÁM GIẾNG khoan ạ" });
    await vi.waitFor(async () =>
      expect(await store.list(month)).toMatchObject([{ text: "chị … muốn trám giếng khoan ạ", unknown: 1, none: 0 }]),
    );
  });

  test("one that ended in none of these is counted then, not before; one that was answered meanwhile is not", async () => {
    const { store, hear } = listen();
    hear({ is: "offered", question: "trám giếng khoan" }, { ticket: "a" });
    hear({ is: "answered" }, { before: "a" });
    hear({ is: "none" }, { before: "a" });
    hear({ is: "offered", question: "xin mộc đỏ" }, { ticket: "b" });
    hear({ is: "none" }, { before: "b" });
    hear({ is: "none" });
    await vi.waitFor(async () => expect(await store.list(month)).toMatchObject([{ text: "xin mộc đỏ", unknown: 0, none: 1 }]));
  });

  test("where nothing of her own is left, nothing is kept", async () => {
    const { store, hear } = listen();
    hear({ is: "unknown", question: "tôi là Nguyễn Văn An, sđt 0912345678" });
    hear({ is: "offered", question: "0912345678" }, { ticket: "a" });
    hear({ is: "none" }, { before: "a" });
    hear({ is: "unknown", question: "trám giếng" });
    await vi.waitFor(async () => expect(await store.list(month)).toHaveLength(1));
  });

  test("a store that fails is told once, and nobody is disturbed", async () => {
    const store = openEmbeddedQuestions({ path: ":memory:" });
    await store.close();
    const { troubles, hear } = listen(store);
    for (let n = 0; n < 5; n++) hear({ is: "unknown", question: "trám giếng" });
    await vi.waitFor(() => expect(troubles).toHaveLength(1));
    hear({ is: "none" }, { before: "a" });
    await new Promise((resolve) => setImmediate(resolve));
    expect(troubles).toHaveLength(1);
  });
});

describe("months and days", () => {
  test("are those of Vietnam", () => {
    const lastEvening = Date.parse("2026-10-31T17:30:00Z");
    expect(monthName(monthOf(lastEvening))).toBe("2026-11");
    expect(monthName(monthOf(Date.parse("2026-12-31T16:59:59Z")))).toBe("2026-12");
    expect(dayOf(lastEvening) - dayOf(lastEvening - 60 * 60 * 1000)).toBe(1);
  });
});
