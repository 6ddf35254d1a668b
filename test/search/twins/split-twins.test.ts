import { describe, expect, test } from "vitest";
import type { Procedure } from "../../../src/catalog/catalog.ts";
import type { Known } from "../../../src/catalog/known.ts";
import { wordsOf } from "../../../src/search/text/fold.ts";
import { type Candidate, splitBy, splitTwins, twinsOf } from "../../../src/search/twins/split-twins.ts";
import { coreOf, fitting, traitBook, traitsSaid } from "../../../src/search/twins/twin-traits.ts";
import { catalogOf, known } from "../small-catalog.ts";

const book = traitBook(catalogOf({}).words);
const said = (question: string) => traitsSaid(book, wordsOf(question));
let next = 0;
const named = (name: string, facts: Partial<Known> = {}): Procedure => {
  const code = `1.${String(next++).padStart(6, "0")}`;
  return { kind: "known", code, known: known(code, name, facts), calledToo: [] };
};
const equally = (...procedures: Procedure[]): Candidate[] => procedures.map((procedure) => ({ procedure, score: 0.8 }));
const codes = (...procedures: Procedure[]): string[] => procedures.map(({ code }) => code);

describe("what a name shows of a procedure", () => {
  test.each([
    ["Cấp thẻ căn cước", ["first"]],
    ["Cấp mới giấy phép hoạt động", ["first"]],
    ["Cấp lại Giấy phép kinh doanh vận tải khi có sự thay đổi", ["reissue"]],
    ["Thủ tục đăng ký lại kết hôn", ["reissue"]],
    ["Đổi, cấp lại Giấy xác nhận khuyết tật", ["exchange", "reissue"]],
    ["Cấp, cấp lại Giấy chứng nhận đủ điều kiện", ["first", "reissue"]],
    ["Cấp sửa đổi, bổ sung Giấy phép bán buôn rượu", ["change"]],
    ["Thay đổi nội dung đăng ký hoạt động", ["change"]],
    ["Thủ tục đăng ký chấm dứt giám hộ", ["close"]],
    ["Trình báo mất hộ chiếu phổ thông", ["lost"]],
    ["Ghi vào Sổ hộ tịch việc ly hôn, hủy việc kết hôn", ["first"]],
  ])("%s does %j", (name, doing) => {
    expect(fitting(book, "doing", named(name))).toEqual(doing);
  });

  test("the facts say the level where the name does not; with neither every level fits", () => {
    expect(fitting(book, "level", named("Tiếp công dân", { levels: ["commune"] }))).toEqual(["commune"]);
    expect(fitting(book, "level", named("Tiếp công dân cấp tỉnh", { levels: ["commune"] }))).toEqual(["province"]);
    expect(fitting(book, "level", named("Tiếp công dân"))).toEqual(["commune", "province", "ministry"]);
  });

  test("without its traits a name is the same as its twin's", () => {
    const [one, other] = [named("Thủ tục đăng ký lại kết hôn có yếu tố nước ngoài"), named("Đăng ký kết hôn")];
    expect(coreOf(book, one)).toEqual(coreOf(book, other));
    expect(coreOf(book, named("Cấp giấy chứng nhận căn cước"))).not.toEqual(coreOf(book, named("Cấp lại thẻ căn cước")));
  });
});

