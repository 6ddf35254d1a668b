import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../src/catalog/text.ts";
import { pictureProcedure } from "../../../src/staff/commands/picture-procedure.ts";
import { drawPicture } from "../../../src/staff/picture/draw-picture.ts";
import { flowOf } from "../../../src/staff/picture/flow.ts";
import { placeFlow } from "../../../src/staff/picture/place-flow.ts";
import { openBrowser } from "../../channels/webchat/open-page.ts";
import { guided, knowledge } from "../../knowledge.ts";
import { deskAt } from "../desk-at.ts";
import { smallContent, stallPermit } from "../small-content.ts";

const { say } = deskAt("content");
const flows = guided.map((file) => flowOf(knowledge.catalog, file, { say, read: ({ vi }) => vi }));

describe("the layout of every guided file", () => {
  test.each(flows.map((flow) => [flow.code, flow] as const))(
    "%s: cards do not cover one another and stay inside the picture",
    (_code, flow) => {
      const { width, height, shapes } = placeFlow(flow, say);
      const cards = shapes.flatMap((shape) => (shape.kind === "box" && ["card", "top", "end"].includes(shape.look) ? [shape] : []));
      expect(cards.length).toBeGreaterThan(1);
      for (const [at, one] of cards.entries()) {
        expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= width && one.y + one.height <= height).toBe(true);
        for (const other of cards.slice(at + 1)) {
          const apart =
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y;
          expect([one, other, apart]).toEqual([one, other, true]);
        }
      }
    },
  );

  test.each(flows.map((flow) => [flow.code, flow] as const))("%s: every question, answer and paper is in it", (_code, flow) => {
    const words = placeFlow(flow, say)
      .shapes.flatMap((shape) => (shape.kind === "words" ? [shape.lines.join(" ")] : []))
      .join("\n");
    const items = [
      ...flow.everybody,
      ...flow.lookedUp,
      ...flow.questions.flatMap(({ outcomes }) => outcomes.flatMap((each) => each.items)),
    ];
    const told = [
      flow.name,
      ...flow.leads,
      ...flow.questions.flatMap(({ ask, answers }) => [ask, ...answers.map(({ label }) => label)]),
      ...items.map(({ name }) => name),
    ];
    for (const each of told) expect(words).toContain(each);
  });
});

describe("in a browser", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), "pictures-"));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test.each(["1.001193", "1.004222", "2.000986", "2.000815"])(
    "%s: it is a picture with a title, and no line of text leaves its card",
    async (code) => {
      const to = join(folder, `${code}.svg`);
      expect(pictureProcedure.run([code, "--to", to], deskAt("content"))).toBe(0);
      const page = await browser.newPage();
      await page.goto(pathToFileURL(to).href);
      const title = flows.find((flow) => flow.code === code)?.name;
      expect(
        await page.evaluate(
          "document.documentElement.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id).textContent).join()",
        ),
      ).toContain(title);
      const outside = await page.evaluate(`[...document.querySelectorAll("tspan")].map((line) => {
      const at = line.getBoundingClientRect();
      const around = [...document.querySelectorAll("rect")].map((rect) => rect.getBoundingClientRect())
        .filter((box) => box.left <= at.left && at.left <= box.right && box.top - 2 <= at.top && at.bottom <= box.bottom + 2 && box.width > 20)
        .sort((one, other) => one.width - other.width)[0];
      return !around || at.right <= around.right + 0.5 ? "" : line.textContent;
    }).filter(Boolean)`);
      expect(outside).toEqual([]);
      await page.close();
    },
  );

  test("words that look like markup stay words", async () => {
    const name = { vi: '<script>alert("1")</script> & "chợ"', en: "x" };
    const to = join(folder, "markup.svg");
    using content = smallContent([{ ...stallPermit, name, papers: stallPermit.papers.slice(0, 1) }]);
    const desk = deskAt(content.folder);
    expect([pictureProcedure.run(["1.000002", "--to", to], desk), desk.said]).toEqual([0, [expect.stringContaining(to)]]);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(to).href);
    expect(await page.evaluate("[document.querySelectorAll('script').length, document.title]")).toEqual([
      0,
      expect.stringContaining(name.vi),
    ]);
    await page.close();
  });
});

describe("a call that cannot be answered gets a clear sentence, and nothing is written", () => {
  test.each([
    ["a code that no content has", ["9.999999"], /Không có thủ tục nào mang mã 9\.999999/],
    ["a code of the index", ["1.000004"], /chưa có tệp hướng dẫn/],
    ["a name that is no picture's", ["1.000001", "--to", "procedures/cho/1.000001-thu.yaml"], /đuôi \.svg/],
  ])("%s", (_what, words, said) => {
    using content = smallContent();
    const before = readdirSync(content.folder, { recursive: true });
    const desk = deskAt(content.folder);
    expect(pictureProcedure.run(words, desk)).toBe(1);
    expect(desk.said.join()).toMatch(said);
    expect(readdirSync(content.folder, { recursive: true })).toEqual(before);
    expect(existsSync("data/pictures/9.999999.svg")).toBe(false);
  });

  test("without a code, or with --to and no name", () => {
    expect(pictureProcedure.run([], deskAt("content"))).toBeUndefined();
    expect(pictureProcedure.run(["1.004222", "--to"], deskAt("content"))).toBeUndefined();
  });
});

test.each(languages)("in the language %s no blank is left open", (language) => {
  const desk = deskAt("content", language);
  for (const file of guided) {
    const svg = drawPicture(flowOf(knowledge.catalog, file, { say: desk.say, read: (text) => text[language] ?? text.vi }), desk.say);
    expect(svg).not.toMatch(/\{\{|undefined|NaN/);
  }
});

test("its style asks for nothing from the network", () => {
  expect(readFileSync("src/staff/picture/picture.css", "utf8")).not.toMatch(/url\(|@import/);
});
