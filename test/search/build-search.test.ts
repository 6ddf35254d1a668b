import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LifeEvent } from "../../src/catalog/life-event.ts";
import type { Province } from "../../src/catalog/province.ts";
import { buildSearch } from "../../src/search/build-search.ts";
import { knowledge } from "../knowledge.ts";
import { catalogOf, guided, known } from "./small-catalog.ts";

const { search } = knowledge;
const first = (question: string): string | undefined => search(question).matches[0]?.code;

describe("reading", () => {
  test("accents, their order, their place, capitals and invisible characters change nothing", () => {
    const wanted = search("hòa giải thương mại").matches;
    expect(search("hoà giải thương mại").matches).toEqual(wanted);
    expect(search("HÒA GIẢI THƯƠNG MẠI").matches).toEqual(wanted);
    expect(search("hòa giải thương mại".normalize("NFD")).matches).toEqual(wanted);
    expect(search("hòa\u200b giải th\u00adương mại").matches).toEqual(wanted);
  });

  test("what she asked about is taken off the question and returned", () => {
    expect(search("làm hộ chiếu hết bao nhiêu tiền và mất mấy ngày").facets).toEqual(["fee", "time"]);
    expect(search("đăng ký kết hôn cần giấy tờ gì").facets).toEqual(["papers"]);
    expect(search("how much does it cost to register a marriage").facets).toContain("fee");
  });

  test("a frame with nothing in it names no procedure", () => {
    for (const frame of ["hết bao nhiêu tiền", "lệ phí", "nộp ở đâu vậy ạ", "how long"]) {
      expect(search(frame)).toMatchObject({ kind: "unknown", facets: [expect.any(String)] });
    }
  });

  test("a word that no catalog has is repaired to the one meant", () => {
    expect(first("chưng thưc chữ kýy")).toBe("2.000884");
    expect(first("đăng ký khaii sinnh")).toBe("1.001193");
  });

  test("raw keystrokes are read only where nobody knows the word", () => {
    expect(first("caapj laij theer cawn cuwowcs")).toBe("2.001194");
    expect(first("cap5 la5i the3 can8 cu7o7c1")).toBe("2.001194");
    expect(first("passport")).toBe("1.001456");
  });
});

describe("outcomes", () => {
  test("a code finds its procedure, one that another file serves finds that file, two codes are a choice", () => {
    expect(search("1.001193")).toMatchObject({ kind: "found", matches: [{ code: "1.001193", score: 1 }] });
    expect(search("mã 1001193 nhé")).toMatchObject({ kind: "found", matches: [{ code: "1.001193", score: 1 }] });
    expect(search("1.014064")).toMatchObject({ kind: "found", matches: [{ code: "2.001194" }] });
    expect(search("1.001193 hay 1.000894")).toMatchObject({ kind: "choose" });
    expect(search([...knowledge.catalog.procedures.keys()].slice(0, 14).join(" ")).matches).toHaveLength(10);
    expect(search("9.999999").matches).toEqual([]);
  });

  test("two questions in one line take turns", () => {
    const { kind, matches } = search("làm khai sinh cho con và đăng ký tạm trú cần gì");
    expect(kind).toBe("choose");
    expect(matches.slice(0, 2).map(({ code }) => code)).toEqual(["1.001193", "1.004194"]);
  });

  test("what answers such a line as a whole comes first, whichever half names it", () => {
    expect(search("vừa mua chung cư, tính chuyển hộ khẩu từ quê lên đó luôn, mất bao nhiêu ngày ạ").matches[0]?.code).toBe("1.004222");
  });

  test("a name that holds an 'and' is one question", () => {
    const name = "Cấp giấy phép tiến hành công việc bức xạ và sử dụng thiết bị";
    const small = buildSearch(
      catalogOf({ known: [known("1.000001", name), known("1.000002", "Cấp giấy phép bức xạ"), known("1.000003", "Sử dụng thiết bị")] }),
    );
    expect(small(name).matches[0]?.code).toBe("1.000001");
  });

  test("twins that differ only in the office are a choice", () => {
    const twins = [
      known("1.000001", "Khóa căn cước điện tử (thực hiện tại cấp tỉnh)"),
      known("1.000002", "Khóa căn cước điện tử (thực hiện tại cấp xã)"),
    ];
    const others = [known("1.000003", "Đăng ký tạm trú"), known("1.000004", "Cấp hộ chiếu")];
    expect(buildSearch(catalogOf({ known: [...twins, ...others] }))("khóa căn cước điện tử").kind).toBe("choose");
  });

  test("of two that answer alike the one asked for more often comes first", () => {
    const rows = [
      known("1.000001", "Đăng ký xe tạm thời", { filings: 3 }),
      known("1.000002", "Đăng ký xe lần đầu", { filings: 4_000_000 }),
    ];
    expect(buildSearch(catalogOf({ known: rows }))("đăng ký xe").matches[0]?.code).toBe("1.000002");
  });

  test("typed accents count", () => {
    const rows = [known("1.000001", "Cấp phép xây dựng đường"), known("1.000002", "Cấp phép xây dựng Dương")];
    const small = buildSearch(catalogOf({ known: rows }));
    expect(small("xây dựng đường").matches[0]?.code).toBe("1.000001");
    expect(small("xây dựng Dương").matches[0]?.code).toBe("1.000002");
  });

  test("at most ten matches, each once, best first, scores from 0 to 1", () => {
    const { matches } = search("cấp lại giấy chứng nhận");
    expect(matches).toHaveLength(10);
    expect(new Set(matches.map(({ code }) => code)).size).toBe(10);
    const scores = matches.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });
});