describe("who is a twin", () => {
  const first = named("Cấp Chứng chỉ hành nghề thú y");
  const again = named("Cấp lại Chứng chỉ hành nghề thú y");

  test("those of nearly the same name, when it is likely that one of them is meant", () => {
    const other = named("Cấp Giấy chứng nhận đủ điều kiện buôn bán thuốc thú y");
    const weak = { procedure: other, score: 0.55 };
    expect(twinsOf([...equally(first, again), weak], book, said("chứng chỉ thú y"))?.map(({ procedure }) => procedure)).toEqual([
      first,
      again,
    ]);
    const strong = [1, 2, 3].map(() => ({ procedure: named("Kiểm dịch động vật trên cạn"), score: 0.8 }));
    expect(twinsOf([...equally(first, again), ...strong], book, said("thú y"))).toBeUndefined();
  });

  test("one thing of two trades is two things", () => {
    expect(twinsOf(equally(first, named("Cấp Chứng chỉ hành nghề đấu giá")), book, said("chứng chỉ hành nghề"))).toBeUndefined();
  });

  test("what the question says is not asked: only those that fit it are left", () => {
    const prolonged = named("Gia hạn Chứng chỉ hành nghề thú y");
    const abroad = named("Cấp lại Chứng chỉ hành nghề thú y cho người nước ngoài");
    const all = equally(first, again, prolonged, abroad);
    expect(twinsOf(all, book, said("cấp lại chứng chỉ thú y"))?.map(({ procedure }) => procedure)).toEqual([again, abroad]);
    expect(twinsOf(all, book, said("gia hạn chứng chỉ thú y"))).toBeUndefined();
    expect(twinsOf([], book, said(""))).toBeUndefined();
  });
});

describe("the question that splits twins", () => {
  test("is the one whose answer tells most", () => {
    const [first, again, foreign, foreignAgain] = [
      named("Đăng ký kết hôn"),
      named("Đăng ký lại kết hôn"),
      named("Đăng ký kết hôn có yếu tố nước ngoài"),
      named("Đăng ký lại kết hôn có yếu tố nước ngoài"),
    ];
    expect(splitTwins(equally(first, foreign, foreignAgain, named("Đăng ký kết hôn")), book)?.trait).toBe("foreign");
    expect(splitTwins(equally(first, again, foreign), book, "doing")).toEqual({
      trait: "foreign",
      answers: [
        { ids: ["domestic"], codes: codes(first, again) },
        { ids: ["foreign"], codes: codes(foreign) },
      ],
    });
  });

  test("weighs what is asked for often: one far ahead needs no question", () => {
    const [likely, unlikely] = [named("Cấp lại thẻ", { filings: 1_000_000 }), named("Cấp đổi thẻ")];
    expect(
      splitTwins(
        [
          { procedure: likely, score: 0.9 },
          { procedure: unlikely, score: 0.85 },
        ],
        book,
      )?.trait,
    ).toBe("doing");
    expect(
      splitTwins(
        [
          { procedure: likely, score: 0.9 },
          { procedure: unlikely, score: 0.55 },
        ],
        book,
      ),
    ).toBeUndefined();
  });

  test("prefers what a citizen knows to which office handles it", () => {
    const pair = equally(named("Cấp đổi thẻ (cấp tỉnh)"), named("Cấp lại thẻ (cấp xã)"));
    expect(splitTwins(pair, book)?.trait).toBe("doing");
    expect(splitTwins(pair, book, "doing")?.trait).toBe("level");
  });

  test("is none for the same name and facts", () => {
    expect(splitTwins(equally(named("Tách thửa đất"), named("Tách thửa đất")), book)).toBeUndefined();
    expect(splitTwins([], book)).toBeUndefined();
  });

  test("keeps one that says nothing of it under each answer, and makes answers that leave the same one", () => {
    const [young, old, any] = [
      named("Cấp thẻ cho người dưới 14 tuổi"),
      named("Cấp thẻ cho người từ đủ 14 tuổi trở lên"),
      named("Cấp lại thẻ"),
    ];
    expect(splitBy("age", [young, old, any], book).answers).toEqual([
      { ids: ["under14"], codes: codes(young, any) },
      { ids: ["from14"], codes: codes(old, any) },
    ]);
    const both = named("Đổi, cấp lại giấy");
    expect(splitBy("doing", [both, any], book).answers).toEqual([
      { ids: ["reissue"], codes: codes(both, any) },
      { ids: ["exchange"], codes: codes(both) },
    ]);
    expect(splitBy("doing", [both, young], book).answers.map(({ ids }) => ids)).toEqual([["first"], ["reissue", "exchange"]]);
  });
});
