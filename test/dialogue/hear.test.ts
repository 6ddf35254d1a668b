import { describe, expect, test } from "vitest";
import { hear, namedOption } from "../../src/dialogue/hear.ts";
import { knowledge } from "../knowledge.ts";

describe("what she may have meant", () => {
  test.each([
    ["/start 1_001193--vi", { means: "command", command: "start", words: "1_001193--vi" }],
    ["/FORGET", { means: "command", command: "forget" }],
    ["quay lai", { means: "command", command: "back" }],
    ["2", { means: "nth", nth: 2 }],
    ["số 3", { means: "nth", nth: 3 }],
    ["cai thu hai", { means: "nth", nth: 2 }],
    ["cái cuối", { means: "nth", nth: "last" }],
    ["có rồi ạ", { means: "reply", reply: "have" }],
    ["chưa", { means: "reply", reply: "not-yet" }],
    ["là gì?", { means: "reply", reply: "what" }],
    ["không, ý tôi là đổi tên", { means: "correction", text: "đổi tên" }],
    ["thế cấp lại thì sao?", { means: "follow-up", text: "cấp lại" }],
    ["còn lệ phí", { means: "follow-up", text: "lệ phí" }],
    ["the cap lai thi sao", { means: "follow-up", text: "cap lai" }],
    ["con tôi mới sinh cần làm gì", { means: "question" }],
    ["con toi moi sinh can lam gi", { means: "question" }],
    ["the fee for a passport", { means: "question" }],
    ["mất căn cước", { means: "question" }],
  ])("%s", (text, meaning) => {
    expect(hear(text, knowledge.catalog.words)).toMatchObject(meaning);
  });

  test("a label typed in part is taken only when no other label has that part", () => {
    const options = [{ vi: "Nhà của tôi" }, { vi: "Nhà thuê, mượn, ở nhờ" }];
    expect(namedOption("nha thue", options, (option) => option)).toBe(options[1]);
    expect(namedOption("nhà", options, (option) => option)).toBeUndefined();
    expect(namedOption("x", options, (option) => option)).toBeUndefined();
  });
});
