import { readdirSync } from "node:fs";
import { join } from "node:path";
import QRCode from "qrcode";
import { afterEach, describe, expect, test } from "vitest";
import { escapeHtml, fill, wordOf } from "../../../src/channels/webchat/html.ts";
import type { Printed } from "../../../src/channels/webchat/printed.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { type OpenGuide, openGuide, pageWords } from "./open-guide.ts";

let guide: OpenGuide | undefined;
afterEach(async () => {
  await guide?.close();
  guide = undefined;
});

/** A page as the server sends it. */
async function get(path: string, given: Parameters<typeof openGuide>[0] = {}): Promise<{ status: number; body: string; headers: Headers }> {
  guide = await openGuide(given);
  const response = await fetch(guide.origin + path);
  return { status: response.status, body: await response.text(), headers: response.headers };
}

describe("the chat page", () => {
  test.each([
    ["/", "vi"],
    ["/?lang=en", "en"],
    ["/?lang=fr", "vi"],
    ["/?start=1_001193--ninh-binh--en", "en"],
    ["/?start=1_001193--ninh-binh", "vi"],
    ["/?start=en", "en"],
    ["/?start=garden", "vi"],
  ] as const)("%s speaks %s", async (path, language) => {
    const { status, body, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(body).toContain(`<html lang="${language}"`);
    expect(body).toContain(escapeHtml(wordOf(pageWords(language), "page.placeholder")));
  });

  test("has no place left unfilled, no inline script and no inline style", async () => {
    const { body } = await get("/");
    expect(body).not.toContain("{{");
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
  });

  test("loads only files that exist, and a browser that has them is told so", async () => {
    const { body } = await get("/");
    const files = [...body.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map(([, path]) => path ?? "");
    expect(files.length).toBeGreaterThan(3);
    for (const path of new Set(files)) {
      const first = await fetch(`${guide?.origin}${path}`);
      expect(first.status, path).toBe(200);
      const again = await fetch(`${guide?.origin}${path}`, {
        headers: { "If-None-Match": first.headers.get("etag") ?? "", "Cache-Control": "max-age=0" },
      });
      expect(again.status, path).toBe(304);
    }
  });

  test.each(["/page/tsconfig.json", "/page/chat.html", "/page/..%2Fwebchat.ts", "/page/__proto__"])("%s is not served", async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test("all its files together weigh less than 100 kB", async () => {
    const { body } = await get("/");
    let weight = Buffer.byteLength(body);
    for (const name of readdirSync(join(import.meta.dirname, "../../../src/channels/webchat/page"))) {
      const file = await fetch(`${guide?.origin}/page/${name}`);
      if (file.status === 200) weight += (await file.arrayBuffer()).byteLength;
    }
    expect(weight).toBeGreaterThan(10_000);
    expect(weight).toBeLessThan(100_000);
  });

  test("a sentence that locales lacks stops the start and is named", () => {
    expect(() => fill("<p>{{page.send}}</p>", {})).toThrow('"page.send"');
  });

  test("sentences cannot become markup", async () => {
    const hostile = { ...pageWords("vi"), "page.title": "</title><script>alert(1)</script>", "page.placeholder": '" onfocus="alert(1)' };
    const { body } = await get("/", { pageWords: () => hostile });
    expect(body).not.toContain("<script>alert");
    expect(body).not.toContain('" onfocus="');
  });
});

describe("the printable checklist", () => {
  test("has the title once, each paper with its box, the facts and the way back", async () => {
    const { status, body } = await get("/checklist?start=1_001193--ninh-binh--vi&have=to-khai", {
      publicUrl: "https://motcua.example.gov.vn/",
    });
    expect(status).toBe(200);
    expect(body.match(/<h1>Hồ sơ đăng ký khai sinh<\/h1>/g)).toHaveLength(1);
    expect(body.match(/<li class="have">/g)).toHaveLength(1);
    expect(body.match(/<li class="missing">/g)).toHaveLength(2);
    expect(body).toContain("<dt>Thời gian</dt><dd>Ngay trong ngày.</dd>");
    expect(body).toContain('href="/?start=1_001193--ninh-binh--vi"');
  });

  test("its QR code leads to the public address", async () => {
    const { body } = await get("/checklist?start=1_001193", { publicUrl: "https://motcua.example.gov.vn/" });
    const url = "https://motcua.example.gov.vn/?start=1_001193--ninh-binh--vi";
    expect(body).toContain(await QRCode.toString(url, { type: "svg", margin: 2, errorCorrectionLevel: "M" }));
    expect(body).toContain(`>${url}<`);
  });

  test("without a public address the QR code leads to where the request came", async () => {
    const { body } = await get("/checklist?start=1_001193");
    expect(body).toContain(`>${guide?.origin}/?start=1_001193--ninh-binh--vi<`);
  });

  test.each([
    ["/checklist", pageWords("vi")["page.noChecklist"]],
    ["/checklist?start=9_999999--en", pageWords("en")["page.noChecklist"]],
    ["/checklist?start[]=1_001193&__proto__=x", pageWords("vi")["page.noChecklist"]],
  ])("%s is a page in plain words, 404", async (path, sentence) => {
    const { status, body, headers } = await get(path);
    expect(status).toBe(404);
    expect(headers.get("content-type")).toContain("text/html");
    expect(body).toContain(`<h1>${sentence}</h1>`);
  });

  test("a parameter that comes twice counts once", async () => {
    const asked: object[] = [];
    await get("/checklist?start=a&start=b", { printout: (query) => void asked.push(query) });
    expect(asked).toEqual([{ start: "b" }]);
  });

  test("a title that stands in the reply too is not printed twice", async () => {
    const spoken: Spoken = { kind: "summary", lines: [{ as: "title", text: "Khai sinh" }], choices: [], links: [] };
    const printed: Printed = { language: "vi", title: "Khai sinh", spoken, backPath: "/" };
    const { body } = await get("/checklist", { printout: () => printed });
    expect(body.match(/>Khai sinh</g)).toHaveLength(2); // the page's title and the heading
  });

  test("what content says cannot become markup", async () => {
    const hostile = `<img src=x onerror="alert('1')">&`;
    const kinds = ["title", "text", "fact", "item", "note"] as const;
    const lines = [
      ...kinds.map((as) => ({ as, text: hostile, label: hostile })),
      { as: "item" as const, text: hostile, label: hostile, ticked: true },
    ];
    const spoken: Spoken = { kind: "summary", lines, choices: [], links: [] };
    const printed: Printed = { language: "vi", title: `${hostile}!`, spoken, backPath: `/?start="><b>` };
    const { body } = await get("/checklist", { printout: () => printed });
    expect(body.split(escapeHtml(hostile)).length).toBeGreaterThan(8);
    expect(body).not.toMatch(/<img src=x|"><b>/);
  });
});