describe("what happens in a life", () => {
  const event: LifeEvent = {
    id: "flood",
    name: { vi: "Lũ lụt", en: "A flood" },
    aliases: { vi: ["lũ cuốn mất nhà"], en: ["the flood took my house"] },
    steps: [
      { code: "1.000009", why: { vi: "Trước", en: "First" } },
      { code: "1.000002", why: { vi: "Sau", en: "Then" } },
    ],
  };
  const procedures = {
    guided: [guided(["1.000001", "1.000009"], "Cấp lại thẻ", ["làm lại thẻ"])],
    known: [known("1.000002", "Hỗ trợ nhà ở")],
  };
  const small = buildSearch(catalogOf({ ...procedures, lifeEvents: [event] }));

  test("leads to its procedures in order", () => {
    expect(small("nhà em bị lũ cuốn mất nhà rồi")).toMatchObject({
      kind: "choose",
      lifeEvent: "flood",
      matches: [{ code: "1.000001" }, { code: "1.000002" }],
    });
    expect(small("the flood took my house").lifeEvent).toBe("flood");
    expect(search("mớii sinh con xong").lifeEvent).toBe(search("mới sinh con xong").lifeEvent);
    expect(search("mới sinh con xong").lifeEvent).toBe("child-born");
    expect(small("làm lại thẻ").lifeEvent).toBeUndefined();
  });

  test.each([
    ["làm lý lịch tư pháp để xin việc ở đâu", "3.000333"],
    ["chồng ngoại tình, tôi muốn lấy giấy xác nhận tình trạng hôn nhân", "1.004873"],
    ["bị lừa mất tiền, giờ xin xác nhận cư trú để nộp công an", "1.010041"],
  ])("what no office does, said beside it, does not hide the procedure that is named: %s", (question, code) => {
    const outcome = search(question);
    expect(outcome.matches[0]?.code).toBe(code);
    expect(outcome.kind).not.toBe("unknown");
    expect(outcome.elsewhere).toBeUndefined();
  });
});

describe("a province", () => {
  const province: Province = { ...provincePattern(), id: "here", levels: ["commune"], withoutCodes: ["1.000003"] };
  const rows = [
    known("1.000001", "Đăng ký tạm trú cấp tỉnh", { levels: ["province"] }),
    known("1.000002", "Đăng ký tạm trú cấp xã", { levels: ["commune", "province"] }),
    known("1.000003", "Đăng ký tạm trú nơi khác", { levels: ["commune"] }),
    known("1.000004", "Đăng ký tạm trú không rõ cấp"),
  ];
  const small = buildSearch(catalogOf({ known: rows, provinces: [province] }));
  const codes = (id?: string): string[] =>
    small("đăng ký tạm trú", { province: id })
      .matches.map(({ code }) => code)
      .sort();

  test("keeps what it offers, and what nobody knows the level of", () => {
    expect(codes("here")).toEqual(["1.000002", "1.000004"]);
    expect(small("1.000003", { province: "here" }).kind).toBe("unknown");
  });

  test("no province, or one that is not known, keeps everything", () => {
    expect(codes()).toHaveLength(4);
    expect(codes("nowhere")).toHaveLength(4);
  });
});

describe("bad input", () => {
  test.each([
    ["nothing", ""],
    ["white space", " \n\t "],
    ["only emoji", "🙂🙂👍🏽"],
    ["only punctuation", "?!… --- ,,,"],
    ["control and zero-width characters", "\u0000\u0007\u200b\u202e\ufeff"],
    ["lone surrogates", "\ud83d \udc00"],
    ["Chinese", "我要办护照"],
    ["Thai", "ฉันต้องการทำหนังสือเดินทาง"],
    ["one letter a hundred times", "a".repeat(100)],
  ])("%s is not known", (_name, text) => {
    expect(search(text)).toMatchObject({ kind: "unknown" });
  });

  test("of a long text the first 500 characters are read", () => {
    const question = "đăng ký kết hôn ".padEnd(500, ".");
    expect(search(`${question}${" cấp hộ chiếu".repeat(8000)}`)).toEqual(search(question));
  });

  test("any text gives an outcome", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom("đăng", "ký", "và", "?", "1.001193", "mất", "\u0301", "xe", "ly hôn")).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (question) => {
        const { kind, matches } = search(question, { province: "ninh-binh" });
        expect(["found", "choose", "unknown"]).toContain(kind);
        expect(matches.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the whole catalog", () => {
  test("every name finds its procedure first, unless another has the same name", () => {
    const names = [...knowledge.catalog.procedures.values()].flatMap((procedure) => (procedure.kind === "guided" ? [] : [procedure.known]));
    const sample = names.filter((_, position) => position % 11 === 0);
    const lost = sample.filter(({ code, name }) => {
      const best = search(name.slice(0, 500)).matches[0];
      return (
        best?.code !== code &&
        !names.some((other) => other.code === best?.code && other.name.toLowerCase().startsWith(name.toLowerCase().slice(0, 60)))
      );
    });
    expect(lost.map(({ code, name }) => `${code} ${name}`).length).toBeLessThanOrEqual(Math.floor(sample.length * 0.02));
  });

  test("every alias finds its guided procedure among the first three", () => {
    const lost = [...knowledge.catalog.procedures.values()].flatMap((procedure) =>
      procedure.kind === "known"
        ? []
        : (procedure.guided.aliases?.vi ?? []).filter(
            (alias) =>
              !search(alias)
                .matches.slice(0, 3)
                .some(({ code }) => code === procedure.code),
          ),
    );
    expect(lost.length).toBeLessThanOrEqual(6);
  });
});

function provincePattern(): Province {
  const [province] = knowledge.catalog.provinces;
  if (!province) throw new Error("the content has no province");
  return province;
}
