import { expect, test } from "vitest";
import type { Procedure } from "../../../src/catalog/catalog.ts";
import { tellApart } from "../../../src/search/twins/tell-apart.ts";
import { guided, known } from "../small-catalog.ts";

const row = (code: string, name: string, facts = {}): Procedure => ({
  kind: "known",
  calledToo: [],
  code,
  known: known(code, name, facts),
});

test("each is known by the words that not all the others have", () => {
  const [province, commune] = tellApart([
    row("1.000001", "Khóa căn cước điện tử (cấp tỉnh)"),
    row("1.000002", "Khóa căn cước điện tử (cấp xã)"),
  ]);
  expect(province?.vi).toContain("tỉnh");
  expect(commune?.vi).toContain("xã");
  expect(province?.vi).not.toContain("căn cước");
});

test("a guided procedure is known by its everyday name, in both languages", () => {
  const procedure: Procedure = {
    kind: "guided",
    code: "1.000001",
    guided: guided(["1.000001"], "Đăng ký tạm trú", ["ở trọ", "thuê nhà", "KT3"]),
    known: undefined,
  };
  expect(tellApart([procedure, row("1.000002", "Đăng ký thường trú")])[0]).toEqual({ vi: "ở trọ", en: "Đăng ký tạm trú" });
});

test("the same name is told apart by the office, else the field, else the code", () => {
  const texts = tellApart([
    row("1.000001", "Thành lập hội", { agency: "Sở Nội vụ" }),
    row("1.000002", "Thành lập hội", { field: "Hội, quỹ" }),
    row("1.000003", "Thành lập hội"),
  ]);
  expect(texts.map(({ vi }) => vi)).toEqual(["Sở Nội vụ", "Hội, quỹ", "1.000003"]);
});

test("nobody reads a button of forty words", () => {
  const long = row(
    "1.000001",
    "Đăng ký biến động ".repeat(10) +
      "đối với trường hợp chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất của hộ gia đình cá nhân tại xã",
  );
  const [text] = tellApart([long, row("1.000002", "Tách thửa")]);
  expect(text?.vi.split(" ").length).toBeLessThanOrEqual(15);
  expect(text?.vi.endsWith("…")).toBe(true);
});

test("no two get the same words: of one name and office, the code tells them apart", () => {
  const agency = "Ủy ban nhân dân cấp xã";
  const said = tellApart([row("1.000001", "Hỗ trợ nhà ở", { agency }), row("1.000002", "Hỗ trợ nhà ở", { agency })]);
  expect(said.map(({ vi }) => vi)).toEqual(["Ủy ban nhân dân cấp xã (1.000001)", "Ủy ban nhân dân cấp xã (1.000002)"]);
});

test("two long names that begin alike are told apart by their ends", () => {
  const begin = "Giải quyết tranh chấp đất đai thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân";
  const said = tellApart([
    row("1.000001", `${begin} cấp tỉnh`),
    row("1.000002", `${begin} cấp xã`),
    row("1.000003", "Hòa giải tranh chấp đất đai"),
  ]);
  expect(said[0]?.vi).toMatch(/^….* cấp tỉnh$/);
  expect(said[1]?.vi).toMatch(/^….* cấp xã$/);
  expect(said[2]?.vi).toBe("Hòa giải tranh chấp đất đai");
});
