import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deed } from "../../src/dialogue/event.ts";
import type { Spoken } from "../../src/wording/spoken.ts";

/** What a citizen sees of one turn: all words, and the addresses behind its links. */
type Seen = { text: string; links: string[] };

/** A channel at work with a turn that the contract scripts, and a citizen in front of it. Its public address is publicUrl below. */
export type AtWork = {
  /** She writes something and is answered with these replies. */
  see(replies: Spoken[]): Promise<Seen>;
  /** She takes one of the choices she saw last, or writes a text; gives what the turn heard. */
  choose(choice: Spoken["choices"][number]): Promise<Deed>;
  write(text: string): Promise<Deed>;
  /** She follows a start link, if the channel has them. */
  start?(payload: string): Promise<Deed>;
  close(): Promise<void>;
};

/** The public address that the channel under contract is opened with. */
export const publicUrl = "https://motcua.example.vn";

const nothing: Spoken = { kind: "facet", lines: [], choices: [], links: [] };
const longTitle = "Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân, trường hợp có yếu tố nước ngoài hoặc ở khu vực biên giới";

/** A reply of each shape that a channel must draw. */
export const replies: Record<string, Spoken> = {
  card: {
    kind: "card",
    lines: [
      { as: "title", text: "Đăng ký khai sinh" },
      { as: "text", text: "Làm giấy khai sinh cho con" },
      { as: "fact", label: "Lệ phí", text: "Hỏi tại quầy (theo quy định của tỉnh)" },
      { as: "fact", label: "Nơi nộp", text: "UBND cấp xã" },
      { as: "note", text: "Nguồn: Cổng dịch vụ công quốc gia, kiểm tra tháng 11/2026. Mã 1.001193" },
    ],
    choices: [
      { id: "begin:1.001193", label: "Bắt đầu chuẩn bị giấy tờ" },
      { id: "facet:1.001193:fee", label: "Lệ phí" },
      { id: "facet:1.001193:time", label: "Thời gian" },
    ],
    links: [
      { label: "Trang của thủ tục", url: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019ddaf6" },
      { label: "Bản in", url: "/checklist?start=1_001193&answers=a&have=b" },
    ],
    procedure: "1.001193",
  },
  "five near-twins with names too long for a button": {
    kind: "choose",
    lines: [{ as: "text", text: "Bạn cần thủ tục nào?" }],
    choices: [1, 2, 3, 4, 5].map((number) => ({ id: `card:1.00119${number}`, label: `${longTitle} (${number})` })),
    links: [],
  },
  "a paper with its progress": {
    kind: "paper",
    lines: [
      { as: "title", text: "Giấy chứng sinh" },
      { as: "item", text: "Bản chính: 1" },
      { as: "item", text: "Bản sao: 0" },
    ],
    choices: ["have", "missing", "what", "not-mine"].map((state) => ({
      id: `paper:1.001193:birth-notice:${state}`,
      label: `Trả lời ${state}`,
    })),
    links: [],
    progress: { at: 3, of: 7 },
  },
  "a checklist with ticks": {
    kind: "summary",
    lines: [
      { as: "title", text: "Hồ sơ của bạn" },
      { as: "item", text: "Giấy chứng sinh", ticked: true },
      { as: "item", text: "Tờ khai", ticked: false },
    ],
    choices: [],
    links: [{ label: "Nộp hồ sơ", url: "https://dichvucong.gov.vn/nop?a=1&b=2" }],
    progress: { at: 41, of: 41 },
  },
  "a menu of forty": {
    kind: "menu",
    lines: [{ as: "text", text: "Chọn một lĩnh vực" }],
    choices: Array.from({ length: 40 }, (_, at) => ({ id: `field:field-${at}`, label: `Lĩnh vực ${at}` })),
    links: [],
  },
  "signs that some app takes for markup": {
    ...nothing,
    lines: [
      { as: "title", text: "A < B & C > D" },
      { as: "fact", label: "<i>&amp;</i>", text: '<b>"đậm"</b> *sao* _gạch_ [ngoặc](https://x.vn) `mã`' },
    ],
    choices: [{ id: "menu", label: "<Xem> & *tiếp*" }],
  },
  "a text of 12,000 characters": {
    ...nothing,
    lines: [
      { as: "title", text: "Điều kiện" },
      { as: "text", text: Array.from({ length: 600 }, (_, at) => `Câu thứ ${at} dài vừa phải.`).join(" ") },
      { as: "note", text: "Hết." },
    ],
    choices: [{ id: "back", label: "Quay lại" }],
  },
};

/** What every channel must do. `open` puts it to work. */
export function describeChannel(name: string, open: () => Promise<AtWork>): void {
  describe(`a channel: ${name}`, () => {
    let work: AtWork;
    beforeAll(async () => {
      work = await open();
    });
    afterAll(() => work.close());

    test.each(Object.entries(replies))("shows every word, every number and every link of %s", async (_name, spoken) => {
      const seen = await work.see([spoken]);
      for (const { text, label } of spoken.lines) {
        expect(dense(seen.text)).toContain(dense(text));
        expect(dense(seen.text)).toContain(dense(label ?? ""));
      }
      for (const { label } of spoken.choices) expect(dense(seen.text)).toContain(dense(label));
      if (spoken.progress) expect(seen.text).toContain(`${spoken.progress.at}/${spoken.progress.of}`);
      expect(seen.links).toEqual(spoken.links.map(({ url }) => new URL(url, publicUrl).href));
    });

    test.each(Object.entries(replies).filter(([, { choices }]) => choices.length > 0))(
      "lets her take every choice of %s",
      async (_name, spoken) => {
        for (const choice of spoken.choices) {
          await work.see([spoken]);
          expect(await work.choose(choice)).toMatchObject({ did: "chose", choice: choice.id });
        }
      },
    );

    test("shows several replies in their order, and lets her take a choice of each", async () => {
      const both = [replies["a paper with its progress"] ?? nothing, replies["card"] ?? nothing];
      const seen = dense((await work.see(both)).text);
      expect(seen.indexOf(dense("Giấy chứng sinh"))).toBeLessThan(seen.indexOf(dense("Đăng ký khai sinh")));
      for (const { choices } of both) {
        await work.see(both);
        const choice = choices.at(-1) ?? { id: "", label: "" };
        expect(await work.choose(choice)).toMatchObject({ did: "chose", choice: choice.id });
      }
    });

    test("passes on what she writes as she wrote it", async () => {
      await work.see([nothing]);
      for (const text of ["đổi gplx", "/help", "ddawng kys <khai> & sinh", "không, ý tôi là đổi tên"]) {
        expect(await work.write(text)).toMatchObject({ did: "wrote", text });
      }
    });

    test("passes on a number that no list explains", async () => {
      await work.see([nothing]);
      expect(await work.write("2")).toMatchObject({ did: "wrote", text: "2" });
    });

    test("gets a text of 100 kB answered", async () => {
      const text = "khai sinh ".repeat(10_000).trim();
      expect(await work.write(text)).toMatchObject({ did: "wrote", text: expect.stringContaining(text.slice(0, 500)) });
    });

    test("passes on a start link", async () => {
      if (work.start)
        expect(await work.start("1_001193--ninh-binh--vi")).toMatchObject({ did: "started", start: "1_001193--ninh-binh--vi" });
      expect(await work.write("rồi sao nữa")).toMatchObject({ did: "wrote" });
    });
  });
}

/** A text without its white space, which every channel may lay out in its own way. */
function dense(text: string): string {
  return text.replace(/\s+/g, "");
}
