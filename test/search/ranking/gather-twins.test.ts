import { describe, expect, test } from "vitest";
import { buildSearch } from "../../../src/search/build-search.ts";
import { knowledge } from "../../knowledge.ts";
import { catalogOf, known } from "../small-catalog.ts";

const codesOf = (question: string): string[] => knowledge.search(question).matches.map(({ code }) => code);
const kindOf = (question: string): string => knowledge.search(question).kind;

describe("twins", () => {
  test("of the first stand within the first five: whoever chooses sees them side by side", () => {
    expect(codesOf("giấy phép bán buôn rượu").slice(0, 5)).toEqual(expect.arrayContaining(["2.001624", "2.000636", "2.001619"]));
  });

  test("are asked about, not guessed, when nothing she said sets them apart", () => {
    expect(kindOf("giấy phép kinh doanh vận tải")).toBe("choose");
    expect(kindOf("em muốn làm lại cccd")).toBe("choose");
  });

  test("are asked about when her words are all but the name of two", () => {
    expect(kindOf("giấy chứng nhận giáo viên dạy thực hành lái xe")).toBe("choose");
    expect(kindOf("cấp lại giấy chứng nhận giáo viên dạy thực hành lái xe")).toBe("found");
    expect(kindOf("cấp giấy chứng nhận giáo viên dạy thực hành lái xe")).toBe("found");
  });

  test("are not asked about when she says which, or says the official name", () => {
    expect(kindOf("gia hạn giấy phép khai thác khoáng sản")).toBe("found");
    expect(kindOf("đăng ký kết hôn")).toBe("found");
    expect(kindOf("em muốn đăng ký kết hôn ạ")).toBe("found");
  });

  test("are told apart by what she says in raw keystrokes, too", () => {
    const question = "cấp lại giấy phép thăm dò khoáng sản ở cấp tỉnh";
    expect(kindOf("caaps laij giaays pheps thawm dof khoangs sanr owr caaps tinhr")).toBe(kindOf(question));
    expect(kindOf(question)).toBe("found");
  });

  test("that only their offices set apart are asked about, though she uses words of the one that more was written for", () => {
    const wish = "xin giấy xác nhận số chứng minh chín số với số căn cước là của một người";
    const { kind, matches } = knowledge.search(wish);
    expect(kind).toBe("choose");
    expect(matches.slice(0, 2).map(({ code }) => code)).toEqual(["2.001178", "1.012566"]);
    expect(kindOf(`${wish} ở cấp tỉnh`)).toBe("found");
  });

  // The last words stand in no phrase, so that all names are as near.
  test("of the first one's field come before others as near, and what does something else behind", () => {
    const rows = [
      "Cấp phép nhóm troạp",
      "Cấp phép nhóm khoéc",
      "Cấp phép nhóm giuồn",
      "Gia hạn phép nhóm phoách",
      "Cấp phép nhóm quoẻm",
      "Cấp phép nhóm xoẹn",
    ];
    const fields = ["A", "B", "B", "B", "B", "A"];
    const small = buildSearch(catalogOf({ known: rows.map((name, at) => known(`1.00000${at}`, name, { field: fields[at] })) }));
    const codes = small("phép nhóm").matches.map(({ code }) => code);
    expect(codes).toEqual(["1.000000", "1.000001", "1.000002", "1.000005", "1.000004", "1.000003"]);
  });
});
