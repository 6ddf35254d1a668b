import { describe, expect, it } from "vitest";
import { stockOf } from "../../../src/search/build-search.ts";
import { explainAnswer } from "../../../src/search/explain/explain.ts";
import { readQuestion } from "../../../src/search/question/read-question.ts";
import { rank } from "../../../src/search/ranking/rank.ts";
import { answersIn, doesWhatIsAsked } from "../../../src/search/twins/doing.ts";
import { knowledge } from "../../knowledge.ts";

const stock = stockOf(knowledge.catalog);
const wanted = (question: string) => answersIn(readQuestion(stock.reader, question).doing);
const doingOf = (code: string) => answersIn(stock.index.doing[stock.positions.get(code) ?? -1] ?? 0);

describe("what she wants done", () => {
  it("is read in the words of official names, with or without accents, and from raw keystrokes", () => {
    expect(wanted("gia hạn tạm trú")).toEqual(["extend"]);
    expect(wanted("gia han tam tru")).toEqual(["extend"]);
    expect(wanted("gia hanj taamj trus")).toEqual(["extend"]);
    expect(wanted("cấp đổi hoặc cấp lại thẻ căn cước")).toEqual(["reissue", "exchange"]);
  });

  it("is nothing when she does not say", () => {
    expect(wanted("làm giấy tạm trú")).toEqual([]);
    expect(wanted("")).toEqual([]);
  });
});

describe("what a procedure does", () => {
  it("is told by its name; one that shows nothing is done for the first time", () => {
    expect(doingOf("1.002755")).toEqual(["extend"]);
    expect(doingOf("1.004194")).toEqual(["first"]);
  });

  it("fits when it is among what she wants, and for the first time when she wants nothing", () => {
    const [first, extend, both] = [0b1, 0b1000, 0b1001];
    expect([doesWhatIsAsked(extend, extend), doesWhatIsAsked(both, extend), doesWhatIsAsked(first, extend)]).toEqual([true, true, false]);
    expect([doesWhatIsAsked(first, 0), doesWhatIsAsked(both, 0), doesWhatIsAsked(extend, 0)]).toEqual([true, true, false]);
  });

  it("takes something from the score of what does something else, however well it is called", () => {
    const scoreOf = (question: string, doing?: number) => {
      const reading = readQuestion(stock.reader, question);
      const position = stock.positions.get("1.004194") ?? -1;
      return rank(stock.index, doing === undefined ? reading : { ...reading, doing }, (one) => one === position).ranked[0]?.score ?? 0;
    };
    const extend = readQuestion(stock.reader, "gia hạn").doing;
    expect(scoreOf("đăng ký tạm trú", extend)).toBeLessThan(scoreOf("đăng ký tạm trú"));
  });

  it("is explained", () => {
    const { read, first } = explainAnswer(stock, "gia hạn tạm trú cho em ở trọ");
    expect(read.doing).toEqual(["extend"]);
    expect(first.find(({ code }) => code === "1.002755")?.doesAsAsked).toBe(true);
    expect(first.find(({ code }) => code === "1.004194")?.doesAsAsked).toBe(false);
  });
});
