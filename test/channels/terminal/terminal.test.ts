import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { terminal } from "../../../src/channels/terminal/terminal.ts";
import type { Heard } from "../../../src/turn.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { replies } from "../channel-contract.ts";
import { talk } from "./talk.ts";

function reply(text: string, labels: string[] = []): Spoken {
  return { kind: "card", lines: [{ as: "text", text }], choices: labels.map((label) => ({ id: `id-${label}`, label })), links: [] };
}

const echo = ({ event }: Heard): Spoken[] => [reply(event.did === "wrote" ? event.text : event.did)];

describe("the guide in the terminal", () => {
  test("begins by showing where she was, then asks", async () => {
    const { heard, shown } = await talk(echo);
    expect(heard).toMatchObject([{ citizen: "terminal:here", event: { did: "opened", at: expect.any(Number) } }]);
    expect(shown()).toBe("\nopened\n\n> ");
  });

  test("draws progress, title, facts, items, boxes, links and a numbered list", async () => {
    const all = ["card", "a paper with its progress", "a checklist with ticks"].flatMap((name) => replies[name] ?? []);
    const { shown } = await talk(() => all, "https://motcua.example.vn/");
    expect(shown().split("\n")).toEqual([
      "",
      "== Đăng ký khai sinh ==",
      "Làm giấy khai sinh cho con",
      "Lệ phí: Hỏi tại quầy (theo quy định của tỉnh)",
      "Nơi nộp: UBND cấp xã",
      "Nguồn: Cổng dịch vụ công quốc gia, kiểm tra tháng 11/2026. Mã 1.001193",
      "  → Trang của thủ tục: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019ddaf6",
      "  → Bản in: https://motcua.example.vn/checklist?start=1_001193&answers=a&have=b",
      "  1. Bắt đầu chuẩn bị giấy tờ",
      "  2. Lệ phí",
      "  3. Thời gian",
      "",
      "[3/7]",
      "== Giấy chứng sinh ==",
      "  • Bản chính: 1",
      "  • Bản sao: 0",
      "  4. Trả lời have",
      "  5. Trả lời missing",
      "  6. Trả lời what",
      "  7. Trả lời not-mine",
      "",
      "[41/41]",
      "== Hồ sơ của bạn ==",
      "  [x] Giấy chứng sinh",
      "  [ ] Tờ khai",
      "  → Nộp hồ sơ: https://dichvucong.gov.vn/nop?a=1&b=2",
      "",
      "> ",
    ]);
  });

  test("a number answers the list shown last, and is a text where there is no such number", async () => {
    const { type, heard } = await talk(() => [reply("Chọn", ["một", "hai"])]);
    for (const line of [" 2 ", "3", "0", "1"]) await type(line);
    expect(heard.slice(1).map(({ event }) => event)).toMatchObject([
      { did: "chose", choice: "id-hai" },
      { did: "wrote", text: "3" },
      { did: "wrote", text: "0" },
      { did: "chose", choice: "id-một" },
    ]);
  });

  test("a list that was replaced by an answer without choices is no longer answered", async () => {
    const { type, heard } = await talk(({ event }) => (event.did === "opened" ? [reply("Chọn", ["một"])] : [reply("Xong")]));
    for (const line of ["1", "1"]) await type(line);
    expect(heard.map(({ event }) => event.did)).toEqual(["opened", "chose", "wrote"]);
  });

  test("an empty line is not heard", async () => {
    const { type, heard } = await talk(echo);
    await type("   ");
    expect(heard).toHaveLength(1);
  });

  test("every message has an id of its own", async () => {
    const { type, heard } = await talk(echo);
    for (const line of ["a", "a", "a"]) await type(line);
    expect(new Set(heard.map(({ message }) => message)).size).toBe(4);
  });

  test("/quit leaves", async () => {
    const { input, over, heard } = await talk(echo);
    input.write("/quit\nnot heard any more\n");
    await over;
    expect(heard).toHaveLength(1);
  });

  test("what is piped in is answered line by line to its end, the last without a line break", async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    output.setEncoding("utf8");
    input.end("khai sinh\nhộ chiếu\nđổi gplx");
    const slow = async (heard: Heard): Promise<Spoken[]> => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return echo(heard);
    };
    await terminal({ turn: slow, input, output }).start();
    expect(
      String(output.read())
        .split("\n")
        .filter((line) => line !== "" && line !== "> ")
        .map((line) => line.replace(/^> /, "")),
    ).toEqual(["opened", "khai sinh", "hộ chiếu", "đổi gplx"]);
  });

  test("trouble ends the conversation with its reason", async () => {
    const input = new PassThrough();
    const away = terminal({
      turn: () => Promise.reject(new Error("the session store is away")),
      input,
      output: new PassThrough().resume(),
    });
    await expect(away.start()).rejects.toThrow("the session store is away");
    expect(input.isPaused()).toBe(true);
  });

  test("stop ends the conversation", async () => {
    const channel = terminal({ turn: async (heard) => echo(heard), input: new PassThrough(), output: new PassThrough().resume() });
    const over = channel.start();
    await channel.stop();
    await over;
  });
});
