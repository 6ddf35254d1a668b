import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

type Ended = { code: number | null; out: string; err: string };

/** Runs the command as another program does. */
function ask(words: string[], input = "", environment: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, ["src/staff/ask.ts", ...words], { env: { ...process.env, ...environment } });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.on("error", () => child.stdin.destroy());
  child.stdin.end(input);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

const linesOf = (
  out: string,
): { question: string; outcome: string; matches: { code: string; title: string; score: number }[]; ms: number }[] =>
  out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe("another program asks", () => {
  test("one line in, one line out, in order, whatever the line", async () => {
    const questions = ["mất căn cước làm lại", "", "thời tiết hôm nay", "🙂", '{"question": 1}', "x".repeat(100_000), "làm hộ chiếu"];
    const { code, out, err } = await ask(["--json"], questions.join("\n"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = linesOf(out);
    expect(lines.map(({ question }) => question)).toEqual(questions);
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      "found",
      "unknown",
      "unknown",
      "unknown",
      expect.any(String),
      "unknown",
      expect.any(String),
    ]);
    expect(lines[0]?.matches[0]).toEqual({ code: "2.001194", title: "Cấp lại thẻ căn cước", score: expect.any(Number) });
    expect(Object.keys(lines[0] ?? {})).toEqual(["question", "outcome", "matches", "ms"]);
    expect(lines.every(({ matches, ms }) => matches.length <= 10 && ms >= 0)).toBe(true);
  });

  test("Windows line ends and a last line without an end are no extra questions", async () => {
    const { out } = await ask(["--json"], "làm hộ chiếu\r\nđăng ký kết hôn\r\n");
    expect(linesOf(out).map(({ question }) => question)).toEqual(["làm hộ chiếu", "đăng ký kết hôn"]);
  });

  test("a province keeps what it offers", async () => {
    const { code, out } = await ask(["--json", "--province", "ninh-binh"], "đăng ký kết hôn\n");
    expect(code).toBe(0);
    expect(linesOf(out)[0]?.matches[0]?.code).toBe("1.000894");
  });
});

describe("a person asks", () => {
  test("the answer can be read", async () => {
    const { code, out } = await ask(["đổi", "bằng", "lái", "hết", "bao", "nhiêu", "tiền"]);
    expect(code).toBe(0);
    expect(out).toContain("asks about: fee");
    expect(out).toMatch(/\d\.\d{3} {2}3\.000347 {2}Đổi giấy phép lái xe/);
  });
});

describe("staff ask why", () => {
  const lineWith = (out: string, text: string): string => out.split("\n").find((line) => line.includes(text)) ?? "";

  test("the reading is told: keystrokes, abbreviations, slips, everyday words, frames, courtesy", async () => {
    const { code, out, err } = await ask(["--why", "ad ơi lamf laij CCCD bị rácch hết bao nhiêu tiền ạ"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(lineWith(out, "keystrokes")).toContain('"lamf" → "làm"');
    expect(lineWith(out, "abbreviation")).toContain('"cccd" → "căn cước');
    expect(lineWith(out, "repaired")).toMatch(/"rácch" → "[^"]*rach/);
    expect(lineWith(out, "everyday word")).toContain('"làm lại" → "cấp lại"');
    expect(lineWith(out, "frame taken off")).toContain("asks about fee");
    expect(lineWith(out, "courtesy")).toContain("ạ");
  });

  test("each of the first five is told by part, with its nearest name, and the numbers behind the outcome", async () => {
    const { out } = await ask(["--why", "đăng ký kết hôn"]);
    expect(out.match(/^ {2}\d\. /gm)).toHaveLength(5);
    expect(out).toMatch(
      /1\. [\d.]+ {2}1\.000894 {2}Đăng ký kết hôn\n.*words [\d.]+ \(.*name [\d.]+.*\) · nearest name [\d.]+, fourth [\d.]+ · demand/,
    );
    expect(lineWith(out, "nearest name:")).toContain('"Đăng ký kết hôn"');
    expect(out).toContain('why "found"');
    expect(lineWith(out, "probability that the first")).toContain("found from");
  });

  test("a procedure that was expected is told wherever it stands, with the words it lacks", async () => {
    const { out } = await ask(["--why", "--expect", "2.000806", "--expect", "9.999999", "thời tiết biển Đông"]);
    expect(lineWith(out, "2.000806")).toContain("beyond the ranking");
    expect(lineWith(out, "no name or alias of it has")).not.toBe("");
    expect(out).toContain("the catalog has no procedure with the code 9.999999");
  });

  test.each([
    ["a code", "1.001193", "holds a code"],
    ["something no office does", "thời tiết hôm nay", '"weather"'],
    ["a life event", "rơi ví mất hết giấy tờ", '"lost-papers"'],
    ["two questions", "làm hộ chiếu và đăng ký tạm trú", "two questions"],
    ["an official name", "Cấp lại Giấy chứng nhận giáo viên dạy thực hành lái xe", "official name of one procedure"],
    ["what two are called", "giấy chứng nhận đăng ký kinh doanh dịch vụ tư vấn du học", "names a twin of the first"],
    ["words that nothing is called by", "ok em", "nothing is called by any of these words"],
    ["nothing", "🙂", "nothing is left to look up"],
  ])("%s is given as the reason", async (_name, question, reason) => {
    const { code, out } = await ask(["--why", question]);
    expect(code).toBe(0);
    expect(out.slice(out.indexOf('\nwhy "'))).toContain(reason);
  });
});

describe("a wrong call", () => {
  test.each([
    ["why for another program", ["--json", "--why"]],
    ["an unknown option", ["--jsn"]],
    ["a province nobody has", ["--json", "--province", "atlantis"]],
    ["a province without a name", ["--province"]],
  ])("%s is one line and exit code 2", async (_name, words) => {
    const { code, out, err } = await ask(words, "đăng ký kết hôn\n");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("other content", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "content-"));
    cpSync("content", folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("CONTENT_DIR is honoured, and a broken file is named, with exit code 1", async () => {
    writeFileSync(join(folder, "life-events.yaml"), "- id: child-born\n");
    const { code, out, err } = await ask(["--json"], "đăng ký kết hôn\n", { CONTENT_DIR: folder });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("life-events.yaml:1:");
  });
});
