import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { wrongWith } from "../../../bench/walk/limits.ts";
import { askAside, walkThrough, waysThrough } from "../../../bench/walk/walk-through.ts";
import { procedureOf } from "../../../src/catalog/catalog.ts";
import { readContent } from "../../../src/catalog/read-content.ts";
import { buildSearch } from "../../../src/search/build-search.ts";
import type { FullRecord } from "../../../src/staff/national-record.ts";
import { wording } from "../../knowledge.ts";
import { cases, edit, everything, guidedFile, openRoom, type Room, say, two, withoutPapers } from "./bring.ts";
import { record, under } from "./made-up-records.ts";

let here: Room;
beforeEach(() => {
  here = openRoom();
});
afterEach(() => here.leave());

describe("records become content", () => {
  test("with papers a guided procedure, without a row; the rest that a guide needs comes along", async () => {
    expect(await here.bringAll(two)).toBe(0);
    const { catalog, problems } = readContent(here.into);
    expect(problems).toEqual([]);
    expect(catalog && procedureOf(catalog, "1.000001")).toMatchObject({ kind: "guided", known: { code: "1.000001" } });
    expect(catalog && procedureOf(catalog, "1.000002")).toMatchObject({
      kind: "known",
      known: { field: "Diều sáo", levels: ["province"] },
    });
    expect(catalog?.provinces.length).toBeGreaterThan(0);
    expect(guidedFile(here, "1.000001")).toMatch(/procedures\/dieu-sao\/1\.000001-cap-giay-phep-tha-dieu-so-01\.yaml$/);
  });

  test("each can be walked to its link in the limits of every channel", async () => {
    const longest = `Giấy ${"rất dài ".repeat(1200)}`;
    const many = Array.from({ length: 60 }, (_, at) => `Bản sao giấy tờ chứng minh số ${at}`);
    const wide = Array.from({ length: 14 }, (_, at) =>
      under(`Trường hợp thả diều ở vùng trời ${"xa xôi ".repeat(20)} số ${at}:`, `Đơn ${at}`),
    ).flat();
    await here.bringAll([...two, record("1.000003", { documents: [...under("", longest, ...many), ...wide] })]);
    const { catalog, version } = readContent(here.into);
    if (!catalog) throw new Error("no content");
    const knowledge = { catalog, search: buildSearch(catalog), version };
    for (const code of ["1.000001", "1.000003"]) {
      const procedure = procedureOf(catalog, code);
      if (procedure?.kind !== "guided") throw new Error("not guided");
      const ways = Array.from({ length: waysThrough(procedure.guided) }, (_, way) => walkThrough(knowledge, code, way)).flat();
      for (const { replies } of [...ways, ...askAside(knowledge, procedure.guided)])
        for (const reply of replies)
          expect(wrongWith(wording.speak(reply, "en"), { messages: 0, characters: 0, buttons: 0, address: 0 })).toEqual([]);
    }
  });

  test.each<[string, Partial<FullRecord>, object]>([
    ["free is not believed", { submissionMethods: [{ method: "Trực tiếp", fee: "Miễn phí" }] }, { fee: { kind: "ask" } }],
    [
      "a plain amount is",
      { submissionMethods: [{ method: "Trực tiếp", fee: "50,000 Việt Nam Đồng(/hồ sơ)" }] },
      { fee: { kind: "amounts", amounts: [{ vnd: 50_000, of: { vi: "Trực tiếp: /hồ sơ" } }] } },
    ],
    [
      "any other fee is quoted",
      { submissionMethods: [{ method: "Trực tiếp", fee: "10 USD(/bản)" }] },
      { fee: { kind: "ask", note: { vi: "Trực tiếp: 10 USD(/bản)" } } },
    ],
    [
      "a time with its unit is taken",
      { submissionMethods: [{ method: "Trực tiếp", timeLimit: "05 Ngày làm việc" }] },
      { time: [{ text: { vi: "5 ngày làm việc" } }] },
    ],
    ["a time without its unit is not", { submissionMethods: [{ method: "Trực tiếp", timeLimitRaw: "1" }] }, { time: undefined }],
    [
      "two times of one way need a word each",
      {
        submissionMethods: [
          { method: "Trực tiếp", timeLimit: "1 Ngày" },
          { method: "Trực tiếp", timeLimit: "2 Ngày" },
        ],
      },
      { time: undefined },
    ],
    ["no way online among the ways there are", { submissionMethods: [{ method: "Trực tiếp" }] }, { online: { possible: false } }],
    ["nothing is known of a record without ways", {}, { online: undefined, audience: [], who: undefined }],
    [
      "who may file is said whole",
      { subjects: ["Tổ chức (không bao gồm doanh nghiệp", "HTX)"] },
      { who: { vi: "Tổ chức (không bao gồm doanh nghiệp, HTX)" } },
    ],
    ["the month of its details, and half a year", { detailAsOf: "2025-08-17" }, { source: { checked: "2025-08", review: "2026-02-28" } }],
  ])("facts: %s", async (_name, facts, expected) => {
    await here.bringAll([record("1.000001", facts)]);
    const [made] = readContent(here.into).guided;
    const asked = Object.keys(expected).map((key) => [key, made?.[key as keyof typeof made]]);
    expect(Object.fromEntries(asked)).toMatchObject(expected);
  });

  test("a code that shares its page keeps the papers, with a word of caution, and none of the page's facts", async () => {
    const page = { url: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1", agency: "Cục Diều sáo" };
    await here.bringAll([record("1.000001", page), record("1.000002", { ...page, otherTitles: ["Đổi giấy phép thả diều"] })]);
    const { guided } = readContent(here.into);
    expect(guided[1]).toMatchObject({ name: { vi: "Đổi giấy phép thả diều" }, notes: [{ id: "shared-page" }] });
    expect(guided[1]?.place).toBeUndefined();
    expect(readFileSync(`${here.into}-unclear.csv`, "utf8")).toContain(say("records.unclear.shared-page"));
  });
});

describe("importing again", () => {
  test("the same records changes no byte and tells of nothing", async () => {
    await here.bringAll(two);
    const before = everything(here.room);
    expect(await here.bringAll(two)).toBe(0);
    expect(everything(here.room).filter(([path]) => path !== "records.jsonl")).toEqual(before.filter(([path]) => path !== "records.jsonl"));
    expect(here.said).toEqual([say("records.unchanged", { records: 2, folder: here.into })]);
  });

  test("a newer record changes what nobody has touched, in the same place", async () => {
    await here.bringAll(two);
    const [path, row] = [guidedFile(here, "1.000001"), readFileSync(join(here.into, "index/bo-dieu-sao.csv"), "utf8")];
    await here.bringAll([record("1.000001", { title: "Tên mới của giấy phép", documents: cases }), { ...withoutPapers, popularity: 7 }]);
    expect(readFileSync(path, "utf8")).toContain("Tên mới của giấy phép");
    expect(readContent(here.into).catalog?.procedures.get("1.000002")).toMatchObject({ known: { filings: 7 } });
    expect(readFileSync(join(here.into, "index/bo-dieu-sao.csv"), "utf8")).not.toBe(row);
  });

  test("what a person wrote stays byte for byte, and what the record says otherwise is for review", async () => {
    await here.bringAll(two);
    const path = guidedFile(here, "1.000001");
    const text = edit(path, (old) => old.replace("Đơn xin lại", "Đơn xin lại (lấy ở quầy)").concat("# đã gọi hỏi Sở\n"));
    const index = join(here.into, "index/bo-dieu-sao.csv");
    const rows = edit(index, (old) => old.replaceAll("\n", "\r\n").replace("Cấp giấy phép thả diều số 02", "Thả diều"));
    const newer = record("1.000001", { documents: [...cases, ...under("", "Ảnh 4x6")], legalBasis: ["12/2027/NĐ-CP", "12/2026/NĐ-CP"] });
    const code = await here.bringAll([newer, withoutPapers, record("1.000009", {})]);
    expect(code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(text);
    const own = rows.split("\r\n").find((row) => row.includes("Thả diều")) ?? "no such row";
    expect(readFileSync(index, "utf8").split("\r\n")).toContain(own);
    const review = readFileSync(`${here.into}-review.csv`, "utf8");
    expect(review).toContain("1.000001,giấy tờ hồ sơ mới có,,Ảnh 4x6");
    expect(review).toContain("1.000001,căn cứ pháp lý,,12/2026/NĐ-CP");
    expect(review).toContain("1.000002,dòng mục lục,name: Thả diều,name: Cấp giấy phép thả diều số 02");
    expect(readContent(here.into).problems).toEqual([]);
  });

  test("content of people alone, with an index of other columns, takes new records beside it", async () => {
    mkdirSync(join(here.into, "index"), { recursive: true });
    writeFileSync(
      join(here.into, "index/bo-dieu-sao.csv"),
      "code;name;field;agency;levels;audience;online;result;law;url;filings;source;month\r\n1.000002;Thả diều;;;;;;;;;;sổ tay;2026-01\r\n",
    );
    const before = readFileSync(join(here.into, "index/bo-dieu-sao.csv"), "utf8");
    expect(await here.bringAll(two)).toBe(0);
    expect(readFileSync(join(here.into, "index/bo-dieu-sao.csv"), "utf8")).toBe(before);
    expect(readFileSync(join(here.into, "index/bo-dieu-sao-2.csv"), "utf8")).toContain("1.000001");
  });
});

describe("all or nothing", () => {
  test("content with a mistake in it is left as it is, and the mistake told", async () => {
    await here.bringAll(two);
    edit(guidedFile(here, "1.000001"), (text) => text.replace("way: hand-in", "way: mail"));
    const before = everything(here.into);
    expect(await here.bringAll([...two, record("1.000003")])).toBe(1);
    expect(here.said.join("\n")).toContain("1.000001-cap-giay-phep-tha-dieu-so-01.yaml");
    expect(everything(here.into)).toEqual(before);
    expect(readdirSync(here.room).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  test("a second import at the same time is told to wait", async () => {
    mkdirSync(`${here.into}.new`);
    expect(await here.bringAll(two)).toBe(1);
    expect(here.said.join("\n")).toContain(`${here.into}.new`);
    expect(existsSync(here.into)).toBe(false);
  });

  test("an import broken off between its last two steps is mended by the next", async () => {
    await here.bringAll(two);
    const before = everything(here.into);
    renameSync(here.into, `${here.into}.before`);
    expect(await here.bringAll(two)).toBe(0);
    expect(everything(here.into)).toEqual(before);
  });
});
