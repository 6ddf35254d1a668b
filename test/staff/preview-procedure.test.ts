import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { card, index, SmallContent } from "../catalog/small-content.ts";
import { openBrowser, openPage, press, seeReply } from "../channels/webchat/open-page.ts";
import { runContent } from "./run-content.ts";

const next = "procedures/residence/9.000001-next.yaml";

/** A small content whose card is to be followed by a draft with another name, from 2027 on. */
function withDraft(): SmallContent {
  const content = new SmallContent();
  const text = readFileSync(join(content.path, card), "utf8");
  content.write(next, `draft: true\neffective: { from: 2027-01-01 }\n${text.replace("vi: Xin thẻ,", "vi: Thẻ đời mới,")}`);
  return content;
}

/** A preview that runs until it is ended: where its page is, and everything it wrote so far. */
async function openPreview(folder: string, ...words: string[]) {
  const child = spawn(process.execPath, ["src/staff/content.ts", "preview", ...words], {
    env: { PATH: process.env["PATH"], CONTENT_DIR: folder },
  });
  let written = "";
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (more: string) => {
        written += more;
        const found = /http:\/\/127\.0\.0\.1:\d+\/\?start=\S+/.exec(written)?.[0];
        if (found !== undefined) resolve(found);
      });
    child.once("exit", () => reject(new Error(written)));
  });
  const end = async (): Promise<unknown> => {
    const gone = once(child, "exit");
    child.stdin.end();
    return (await gone)[0];
  };
  return { address, written: () => written, type: (line: string) => child.stdin.write(`${line}\n`), end };
}

describe("a preview in the terminal", () => {
  test("begins at the card of the draft on its day, and 0 begins again", async () => {
    using content = withDraft();
    const { code, printed, complained } = await runContent(
      ["preview", "9.000001", "--as-of", "1/1/2027"],
      content.path,
      "1\n1\n0\n1\n/quit\n",
    );
    expect(complained).toBe("");
    expect(code).toBe(0);
    expect(printed).toContain("Bản nháp / xem thử, nội dung ngày 01/01/2027");
    expect(printed.split("Thẻ đời mới.")).toHaveLength(3);
    expect(printed.split("Cho ai?")).toHaveLength(3);
  });

  test("shows what is published on other days, and says which files are not used then", async () => {
    using content = withDraft();
    const { code, printed } = await runContent(["preview", "9.000001", "--as-of", "2026-12-31"], content.path, "/quit\n");
    expect(code).toBe(0);
    expect(printed).toContain("Xin thẻ.");
    expect(printed).toContain(`${next} từ 01/01/2027`);
  });

  test.each<[string, string[], number, string]>([
    ["a code that nobody has", ["9.999999"], 1, "Không có thủ tục nào mang mã 9.999999"],
    ["a code known by its facts only", ["9.000002"], 1, "9.000002"],
    ["a port that is none", ["9.000001", "--port", "99999"], 2, "“99999”"],
    ["a day that is none", ["9.000001", "--as-of", "2027-02-30"], 2, "“2027-02-30”"],
    ["no code", [], 2, "Cách dùng"],
    ["an option nobody knows", ["9.000001", "--what"], 2, "Cách dùng"],
  ])("%s gets a clear answer", async (_name, words, wanted, answer) => {
    using content = withDraft();
    const { code, complained } = await runContent(["preview", ...words], content.path);
    expect(code).toBe(wanted);
    expect(complained).toContain(answer);
  });

  test("a code without a file on the day is told with the days of its files", async () => {
    using content = withDraft();
    content.edit(card, "codes:", "draft: true\neffective: { to: 2026-06-30 }\ncodes:");
    content.edit(index, "9.000003,", "9.000004,");
    const { code, complained } = await runContent(["preview", "9.000001", "--as-of", "2026-12-31"], content.path);
    expect(code).toBe(1);
    expect(complained).toContain(`${card} đến hết 30/06/2026`);
    expect(complained).toContain(`${next} từ 01/01/2027`);
  });

  test("a draft that is not in order is told with its place", async () => {
    using content = withDraft();
    content.edit(next, "way: hand-in", "way: mail");
    const { code, complained } = await runContent(["preview", "9.000001"], content.path);
    expect(code).toBe(1);
    expect(complained).toContain(next);
  });

  test("a port that another program uses is told", async () => {
    using content = withDraft();
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { code, complained } = await runContent(["preview", "9.000001", "--port", port], content.path);
    expect(complained).toContain(port);
    expect(code).toBe(1);
    other.close();
  });
});

describe("a preview in the browser", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test("is the real page with a mark and the day, begins again in one click, and shows what was saved at the next step", async () => {
    using content = withDraft();
    const preview = await openPreview(content.path, "9.000001", "--as-of", "2027-01-01");
    const { page, troubles, close } = await openPage(browser, preview.address, { viewport: { width: 320, height: 640 } });
    await seeReply(page, "card");
    expect(await page.locator(".preview").innerText()).toMatch(/Bản nháp \/ xem thử\. Nội dung ngày 01\/01\/2027\s+Bắt đầu lại/);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await press(page, "Chuẩn bị giấy tờ");
    await seeReply(page, "question");
    await page.locator("#again").click();
    await seeReply(page, "card");
    expect(await page.locator("[data-kind]").count()).toBe(1);
    content.edit(next, "vi: Cho ai?", "vi: Thẻ cho ai vậy?");
    await expect.poll(preview.written, { timeout: 20_000 }).toContain("[Đã nhận thay đổi");
    await press(page, "Chuẩn bị giấy tờ");
    await seeReply(page, "question");
    expect(await page.locator(".latest").last().innerText()).toContain("Thẻ cho ai vậy?");
    content.edit(next, "way: hand-in", "way: mail");
    await expect.poll(preview.written, { timeout: 20_000 }).toContain("vẫn đang xem bản trước");
    expect(troubles).toEqual([]);
    await close();
    expect(await preview.end()).toBe(0);
  });

  test("marks the printed checklist too, and the page for an address without one", async () => {
    using content = withDraft();
    const preview = await openPreview(content.path, "9.000001", "--language", "en");
    const { page, close } = await openPage(browser, `${preview.address.replace("/?", "/checklist?")}&answers=who.me`);
    expect(await page.locator(".preview").innerText()).toContain("Draft / preview.");
    expect(await page.locator(".papers li").count()).toBe(1);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto(preview.address.replace("/?start=", "/checklist?start=9_999999"));
    expect(await page.locator(".preview").count()).toBe(1);
    await page.locator("#again").click();
    await seeReply(page, "card");
    await close();
    expect(await preview.end()).toBe(0);
  });
});
