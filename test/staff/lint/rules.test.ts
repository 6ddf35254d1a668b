import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { lintListSchema, type TextKind } from "../../../src/catalog/lint-list.ts";
import type { Paper } from "../../../src/catalog/procedure.ts";
import { deadFinders, deadWords } from "../../../src/staff/lint/dead-words.ts";
import { copyFinder, identityCopies } from "../../../src/staff/lint/identity-copy.ts";
import { guidedKinds, lifeEventKinds, provinceKinds, textsOf, wordKinds } from "../../../src/staff/lint/texts.ts";

const list = lintListSchema.parse(parse(readFileSync("content/lint.yaml", "utf8")));
const finders = deadFinders(list.dead);
const rulesMet = (kind: TextKind, text: string, file = "procedures/a/b.yaml"): string[] =>
  deadWords(file, [{ kind, text, path: [], id: "" }], finders).flatMap(({ fault }) => (fault.kind === "dead" ? [fault.rule.id] : []));

describe("the list of dead words, on sentences of the desk", () => {
  test.each<[string, TextKind, string, string[]]>([
    ["the district as a place to file", "place", "Nộp tại Ủy ban nhân dân cấp huyện nơi bạn cư trú", ["cap-huyen"]],
    ["the same in capitals and the other spelling of the tone", "place", "UỶ BAN NHÂN DÂN HUYỆN", ["cap-huyen"]],
    ["an office of the district", "note", "Phòng Tư pháp xem xét hồ sơ", ["cap-huyen"]],
    ["what the former district issued", "note", "Giấy do cơ quan cấp huyện cũ cấp trước ngày 1/7/2025", []],
    ["a word that only looks like it", "note", "Chuyển huyện đội", []],
    ["the district in English", "place", "The district People's Committee", ["cap-huyen"]],
    ["the household book as a paper", "paper", "Sổ hộ khẩu của chủ hộ (bản chính)", ["so-ho-khau"]],
    ["a form whose name has the word household", "paper", "Phiếu báo thay đổi hộ khẩu, nhân khẩu", []],
    ["a note that says the book is gone", "note", "Sổ hộ khẩu giấy nay không còn dùng", []],
    ["levels of online service", "note", "Dịch vụ công trực tuyến mức độ 4", ["muc-do"]],
    ["a level of pollution", "note", "Ô nhiễm ở mức độ 3", []],
    ["a page of the old portal", "link", "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc.html?ma=1", ["duong-dan-chet"]],
    ["a page of the portal", "link", "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7", []],
    ["a ministry's own portal inside a sentence", "note", "Nộp ở http://dichvucong.mae.gov.vn.", ["cong-rieng"]],
    ["the portal of combined dossiers", "note", "Xem ở https://lienthong.dichvucong.gov.vn/#/tra-cuu-ho-so", []],
    ["a host of a former province", "note", "Xem www.namdinh.gov.vn", ["may-chu-cu"]],
    ["a department that was merged", "place", "Sở Kế hoạch và Đầu tư", ["so-cu"]],
    ["a department of today", "place", "Sở Nông nghiệp và Môi trường", []],
    ["a ministry that was merged, as an addressee", "note", "Nộp cho Bộ Kế hoạch và Đầu tư", ["bo-cu"]],
    ["the same as the author of a text", "note", "Thông tư của Bộ Kế hoạch và Đầu tư", []],
    ["a former province as a place", "place", "Sở Y tế Nam Định", ["tinh-cu-o-day"]],
    ["a former province that is called so", "place", "Tại Ninh Bình (gồm cả Hà Nam, Nam Định cũ)", []],
    ["letters that happen to spell it", "place", "Người Việt Nam định cư ở nước ngoài", []],
    ["another former province", "note", "Làm tại tỉnh Bắc Giang", ["tinh-cu"]],
    ["a province of today", "note", "Làm tại tỉnh Lạng Sơn", []],
  ])("%s", (_name, kind, text, rules) => {
    expect(rulesMet(kind, text)).toEqual(rules);
  });

  test("a rule leaves the kinds of text alone that it does not name, and the exceptions of the list", () => {
    expect(rulesMet("paper", "Quyết định của Ủy ban nhân dân cấp huyện về trợ cấp")).toEqual([]);
    expect(rulesMet("link", "https://dichvucong.langson.gov.vn", "provinces/lang-son.yaml")).toEqual([]);
    expect(rulesMet("link", "https://dichvucong.langson.gov.vn")).toEqual(["cong-rieng"]);
  });

  test("an exception may be one note of a file", () => {
    const one = { id: "x", words: ["cấp huyện"], why: "đã bỏ rồi", instead: "viết cấp xã" };
    const excused = deadFinders([{ ...one, exceptions: [{ file: "a.yaml", at: "history", reason: "kể chuyện ngày trước" }] }]);
    const notes = ["history", "other"].map((id) => ({ kind: "note" as const, text: "cấp huyện", path: [], id }));
    expect(deadWords("a.yaml", notes, excused).map(({ written }) => written.id)).toEqual(["other"]);
  });
});

