import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openBrowser, openPage, seeReply, write } from "../channels/webchat/open-page.ts";
import { dataFolder, startProgram } from "../running/program.ts";

/** Where the pictures of docs/nhan-vien.md go. */
const pictures = resolve("docs/pictures");
const program = resolve("src/staff/content.ts");
const tenancy = "content/procedures/cu-tru/1.004194-dang-ky-tam-tru.yaml";

/** Makes the pictures of the staff's guide anew: the real program on a copy of the content, seen through chromium. `npm run pictures` calls it. */
async function makePictures(): Promise<void> {
  using desk = dataFolder();
  cpSync("content", join(desk.path, "content"), { recursive: true });
  mkdirSync(pictures, { recursive: true });
  const browser = await openBrowser();
  try {
    await showCard(browser, desk.path);
    await showFlow(browser, desk.path);
    await showOverview(browser, desk.path);
    await showWorkbook(browser, desk.path);
    await showMistakes(browser, desk.path);
  } finally {
    await browser.close();
  }
}

/** The chat after one question: the card of a procedure and its buttons. */
async function showCard(browser: Browser, folder: string): Promise<void> {
  const guide = await startProgram({ CONTENT_DIR: join(folder, "content"), DATA_DIR: join(folder, "data") });
  try {
    const { page, close } = await openPage(browser, guide.origin, { viewport: { width: 640, height: 1180 } });
    await seeReply(page, "welcome");
    await write(page, "lên tỉnh trọ học phải đăng ký gì");
    await seeReply(page, "card");
    await keep(page, "the-thu-tuc.png");
    await close();
  } finally {
    await guide.end();
  }
}

/** What one procedure asks and what each answer leads to. */
async function showFlow(browser: Browser, folder: string): Promise<void> {
  content(folder, "picture", "1.010038", "--to", "so-do.svg");
  writeFileSync(join(folder, "so-do.html"), `<body style="margin: 0"><img src="so-do.svg" width="900" alt="">`);
  await show(browser, { address: join(folder, "so-do.html"), width: 900, height: 700 }, async (page) => {
    await page.locator("img").screenshot({ path: join(pictures, "so-do.png") });
  });
}

/** The page of the whole content, with one field looked for. */
async function showOverview(browser: Browser, folder: string): Promise<void> {
  content(folder, "page", "--to", "noi-dung.html");
  await show(browser, { address: join(folder, "noi-dung.html"), width: 1040, height: 620 }, async (page) => {
    await page.locator("input[type=search]").first().fill("tạm trú");
    await page.waitForTimeout(500);
    await keep(page, "noi-dung.png");
  });
}

/** The sheet of papers as LibreOffice shows it; left as it is where LibreOffice is missing. */
async function showWorkbook(browser: Browser, folder: string): Promise<void> {
  content(folder, "export", "1.010038", "--to", "tach-ho.xlsx");
  const made = spawnSync("soffice", ["--headless", "--convert-to", "html", "tach-ho.xlsx"], { cwd: folder, encoding: "utf8" });
  if (made.status !== 0) return console.log("bang-tinh.png: LibreOffice (soffice) is missing, the old picture stays");
  await show(browser, { address: join(folder, "tach-ho.html"), width: 1040, height: 430 }, async (page) => {
    await page.evaluate(leaveOneSheet, "Giấy tờ");
    await keep(page, "bang-tinh.png");
  });
}

/** Runs in the page: only the table under this heading stays, with letters above, numbers beside and the names of the sheets below, as in a spreadsheet. */
function leaveOneSheet(title: string): void {
  const { document } = globalThis as unknown as { document: Shown };
  const headings = [...document.querySelectorAll("h1 em")];
  const tabs = headings.map(({ textContent }) => `<span${textContent === title ? ' class="open"' : ""}>${textContent}</span>`);
  const table = headings.find(({ textContent }) => textContent === title)?.parentElement.parentElement.nextElementSibling;
  const rows = [...(table?.querySelectorAll("tr") ?? [])].map(({ innerHTML }, at) => `<tr><th>${at + 1}</th>${innerHTML}</tr>`);
  const columns = [...(table?.querySelectorAll("colgroup") ?? [])].map(({ outerHTML }) => outerHTML);
  const letters = columns.map((_, at) => `<th>${String.fromCharCode(65 + at)}</th>`);
  const style = `body { margin: 0; font: 13px sans-serif; overflow: hidden } table { border-collapse: collapse; table-layout: fixed; width: max-content }
    td { border: 1px solid #c9c9c9 !important } th { background: #eee; border: 1px solid #c9c9c9; font: 12px sans-serif; color: #555 }
    nav { position: fixed; bottom: 0; left: 0; right: 0; background: #eee; padding: 6px 0 0 30px } span { display: inline-block; padding: 6px 12px } .open { background: #fff; font-weight: bold }`;
  const head = `<colgroup width="30"></colgroup>${columns.join("")}<tr><th></th>${letters.join("")}</tr>`;
  document.body.innerHTML = `<style>${style}</style><table>${head}${rows.join("")}</table><nav>${tabs.join("")}</nav>`;
}
/** The little of a page's document that is used here. */
type Element = {
  textContent: string;
  outerHTML: string;
  innerHTML: string;
  parentElement: Element;
  nextElementSibling: Element | null;
  querySelectorAll: (selector: string) => Iterable<Element>;
};
type Shown = { querySelectorAll: (selector: string) => Iterable<Element>; body: Element };

/** What the check says of two mistakes that people make. */
async function showMistakes(browser: Browser, folder: string): Promise<void> {
  const file = join(folder, tenancy);
  const good = readFileSync(file, "utf8");
  const broken = good.replace("home: [own, rented]", "home: [own, rentd]").replace("    - KT3\n", "    - KT3\n    - mất căn cước\n");
  if (!broken.includes("rentd") || !broken.includes("mất căn cước"))
    throw new Error(`${tenancy} has changed: choose other mistakes to show`);
  writeFileSync(file, broken);
  const said = content(folder, "check");
  writeFileSync(file, good);
  const screen = join(folder, "check.html");
  writeFileSync(screen, `<meta charset="utf-8"><style>${terminal}</style><pre>$ npm run content -- check\n\n${asHtml(said.trim())}</pre>`);
  await show(browser, { address: screen, width: 960, height: 300 }, async (page) => {
    await page.locator("pre").screenshot({ path: join(pictures, "kiem-tra.png") });
  });
}
const terminal =
  "body { margin: 0 } pre { margin: 0; padding: 16px 20px; background: #1d1f21; color: #e8e8e8; font: 14px/1.5 'Liberation Mono', 'Noto Sans Mono', 'DejaVu Sans', sans-serif; white-space: pre-wrap }";
const asHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Runs a command for staff in a folder, as they do; what it wrote. */
function content(folder: string, ...words: string[]): string {
  const { CONTENT_DIR: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...words], { cwd: folder, env, encoding: "utf8" });
  return stdout + stderr;
}

type Sight = { address: string; width: number; height: number };

async function show(browser: Browser, { address, width, height }: Sight, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(pathToFileURL(address).href);
  await look(page);
  await context.close();
}

async function keep(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, name) });
}

await makePictures();
