import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { write } from "../../../src/channels/telegram/write.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { publicUrl, replies } from "../channel-contract.ts";
import { readHtml } from "./bot-api/html.ts";
import { refuseMessage } from "./bot-api/refuse.ts";

const empty: Spoken = { kind: "facet", lines: [], choices: [], links: [] };
const say = (more: Partial<Spoken>): Spoken => ({ ...empty, lines: [{ as: "text", text: "Chọn" }], ...more });
const rows = (more: Partial<Spoken>, url = publicUrl) => write(say(more), url).at(-1)?.reply_markup?.inline_keyboard ?? [];
const labels = (more: Partial<Spoken>) => rows(more).map((row) => row.map(({ text }) => text));
const choice = (label: string, id = label) => ({ id, label });

describe("drawing a reply for Telegram", () => {
  test("a card is one message: the title bold, the labels of facts bold, items with a dot, notes in italics, air between groups", () => {
    const [message, ...rest] = write(replies["card"] ?? empty, publicUrl);
    expect(rest).toEqual([]);
    expect(message?.text.split("\n")).toEqual([
      "<b>Đăng ký khai sinh</b>",
      "",
      "Làm giấy khai sinh cho con",
      "<b>Lệ phí:</b> Hỏi tại quầy (theo quy định của tỉnh)",
      "<b>Nơi nộp:</b> UBND cấp xã",
      "",
      "<i>Nguồn: Cổng dịch vụ công quốc gia, kiểm tra tháng 11/2026. Mã 1.001193</i>",
    ]);
    expect(message).toMatchObject({ parse_mode: "HTML", link_preview_options: { is_disabled: true } });
  });

  test("a list stays with the sentence or the fact it belongs to, and what comes after a list of its own gets air", () => {
    const as = (kind: Spoken["lines"][number]["as"], text: string) => ({ as: kind, text, label: "Mục" });
    const lines = [
      as("text", "Còn thiếu:"),
      as("item", "a"),
      as("text", "Cần nhớ:"),
      as("item", "b"),
      as("fact", "c"),
      as("item", "d"),
      as("fact", "e"),
    ];
    const [message] = write({ ...empty, lines }, publicUrl);
    expect(message?.text).toBe("Còn thiếu:\n• a\n\nCần nhớ:\n• b\n\n<b>Mục:</b> c\n• d\n<b>Mục:</b> e");
  });

  test.each([
    [{ at: 3, of: 7 }, "3/7 ▓▓▓░░░░"],
    [{ at: 0, of: 2 }, "0/2 ░░"],
    [{ at: 7, of: 7 }, "7/7 ▓▓▓▓▓▓▓"],
    [{ at: 20, of: 40 }, "20/40 ▓▓▓▓▓▓░░░░░░"],
    [{ at: 0, of: 0 }, "0/0"],
    [{ at: 9, of: 7 }, "9/7 ▓▓▓▓▓▓▓"],
  ])("progress %j stands first", (progress, first) => {
    expect(write(say({ progress }), publicUrl)[0]?.text.split("\n")[0]?.trim()).toBe(first);
  });

  test("boxes are drawn on a checklist and dots elsewhere", () => {
    const text = write(replies["a checklist with ticks"] ?? empty, publicUrl)[0]?.text ?? "";
    expect(text).toContain("☑ Giấy chứng sinh\n☐ Tờ khai");
    expect(text).not.toContain("•");
  });

  test("short choices share a row, by two or three; a long one has its own", () => {
    expect(
      labels({ choices: ["Có", "Không", "Chưa rõ", "Lệ phí", "Thời gian giải quyết", "Nơi nộp hồ sơ"].map((label) => choice(label)) }),
    ).toEqual([["Có", "Không", "Chưa rõ"], ["Lệ phí", "Thời gian giải quyết"], ["Nơi nộp hồ sơ"]]);
    expect(labels({ choices: [choice("Con của cha mẹ đã đăng ký kết hôn"), choice("Có"), choice("Không")] })).toEqual([
      ["Con của cha mẹ đã đăng ký kết hôn"],
      ["Có", "Không"],
    ]);
  });

  test("a label over 60 is cut only because the text lists it in full under its number", () => {
    const twins = replies["five near-twins with names too long for a button"] ?? empty;
    const [message] = write(twins, publicUrl);
    const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons).toHaveLength(5);
    for (const [at, { text }] of buttons.entries()) {
      expect(text.length).toBeLessThanOrEqual(60);
      expect(text).toMatch(new RegExp(`^${at + 1}\\. .*…$`));
      expect(message?.text).toContain(`\n${at + 1}. ${twins.choices[at]?.label}`);
    }
  });

  test("a label that a narrow phone would cut is on the button as it is, and listed too", () => {
    const label = "Chưa xác định được cả cha lẫn mẹ, không bị bỏ rơi";
    const [message] = write(say({ choices: [choice(label, "a"), choice("Có")] }), publicUrl);
    expect(message?.text).toBe(`Chọn\n\n1. ${label}\n2. Có`);
    expect(message?.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([`1. ${label}`, "2. Có"]);
  });

  test("labels that fit are not said twice", () => {
    expect(write(say({ choices: [choice("Có"), choice("Không")] }), publicUrl)[0]?.text).toBe("Chọn");
  });

  test("a choice whose id has more than 64 bytes is listed by number instead of becoming a button", () => {
    const choices = [choice("Một", "m"), choice("Hai", "đ".repeat(33))];
    const [message] = write(say({ choices }), publicUrl);
    expect(message?.text).toBe("Chọn\n\n1. Một\n2. Hai");
    expect(message?.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual(["1. Một"]);
  });

  test("at most 100 buttons; the rest is listed by number", () => {
    const choices = Array.from({ length: 120 }, (_, at) => choice(`Lĩnh vực ${at}`));
    const [message] = write(say({ choices, links: [{ label: "Trang", url: "https://dichvucong.gov.vn/" }] }), publicUrl);
    expect(message?.reply_markup?.inline_keyboard.flat()).toHaveLength(100);
    expect(message?.text).toContain("120. Lĩnh vực 119");
  });

  test("links come first, each in its row; a page of our own gets our address, and is left out without one", () => {
    const links = [
      { label: "Nộp trực tuyến", url: "https://dichvucong.gov.vn/a?b=1&c=2" },
      { label: "Bản in", url: "/checklist?start=1_001193" },
    ];
    const [first, second, third] = rows({ links, choices: [choice("Có")] });
    expect(first).toEqual([{ text: "Nộp trực tuyến", url: "https://dichvucong.gov.vn/a?b=1&c=2" }]);
    expect(second).toEqual([{ text: "Bản in", url: "https://motcua.example.vn/checklist?start=1_001193" }]);
    expect(third).toEqual([{ text: "Có", callback_data: "Có" }]);
    expect(write(say({ links }), undefined)[0]?.reply_markup?.inline_keyboard).toHaveLength(1);
  });

  test.each([
    "http://localhost:3000/checklist",
    "https://localhost/x",
    "http://dichvucong.gov.vn/",
    "javascript:alert(1)",
    "tel:18001096",
    "not a link",
    "",
  ])("no button opens %j", (url) => {
    expect(rows({ links: [{ label: "Trang", url }] }, "")).toEqual([]);
  });

  test("a page of ours is left out while our address is this machine's", () => {
    expect(write(say({ links: [{ label: "Bản in", url: "/checklist" }] }), "http://localhost:3000")[0]).not.toHaveProperty("reply_markup");
  });

  test("a long text becomes several messages, cut where a sentence ends, with the buttons under the last", () => {
    const messages = write(replies["a text of 12,000 characters"] ?? empty, publicUrl);
    expect(messages.length).toBeGreaterThan(2);
    for (const { text } of messages.slice(0, -1)) expect(text).toMatch(/\.$|<\/b>$/);
    expect(messages.filter(({ reply_markup }) => reply_markup)).toEqual([messages.at(-1)]);
  });

  test("buttons without words still have a message to stand under, and nothing at all is no message", () => {
    expect(write({ ...empty, choices: [choice("Có")] }, publicUrl)).toMatchObject([{ text: "…" }]);
    expect(write({ ...empty, lines: [{ as: "text", text: " \n " }] }, publicUrl)).toEqual([]);
  });

  test("whatever a reply says, Telegram takes every message of it and no word is lost", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom("<b>", "&amp;", "</i>", "🙂", "đ\n", "x".repeat(5000), "một hai ba. ".repeat(900)),
    );
    const line = fc.record({ as: fc.constantFrom("title", "text", "fact", "item", "note"), text: word, label: word });
    const link = fc.record({ label: fc.string({ minLength: 1 }), url: fc.webUrl({ validSchemes: ["https", "http"] }) });
    const choices = fc.array(fc.record({ id: fc.string({ maxLength: 70 }), label: fc.stringMatching(/^[a-zđ<&]{1,90}$/) }), {
      maxLength: 130,
    });
    const spoken = fc.record({
      kind: fc.constant("card"),
      lines: fc.array(line, { maxLength: 12 }),
      choices,
      links: fc.array(link, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(spoken as fc.Arbitrary<Spoken>, (any) => {
        const messages = write(any, publicUrl);
        for (const message of messages) expect([refuseMessage(message), message.text]).toEqual([undefined, message.text]);
        const seen = messages.map(({ text }) => readHtml(text)).map((read) => ("text" in read ? read.text : ""));
        const all = seen.join("").replace(/\s+/g, "");
        for (const { text } of any.lines) expect(all).toContain(text.replace(/\s+/g, ""));
      }),
      { numRuns: 200 },
    );
  });
});
