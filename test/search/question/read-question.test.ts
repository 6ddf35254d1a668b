import { describe, expect, test } from "vitest";
import { stockOf } from "../../../src/search/build-search.ts";
import { readQuestion } from "../../../src/search/question/read-question.ts";
import { spell } from "../../../src/search/question/spell.ts";
import { knowledge } from "../../knowledge.ts";

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
    expect(readAs("my husbands passport is lost")).toContain("is lost");
    expect(readAs("ddoori bawngf a1")).toBe("đổi bằng a1");
  });
});

describe("a misspelt word", () => {
  test("is read alike whatever was asked before", () => {
    const { reader: fresh } = stockOf(knowledge.catalog);
    spell(fresh, "xin banhh1");
    expect(spell(fresh, "xin bánhh").words).toEqual(spell(reader, "xin bánhh").words);
  });
});

describe("a line without accents", () => {
  test("gets them back when it is Vietnamese", () => {
    expect(readAs("dang ky tam tru cho me em")).toBe("đăng ký tạm trú cho mẹ em");
  });

  test("stays as it is when it is English, though many of its words could be syllables", () => {
    expect(readAs("I am in Ninh Binh and who has to register me")).toBe("i am in ninh binh and who has to register me");
  });
});

describe("particles", () => {
  const marked = (question: string): string[] =>
    readQuestion(reader, question).own.map(({ typed, particle }) => (particle ? `${typed} (${particle})` : typed));

  test("stay, marked: part of a name, or loose", () => {
    expect(marked("bảo hiểm cho trẻ em ạ")).toEqual(["bảo", "hiểm", "cho", "trẻ", "em (named)", "ạ (loose)"]);
    expect(marked("vậy hộ chiếu")).toEqual(["vậy (loose)", "hộ", "chiếu"]);
  });

  test("are no part of a name by standing so in a phrase for what no office does", () => {
    expect(marked("ly dị thì ra sao")).toContain("thì (loose)");
  });

  test("are nothing to look up where nothing else is said, nor is courtesy of several words", () => {
    expect(marked("vậy thì sao ạ")).toEqual([]);
    expect(marked("ad ơi cho em hỏi hộ chiếu")).toEqual(["hộ", "chiếu"]);
  });
});

describe("the names of provinces", () => {
  const read = (question: string) => {
    const { own, faint } = readQuestion(reader, question);
    return { own: own.map(({ typed }) => typed).join(" "), faint: faint.map(({ typed }) => typed).join(" ") };
  };

  test("count little, those people still use too", () => {
    expect(read("chuyển khẩu từ Nam Định lên Lạng Sơn")).toEqual({ own: "chuyển khẩu từ lên", faint: "nam định lạng sơn" });
    expect(read("chuyen khau tu Ha Noi ve que").faint).toBe("hà nội");
  });

  test("are what is asked when nothing else is said", () => {
    const { own, faint } = read("Thái Nguyên");
    expect({ own, faint }).toEqual({ own: "", faint: "thái nguyên" });
  });
});
