import { describe, expect, test } from "vitest";
import { applies, keptAnswers, papersOf, questionsOf } from "../../src/catalog/cases.ts";
import { guided } from "../knowledge.ts";

const stay = guided.find(({ codes }) => codes[0]?.code === "1.004194");
if (!stay) throw new Error("temporary residence is not in the content");

describe("what belongs to her case", () => {
  test.each([
    [{}, {}, true],
    [{ when: { all: { who: ["self"] } } }, {}, false],
    [{ when: { all: { who: ["self", "other"] } } }, { who: "other" }, true],
    [{ when: { all: { who: ["self"], where: ["home"] } } }, { who: "self" }, false],
    [{ when: { any: { who: ["self"], where: ["home"] } } }, { where: "home" }, true],
    [{ when: { all: { who: ["self"] }, any: { where: ["home"] } } }, { who: "self", where: "away" }, false],
  ])("%j with %j: %s", (entry, answers, expected) => {
    expect(applies(entry, answers)).toBe(expected);
  });

  test("a question is asked only when the answers before it lead there", () => {
    expect(questionsOf(stay, {}).map(({ id }) => id)).toEqual(["kind"]);
    expect(questionsOf(stay, { kind: "barracks" }).map(({ id }) => id)).toContain("force");
  });

  test("a changed answer leaves no ghost behind", () => {
    expect(keptAnswers(stay, { kind: "list", force: "army" })).toEqual({ kind: "list" });
    expect(keptAnswers(stay, { kind: "no-such-answer" })).toEqual({});
    expect(papersOf(stay, { kind: "list", force: "army" }).map(({ id }) => id)).not.toContain("unit-letter");
  });
});
