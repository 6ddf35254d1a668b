import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageOfContent } from "../../../src/staff/commands/page-of-content.ts";
import { openBrowser } from "../../channels/webchat/open-page.ts";
import { deskAt } from "../desk-at.ts";
import { runContent } from "../run-content.ts";
import { smallContent } from "../small-content.ts";

let browser: Browser;
let folder: string;
let content: ReturnType<typeof smallContent>;
let real: string;
let small: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), "pages-"));
  content = smallContent();
  [real, small] = [join(folder, "real.html"), join(folder, "small.html")];
  expect(await pageOfContent.run(["--to", real], deskAt("content"))).toBe(0);
  expect(await pageOfContent.run(["--to", small], deskAt(content.folder))).toBe(0);
});
afterAll(async () => {
  await browser.close();
  content[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

/** Opens a page; `troubles` are errors, violations of its policy and requests for anything but itself. */
async function open(path: string, options: BrowserContextOptions = {}, hash = ""): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("request", (request) => request.url().split("#")[0] !== pathToFileURL(path).href && troubles.push(request.url()));
  await page.goto(`${pathToFileURL(path).href}${hash}`);
  await page.locator("#rows li").first().waitFor();
  return { page, troubles };
}

const names = (page: Page): Promise<string[]> => page.locator("#rows h2").allTextContents();
/** axe does not see the dark box behind the white title of a picture: it takes the page's background for it. */
const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).exclude("#drawn .on-top").analyze()).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target}`),
  );

describe.each([
  ["a wide window", { viewport: { width: 1280, height: 800 } }],
  ["a phone of 360 px in the dark", { viewport: { width: 360, height: 740 }, colorScheme: "dark" as const }],
])("the page of the real content, in %s", (_name, options) => {
  test("axe finds nothing, nothing is asked of a network, and nothing is wider than the window", async () => {
    const { page, troubles } = await open(real, options);
    expect(await violations(page)).toEqual([]);
    await page.locator("#state").selectOption("guided");
    await page
      .getByRole("button", { name: /^Xem sơ đồ/ })
      .first()
      .click();
    await page.locator("#drawn svg").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("all rows are counted, and only as many are drawn as one reads", async () => {
    const { page } = await open(real, options);
    expect(await page.locator("#count").textContent()).toMatch(/^[\d.]+ trên [\d.]+ thủ tục$/);
    expect(await page.locator("#rows > li").count()).toBe(50);
    await page.locator("#more").click();
    expect(await page.locator("#rows > li").count()).toBe(100);
    expect(await page.evaluate("document.activeElement === document.querySelector('#rows > li:nth-child(51) a')")).toBe(true);
    await page.context().close();
  });
});

describe("finding", () => {
  test.each([
    ["without accents", "ban hang rong", ["Cấp phép bán hàng rong"]],
    ["with accents", "Bán Hàng Rong", ["Cấp phép bán hàng rong"]],
    ["by what people type", "thue sap", ['Đăng ký "quầy" <b>chợ</b>, loại 1']],
    ["by any code of a file", "1.000002", ["Cấp phép bán hàng rong"]],
    ["by words in any order", "cho loai quay", ['Đăng ký "quầy" <b>chợ</b>, loại 1']],
  ])("%s", async (_how, typed, found) => {
    const { page, troubles } = await open(small);
    await page.locator("#search").fill(typed);
    expect(await names(page)).toEqual(found);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("nothing fits: it says so, and clearing brings everything back", async () => {
    const { page } = await open(small);
    await page.locator("#search").fill("zzz");
    expect([await names(page), await page.locator("#count").textContent()]).toEqual([[], expect.stringContaining("Không có")]);
    await page.getByRole("button", { name: "Xóa bộ lọc" }).click();
    await expect.poll(() => names(page)).toHaveLength(4);
    await page.context().close();
  });

  test.each([
    ["state", "past", ["Cấp phép bán hàng rong"]],
    ["lacks", "person", ["Khám sức khỏe người bán đồ ăn"]],
    ["lacks", "names", ["Trả quầy chợ"]],
    ["field", "Y tế", ["Khám sức khỏe người bán đồ ăn"]],
    ["person", "Nguyễn Thị Lan", ["Cấp phép bán hàng rong"]],
  ])("by %s: %s", async (filter, value, found) => {
    const { page } = await open(small);
    await page.locator(`#${filter}`).selectOption(value);
    expect(await names(page)).toEqual(found);
    await page.context().close();
  });

  test("two conditions together; a reload keeps both", async () => {
    const { page } = await open(small);
    await page.locator("#state").selectOption("guided");
    await page.locator("#search").fill("kham");
    await page.reload();
    expect(await names(page)).toEqual(["Khám sức khỏe người bán đồ ăn"]);
    await page.context().close();
  });
});

