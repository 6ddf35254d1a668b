import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { papersOf } from "../../../src/catalog/cases.ts";
import { checkGuided } from "../../../src/catalog/check-guided.ts";
import { compareRows } from "../../../src/catalog/compare.ts";
import { parseFile } from "../../../src/catalog/parse-file.ts";
import { guidedSchema } from "../../../src/catalog/procedure.ts";
import { nameRecords } from "../../../src/staff/choose-records.ts";
import { fileOf, makeGuided } from "../../../src/staff/import/make-guided.ts";
import { readPapers } from "../../../src/staff/import/papers.ts";
import type { FullRecord } from "../../../src/staff/national-record.ts";
import { record, under, words } from "./made-up-records.ts";

const read = (...documents: NonNullable<FullRecord["documents"]>) => {
  const list = readPapers(record("1.000001", { documents }), words);
  if (!list) throw new Error("no paper was read");
  return list;
};
/** The questions by id, with the labels of their answers. */
const asked = ({ questions }: ReturnType<typeof read>) =>
  Object.fromEntries(questions.map(({ id, answers }) => [id, answers.map(({ label }) => label.vi)]));
const none = words.none.vi;
const unsure = words.unsure.vi;

describe("headings become one question where they say for whom their papers are", () => {
  const cases = [...under("a) Trường hợp cấp mới:", "Đơn xin", "Ảnh"), ...under("b) Trường hợp cấp lại:", "Đơn xin lại")];

  test("each paper belongs to its case, and a paper without a heading to everyone", () => {
    const list = read(...cases, ...under("", "Căn cước"));
    expect(asked(list)).toEqual({ case: ["Trường hợp cấp mới", "Trường hợp cấp lại", none, unsure] });
    const named = (answer: string | undefined) =>
      papersOf({ ...guidedOf(list), ...list }, { case: answer ?? "" }).map(({ name }) => name.vi);
    const [fresh, again, neither, either] = list.questions[0]?.answers.map(({ id }) => id) ?? [];
    expect(named(fresh)).toEqual(["Đơn xin", "Ảnh", "Căn cước"]);
    expect(named(again)).toEqual(["Đơn xin lại", "Căn cước"]);
    expect(named(neither)).toEqual(["Căn cước"]);
    expect(named(either)).toEqual(["Đơn xin", "Ảnh", "Đơn xin lại", "Căn cước"]);
    expect(list.papers[0]?.heading?.vi).toBe("a) Trường hợp cấp mới:");
  });

  test("where every paper is in a case, nobody is in none", () => {
    expect(asked(read(...cases))).toEqual({ case: ["Trường hợp cấp mới", "Trường hợp cấp lại", unsure] });
  });

  test.each<[string, string[], Record<string, string[]>]>([
    [
      "who files is a question of its own",
      ["Trường hợp ủy quyền cho cá nhân:"],
      { filer: ["Trường hợp ủy quyền cho cá nhân", none, unsure] },
    ],
    [
      "so is how she files",
      ["Trường hợp nộp trực tuyến:", "Trường hợp nộp trực tiếp:"],
      { way: ["Trường hợp nộp trực tuyến", "Trường hợp nộp trực tiếp", unsure] },
    ],
    ["headings that differ in bullets are one", ["* Trường hợp mất:", "Trường hợp mất"], { case: ["Trường hợp mất", none, unsure] }],
    [
      "two requests are a choice",
      ["Hồ sơ cấp giấy phép", "Hồ sơ cấp lại giấy phép"],
      { case: ["Hồ sơ cấp giấy phép", "Hồ sơ cấp lại giấy phép", none, unsure] },
    ],
    ["one request is the procedure itself", ["Hồ sơ cấp giấy phép"], {}],
    [
      "what comes on top is asked where it is alone",
      ["Trường hợp diều to, nộp thêm:"],
      { case: ["Trường hợp diều to, nộp thêm", none, unsure] },
    ],
    [
      "and not beside other cases",
      ["Trường hợp A:", "Trường hợp B:", "Trường hợp diều to, nộp thêm:"],
      { case: ["Trường hợp A", "Trường hợp B", none, unsure] },
    ],
    ["a list and papers to show are no cases", ["Giấy tờ phải nộp:", "Giấy tờ phải xuất trình:"], {}],
  ])("%s", (_name, headings, questions) => {
    const rows = headings.flatMap((heading, at) => under(heading, `Giấy số ${at}`));
    expect(asked(read(...rows, ...under("", "Căn cước")))).toEqual(questions);
  });

  test("one heading over everything asks nothing", () => {
    const list = read(...under("Trường hợp thả diều:", "Đơn", "Ảnh"));
    expect(list.questions).toEqual([]);
    expect(list.notes).toMatchObject([{ text: { vi: "Trường hợp thả diều:" } }]);
  });

  test("long labels lose what they begin with alike, and keep their whole text beside them", () => {
    const begin = "Trường hợp tổ chức, cá nhân đề nghị cấp lại giấy phép thả diều sáo ở vùng ven biển do thay đổi";
    const list = read(...under(`${begin} tên gọi của người thả diều:`, "Đơn"), ...under(`${begin} địa điểm thả diều đã đăng ký:`, "Đơn"));
    expect(list.questions[0]?.answers.slice(0, 2)).toMatchObject([
      { label: { vi: "… tên gọi của người thả diều" }, inFull: { vi: `${begin} tên gọi của người thả diều` } },
      { label: { vi: "… địa điểm thả diều đã đăng ký" } },
    ]);
  });
});