describe("what is looked through", () => {
  const said = "mức độ 4";
  test.each<[string, Parameters<typeof textsOf>[0], Parameters<typeof textsOf>[1]]>([
    ["aliases and everyday names of a procedure", { aliases: { vi: [said] }, everyday: { vi: said } }, guidedKinds],
    ["where the rows of the record went, laws, sources", { rows: { "0a0a0a0a": said }, law: [said], source: { by: said } }, guidedKinds],
    ["former names, history and sources of a province", { formerNames: [said], history: [{ text: { vi: said } }] }, provinceKinds],
    ["what people type when something happens", [{ aliases: { vi: [said] } }], lifeEventKinds],
    ["how people write", { everyday: { a: said }, elsewhere: [{ words: [said] }] }, wordKinds],
  ])("%s are citizens' words or records, and exempt", (_name, value, kinds) => {
    expect(textsOf(value, kinds)).toEqual([]);
  });

  test("each text has its kind and the id around it", () => {
    const value = {
      name: { vi: "a", en: "b" },
      codes: [{ code: "1.000001", url: "https://x.gov.vn" }],
      papers: [{ id: "form", name: { vi: "c" }, way: "hand-in", form: { name: "TK01" }, from: { vi: "d" }, what: { vi: "e" } }],
      questions: [{ id: "who", ask: { vi: "f" }, answers: [{ id: "me", label: { vi: "g" } }] }],
    };
    expect(textsOf(value, guidedKinds).map(({ kind, text, id }) => `${kind} ${text} ${id}`.trim())).toEqual([
      "name a",
      "name b",
      "link https://x.gov.vn",
      "paper c form",
      "paper TK01 form",
      "place d form",
      "note e form",
      "question f who",
      "question g me",
    ]);
  });
});

describe("a copy of the card that national data has", () => {
  const finder = copyFinder({ ...list.identityCopy, exceptions: [{ file: "a.yaml", paper: "asked", reason: "luật vẫn đòi bản sao" }] });
  const asked = (vi: string, more: Partial<Paper> = {}): boolean => {
    const paper: Paper = { id: "card", name: { vi, en: "-" }, way: "hand-in", ...more };
    return identityCopies("a.yaml", { papers: [paper] }, finder).length > 0;
  };

  test.each<[string, boolean, string, Partial<Paper>]>([
    ["a copy by its name", true, "Bản sao thẻ căn cước của người ủy quyền", {}],
    ["a photocopy", true, "Bản photo CCCD", {}],
    ["the card, counted as a copy", true, "Thẻ căn cước", { counts: { copy: 1 } }],
    ["a certified copy that may stand instead", true, "Giấy giới thiệu", { instead: [{ vi: "Bản sao hộ chiếu", en: "-" }] }],
    ["the card itself, shown", false, "Thẻ căn cước", { way: "show", counts: { original: 1 } }],
    ["a form that speaks of the card", false, "Tờ khai đề nghị cấp thẻ căn cước", { counts: { copy: 1 } }],
    ["a copy of something else", false, "Bản sao hợp đồng dịch vụ", { counts: { copy: 1 } }],
    ["two things in one row", false, "Bản sao hợp đồng; thẻ căn cước để đối chiếu", {}],
    ["a passport of another country", false, "Bản sao hộ chiếu nước ngoài", {}],
    ["every card but this one", false, "Bản sao giấy tờ tùy thân, trừ căn cước", {}],
    [
      "a paper that says when it is not needed",
      false,
      "Bản sao căn cước",
      { unless: { vi: "Không phải nộp nếu cơ quan tra được trong Cơ sở dữ liệu quốc gia về dân cư", en: "-" } },
    ],
    ["a paper that the list excuses", false, "Bản sao căn cước", { id: "asked" }],
  ])("%s: %s", (_name, expected, vi, more) => {
    expect(asked(vi, more)).toBe(expected);
  });
});