describe("from a row", () => {
  test("links lead to its file and to the portal", async () => {
    const { page } = await open(small, {}, "#search=1.000001");
    const hrefs = await page.locator("#rows a").evaluateAll((links) => (links as unknown as { href: string }[]).map(({ href }) => href));
    expect(fileURLToPath(hrefs[0] ?? "")).toBe(join(content.folder, "procedures/cho/1.000001-thu.yaml"));
    expect(existsSync(fileURLToPath(hrefs[0] ?? ""))).toBe(true);
    expect(hrefs[1]).toBe("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1");
    await page.context().close();
  });

  test("by keyboard alone: to the picture, and back to where one was", async () => {
    const { page } = await open(small, {}, "#search=1.000001");
    const button = page.getByRole("button", { name: "Xem sơ đồ: Cấp phép bán hàng rong" });
    for (let presses = 0; presses < 12 && !(await button.evaluate((each) => each.matches(":focus"))); presses++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#drawn svg").waitFor();
    expect(await page.locator("#drawn title").textContent()).toContain("Cấp phép bán hàng rong");
    await page.keyboard.press("Escape");
    expect(await page.locator("#picture").isVisible()).toBe(false);
    expect(await button.evaluate((each) => each.matches(":focus"))).toBe(true);
    await page.context().close();
  });
});

describe("the command", () => {
  test("speaks English on request, on the page too", async () => {
    const to = join(folder, "english.html");
    const { code, printed } = await runContent(["page", "--to", to, "--language", "en"], content.folder);
    expect([code, printed.trim()]).toEqual([0, `Written: ${to}, 4 procedures. Open it in a browser.`]);
    const { page } = await open(to);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.locator("body").innerText()).not.toMatch(/overview\.|\{\{/);
    await page.context().close();
  });

  test("a name that is no page's and broken content get a clear sentence; the page of before stays", async () => {
    const before = statSync(small).mtimeMs;
    const desk = deskAt(content.folder);
    expect(await pageOfContent.run(["--to", "content/words.yaml"], desk)).toBe(1);
    expect(await pageOfContent.run(["--to", small], { ...desk, folder: join(content.folder, "nowhere") })).toBe(1);
    expect(desk.said).toEqual([expect.stringContaining(".html"), expect.stringContaining("content -- check")]);
    expect(statSync(small).mtimeMs).toBe(before);
    expect(readFileSync("content/words.yaml", "utf8")).toContain("abbreviations");
  });

  test("on a machine where nothing opens a page, --open says so and the page is written all the same", async () => {
    const to = join(folder, "opened.html");
    const path = process.env["PATH"];
    process.env["PATH"] = folder;
    const desk = deskAt(content.folder);
    expect(await pageOfContent.run(["--to", to, "--open"], desk)).toBe(1);
    process.env["PATH"] = path;
    expect(desk.said.at(-1)).toContain(`Bạn mở ${to}`);
    expect(existsSync(to)).toBe(true);
  });

  test("what makes no sense is refused", async () => {
    expect(await pageOfContent.run(["--to"], deskAt(content.folder))).toBeUndefined();
    expect(await pageOfContent.run(["somewhere.html"], deskAt(content.folder))).toBeUndefined();
  });
});
