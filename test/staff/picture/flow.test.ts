import { expect, test } from "vitest";
import { readContent } from "../../../src/catalog/read-content.ts";
import { inLanguage } from "../../../src/catalog/text.ts";
import { type Flow, flowOf } from "../../../src/staff/picture/flow.ts";
import { deskAt } from "../desk-at.ts";
import { healthCheck, smallContent, stallPermit } from "../small-content.ts";

function flow(guided: typeof stallPermit): Flow {
  using content = smallContent();
  const { catalog, problems } = readContent(content.folder);
  expect(problems).toEqual([]);
  if (!catalog) throw new Error("the small content is in order");
  return flowOf(catalog, guided, { say: deskAt(content.folder).say, read: (text) => inLanguage(text, "vi") });
}

test("life events lead here by any code of the file", () => {
  expect(flow(stallPermit).leads).toEqual(["Buôn bán"]);
  expect(flow(healthCheck).leads).toEqual([]);
});

test("a question hangs on the answers that lead to it; one of several is enough", () => {
  const [food, cooked, helper] = flow(stallPermit).questions;
  expect(food?.after).toEqual([]);
  expect(cooked?.after).toEqual([{ question: 1, answers: [0] }]);
  expect(helper?.after).toEqual([
    { question: 1, answers: [1] },
    { question: 2, answers: [0] },
  ]);
  expect(food?.answers.map(({ next }) => next)).toEqual([[2], [3]]);
  expect(food?.answers.map(({ besides }) => besides)).toEqual([[], ["thời hạn riêng"]]);
});

test("a paper that needs two answers stands at the later question and says the other", () => {
  const [food, cooked] = flow(stallPermit).questions;
  expect(cooked?.outcomes).toMatchObject([{ answers: [0], items: [{ name: "Giấy khám sức khỏe" }] }]);
  expect(cooked?.outcomes[0]?.items[0]?.lines).toContain("Chỉ khi câu 1: Có");
  expect(JSON.stringify(food?.outcomes)).not.toContain("Giấy khám sức khỏe");
});

test("a paper that needs one of several answers stands at each of them", () => {
  const [food, , helper] = flow(stallPermit).questions;
  expect(food?.outcomes).toMatchObject([{ answers: [1], items: [{ name: "Sơ đồ chỗ bán" }] }]);
  expect(helper?.outcomes).toMatchObject([{ answers: [0], items: [{ name: "Sơ đồ chỗ bán" }] }]);
});

test("a paper names the procedure that yields it, and that procedure names who needs its result", () => {
  const given = flow(stallPermit).questions[1]?.outcomes[0]?.items[0];
  expect(given?.lines.join()).toContain("Khám sức khỏe (1.000003)");
  expect(flow(healthCheck).facts.flatMap(({ lines }) => lines)).toContain("Cấp phép bán hàng rong (1.000001)");
});

test("what everybody needs, what the office looks up, and the filing page are there", () => {
  expect(flow(stallPermit)).toMatchObject({
    everybody: [{ name: "Đơn xin phép", lines: ["Nộp · 1 bản chính"] }],
    lookedUp: [{ name: "Nơi ở" }],
    link: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1",
  });
});
