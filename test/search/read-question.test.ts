import { describe, expect, test } from "vitest";
import { stockOf } from "../../src/search/build-search.ts";
import { spell } from "../../src/search/read-question.ts";
import { knowledge } from "../knowledge.ts";

const { reader } = stockOf(knowledge.catalog);
const readAs = (question: string): string =>
  spell(reader, question)
    .words.map(({ typed }) => typed)
    .join(" ");

describe("raw Telex", () => {
  test("is read also where it looks like English", () => {
    expect(readAs("sang teen xe mays cux")).toBe("sang tên xe máy cũ");
  });

  test("leaves English alone, and the letter of a licence", () => {
    expect(readAs("passport for a teen")).toBe("passport for a teen");
    expect(readAs("ddoori bawngf a1")).toBe("đổi bằng a1");
  });
});
