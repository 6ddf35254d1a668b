import { describe, expect, test } from "vitest";
import { type Trial, tryAlias } from "../../../src/staff/questions/try-alias.ts";
import { knowledge } from "../../knowledge.ts";

const question = "xin cái triện đỏ bản phô tô";
const tryIt = (trial: Partial<Trial>) =>
  tryAlias(knowledge.catalog, { code: "2.000815", alias: trial.question ?? question, question, answered: [], ...trial });

describe("a name is tried before anything is written", () => {
  test("one that makes the question find its procedure is taken", () => {
    expect(tryIt({})).toEqual({ place: 1, kind: "found", isNew: true });
    expect(knowledge.search(question).kind).toBe("unknown");
  });

  test("a code that a guided file serves besides its first leads to that file", () => {
    const [other, first] = [...knowledge.catalog.sameAs][0] ?? ["", ""];
    expect(tryIt({ code: other })).toMatchObject({ place: 1 });
    expect(knowledge.catalog.procedures.has(first)).toBe(true);
  });

  test.each([
    ["a code nobody has", { code: "9.999999" }, "questions.no-procedure"],
    ["no words", { alias: " … " }, "questions.no-words"],
    ["a whole story", { alias: "triện đỏ ".repeat(20) }, "questions.too-long"],
    ["a command", { alias: "quay lại" }, "questions.heard-otherwise"],
    ["a command without accents", { alias: "QUAY LAI" }, "questions.heard-otherwise"],
    ["an answer", { alias: "chưa có" }, "questions.heard-otherwise"],
    ["a number of the list", { alias: "số 3" }, "questions.heard-otherwise"],
    ["another procedure's name", { alias: "Đăng ký kết hôn" }, "questions.claimed"],
    ["another procedure's name without accents", { alias: "dang ky ket hon" }, "questions.claimed"],
    ["a life event", { alias: knowledge.catalog.lifeEvents[0]?.aliases.vi[0] ?? "" }, "questions.claimed"],
    ["what no office does", { alias: "xin ly hôn" }, "questions.claimed"],
    ["a name that does not lead there", { question: "đăng ký tạm trú", alias: "tạm trú ở trọ" }, "questions.not-among-first"],
    [
      "a question about what no office does",
      { code: "1.000987", question: "thời tiết hôm nay", alias: "phép báo thời tiết" },
      "questions.not-offered",
    ],
  ])("%s is refused", (_what, trial, sentence) => {
    expect(tryIt(trial)).toMatchObject({ say: sentence });
  });

  test("one that would push an earlier question off its place is refused", () => {
    const answered = [
      { question: "đăng ký kết hôn", code: "9.999998", since: "2026-10" },
      { question: "làm hộ chiếu", code: "1.000894", since: "2026-10" },
    ];
    expect(tryIt({ answered })).toMatchObject({ say: "questions.displaces" });
  });

  test("a name the procedure has already is no mistake, and not new", () => {
    expect(tryIt({ question: "đăng ký kết hôn", alias: "đăng ký kết hôn", code: "1.000894" })).toMatchObject({ place: 1, isNew: false });
  });
});
