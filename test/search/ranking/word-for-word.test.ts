import { describe, expect, test } from "vitest";
import { nameOf, procedureOf } from "../../../src/catalog/catalog.ts";
import { buildSearch } from "../../../src/search/build-search.ts";
import { fieldsOf, nameWithoutOffice } from "../../../src/search/index/fields.ts";
import { wordsOf } from "../../../src/search/text/fold.ts";
import { knowledge } from "../../knowledge.ts";
import { catalogOf, known } from "../small-catalog.ts";

const { catalog, search } = knowledge;
const spoken = (text: string): string =>
  wordsOf(text)
    .map(({ folded }) => folded)
    .join(" ");
const officialName = (code: string): string => {
  const procedure = procedureOf(catalog, code);
  return procedure ? nameOf(procedure).vi : "";
};
const codes = [...catalog.procedures.keys()];
/** The codes whose own official name, typed this way, finds another that is not called the same. */
const missed = (type: (name: string) => string): string[] =>
  codes.filter((code) => {
    const first = search(type(officialName(code))).matches[0]?.code ?? "";
    return spoken(officialName(first)) !== spoken(officialName(code));
  });

describe("an official name finds its procedure first, or one of the very same name", () => {
  test("every one of the catalog", () => {
    expect(missed((name) => name)).toEqual([]);
  });

  test("every one without accents", () => {
    expect(missed((name) => name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D"))).toEqual([]);
  });

  test("every one in capitals, and copied with its signs and spaces", () => {
    expect(missed((name) => `  ${name.toUpperCase().replaceAll(" ", "\n ")} .`)).toEqual([]);
  });
});

describe("an official name", () => {
  const shortName = (code: string): string => {
    const procedure = procedureOf(catalog, code);
    return spoken(procedure ? nameWithoutOffice(procedure) : "");
  };
  const kindsOf = (some: readonly string[]): Record<string, number> =>
    Object.fromEntries([...Map.groupBy(some, (code) => search(officialName(code)).kind)].map(([kind, all]) => [kind, all.length]));
  const byName = Map.groupBy(codes, (code) => spoken(officialName(code)));
  const [shared, own] = [
    [...byName.values()].filter(({ length }) => length > 1),
    [...byName.values()].filter(({ length }) => length === 1),
  ];

  test("that nobody else has is found, whole", () => {
    const others = Map.groupBy(codes, shortName);
    const alone = own.flat().filter((code) => others.get(spoken(officialName(code)))?.every((one) => one === code) ?? true);
    expect(alone.length).toBeGreaterThan(2000);
    expect(kindsOf(alone)).toEqual({ found: alone.length });
  });

  test("that several have is asked back: their offices differ", () => {
    expect(kindsOf(shared.flat())).toEqual({ choose: shared.flat().length });
    expect(search("thành lập hội").kind).toBe("choose");
  });
});

test("an official name is found with a frame round it, too", () => {
  expect(search("thủ tục cấp lại giấy chứng nhận giáo viên dạy thực hành lái xe").kind).toBe("found");
  expect(search("cấp lại giấy chứng nhận giáo viên dạy thực hành lái xe cần giấy tờ gì").kind).toBe("found");
});

describe("a topic alone", () => {
  const twoWords = (field: string): boolean => wordsOf(field).length > 1;
  const fieldsOfCatalog = [...catalog.procedures.values()].flatMap((procedure) => fieldsOf(procedure).field.slice(0, 1));
  const large = [...Map.groupBy(fieldsOfCatalog, (field) => field)].filter(([field, all]) => twoWords(field) && all.length >= 10);

  test("is offered what there is of it: the name of every field with ten procedures", () => {
    expect(large.length).toBeGreaterThan(50);
    expect(large.filter(([field]) => search(field).kind === "unknown")).toEqual([]);
  });

  test.each(["lương hưu", "luong huu", "quốc tịch", "du lịch", "chăn nuôi"])("is asked back: %s", (topic) => {
    expect(search(topic).kind).toBe("choose");
  });

  test("is no topic when one name has it by the way, or it is but one syllable", () => {
    expect(search("ly hôn").kind).toBe("unknown");
    expect(search("điện").kind).toBe("unknown");
  });
});

describe("a name that holds another", () => {
  const often = { filings: 900_000 };
  const small = buildSearch(
    catalogOf({
      known: [
        known("1.000001", "Khai thuế tài nguyên/khai quyết toán thuế tài nguyên", often),
        known("1.000002", "Khai quyết toán thuế tài nguyên"),
        known("1.000003", "Cấp lại thẻ bảo hiểm y tế (thực hiện tại cấp xã)"),
        known("1.000004", "Cấp lại thẻ bảo hiểm y tế", often),
      ],
    }),
  );

  test("does not win by being asked for more often", () => {
    expect(small("khai quyet toan thue tai nguyen").matches[0]?.code).toBe("1.000002");
  });

  test("does not win when the rest of the name reads like a frame", () => {
    expect(small("Cấp lại thẻ bảo hiểm y tế (thực hiện tại cấp xã)").matches[0]?.code).toBe("1.000003");
    expect(small("cấp lại thẻ bảo hiểm y tế").matches[0]?.code).toBe("1.000004");
  });
});