describe("what no question can be made of stays, word for word", () => {
  test("an unclear heading is a note, its papers are for everyone and name it, and a person is told", () => {
    const heading = "Hồ sơ của người nhận diều (mỗi loại 01 bản):";
    const list = read(...under(heading, "Đơn nhận diều"));
    expect(list.papers).toMatchObject([{ name: { vi: "Đơn nhận diều" }, heading: { vi: "Hồ sơ của người nhận diều (mỗi loại 01 bản):" } }]);
    expect(list.papers[0]?.when).toBeUndefined();
    expect(list.notes).toMatchObject([{ text: { vi: heading } }]);
    expect(list.unclear).toEqual([{ code: "1.000001", text: heading, why: "records.unclear.heading" }]);
  });

  test("sentences are notes, in their case", () => {
    const list = read(
      ...under("Trường hợp mất:", "Đơn"),
      { name: "Trường hợp mất ở nước ngoài thì phải báo cơ quan đại diện.", case: "Trường hợp mất:", copies: { original: 0 } },
      ...under("* Lưu ý:", "- Bản chụp phải rõ."),
      ...under("", "Căn cước"),
    );
    expect(list.notes?.map(({ text }) => text.vi)).toEqual([
      "Trường hợp mất ở nước ngoài thì phải báo cơ quan đại diện.",
      "- Bản chụp phải rõ.",
    ]);
    expect(list.notes?.[0]?.when).toBeDefined();
    expect(list.notes?.[1]?.when).toBeUndefined();
  });

  test("a paper glued to a heading is a paper for everyone", () => {
    const list = read(...under("Tờ khai cũ1 bản chínhb) Trường hợp cấp lại:", "Đơn"), ...under("a) Trường hợp cấp mới:", "Đơn"));
    expect(list.papers[0]).toMatchObject({ name: { vi: "Tờ khai cũ" }, counts: { original: 1 } });
    expect(list.papers[0]?.when).toBeUndefined();
    expect(asked(list)["case"]).toContain("Trường hợp cấp lại");
  });

  test("a row of dashes is no paper, yet accounted for", () => {
    const list = read(...under("", "----", "Đơn"));
    expect(list.papers).toHaveLength(1);
    expect(Object.values(list.rows)).toContain('omitted: a row without words, "----"');
  });

  test("a record that has sentences only has them as its papers", () => {
    expect(read({ name: "Lưu ý: nộp một bộ hồ sơ." }).papers).toHaveLength(1);
    expect(readPapers(record("1.000001", { documents: [] }), words)).toBeUndefined();
  });

  test("a long name is cut at a word and kept whole", () => {
    const name = `Đơn ${"xin thả diều ".repeat(40)}cuối cùng`;
    const [paper] = read(...under("", name)).papers;
    expect(paper?.name.vi.length).toBeLessThanOrEqual(200);
    expect(paper?.inFull?.vi).toBe(name);
  });
});

describe("whatever stands in a record", () => {
  const heading = fc.constantFrom(
    "",
    "-",
    "a) Thành phần hồ sơ:",
    "* Giấy tờ phải xuất trình:",
    "* Lưu ý:",
    "Trường hợp mất:",
    "b) Trường hợp hỏng",
    "Đối với trường hợp 1, hồ sơ gồm:",
    "Trường hợp ủy quyền:",
    "Trường hợp nộp trực tuyến",
    "Hồ sơ cấp lại",
    "Hồ sơ của người nhận",
    "Ảnh cũ1 bản chính,1 bản sao2. Trường hợp đổi",
    "(Trường hợp đã có thì không phải nộp)",
  );
  const name = fc.oneof(
    fc.constantFrom("Đơn", "- Đơn;", "----", "Lưu ý: ghi rõ", "Trường hợp thiếu thì phải bổ sung", "Ảnh:"),
    fc.string({ minLength: 1, maxLength: 300 }).filter((text) => text.trim() !== ""),
  );
  const row = fc.record({ name, case: heading, copies: fc.record({ original: fc.nat(3), copy: fc.nat(3) }) });

  test("the file reads back, every row is accounted for, every word stands in it, and every case has a paper", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (documents) => {
        const one = record("1.000001", { documents });
        const [named] = nameRecords([one]);
        const made = named && makeGuided(named, words);
        if (!made) return;
        const { parsed, problems } = parseFile("x.yaml", fileOf(made.guided), guidedSchema);
        expect(problems).toEqual([]);
        if (!parsed) return;
        expect(checkGuided(parsed)).toEqual([]);
        expect(compareRows(parsed.value, new Map([[one.code, one]]))).toEqual([]);
        const said = wordsIn(JSON.stringify(parsed.value));
        const lost = documents
          .flatMap((row) => [row.name, (row.case ?? "").replace(/\d bản chính,\d bản sao/, " ")])
          .flatMap((text) => [...wordsIn(JSON.stringify(text))]);
        expect(lost.filter((word) => !said.has(word))).toEqual([]);
        for (const answers of everyCase(parsed.value.questions)) expect(papersOf(parsed.value, answers)).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Words of two letters and more; a lone letter or number may be the mark of a list. */
function wordsIn(text: string): Set<string> {
  return new Set(text.normalize("NFC").match(/\p{L}{2,}/gu) ?? []);
}

function everyCase(questions: ReturnType<typeof read>["questions"]): Record<string, string>[] {
  return questions.reduce<Record<string, string>[]>(
    (all, { id, answers }) => all.flatMap((case_) => answers.map((answer) => ({ ...case_, [id]: answer.id }))),
    [{}],
  );
}

function guidedOf({ unclear: _unclear, ...list }: ReturnType<typeof read>) {
  return guidedSchema.parse({
    codes: [{ code: "1.000001", levels: [] }],
    name: { vi: "Thả diều" },
    audience: [],
    fee: { kind: "ask" },
    law: [],
    ...list,
    source: { checked: "2026-07", by: "national record", imported: "0".repeat(16), review: "2027-01-31" },
  });
}
