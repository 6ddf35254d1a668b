import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import readWorkbook from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { record } from "../../src/staff/commands/record-transcript.ts";
import { playTranscript } from "../../src/staff/transcripts/play-transcript.ts";
import { knowledge, wording } from "../knowledge.ts";
import { folder, openDesk, read } from "./transcripts/desk.ts";

/** Records a chat of these lines. */
async function chat(path: string, ...lines: string[]) {
  const { desk, said } = openDesk();
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(""));
  const code = await record(path, { desk, guide: { knowledge, wording } }, { input, output });
  return { code, said, shown: String(output.read() ?? "") };
}

/** Plays every conversation of a file; what was not as it says. */
async function missesOf(path: string) {
  const { found, troubles } = await read(path);
  const played = await Promise.all(found.map((transcript) => playTranscript({ knowledge, wording }, transcript, "2026-11-22")));
  return { conversations: found.length, troubles, misses: played.flatMap(({ misses }) => misses) };
}

const walk = ["đăng ký tạm trú", "1", "2", "không", "giấy này là gì", "Có rồi", "chưa", "lạng sơn", "danh sách", "/quit"];

describe.each(["mau.yaml", "mau.xlsx"])("npm run content -- record %s", (name) => {
  test("writes what was said and shown so that playing it again is as it was", async () => {
    using at = folder();
    const path = join(at.path, name);
    const { code, said, shown } = await chat(path, ...walk);
    expect(code).toBe(0);
    expect(shown).toContain("== Đăng ký tạm trú ==");
    expect(said.at(-1)).toContain(`Đã ghi 9 lượt vào ${path}.`);
    const { found } = await read(path);
    expect(found[0]?.steps.slice(0, 3).map(({ says, wishes }) => [says, ...wishes.map(({ text }) => text)])).toEqual([
      ["đăng ký tạm trú", "thẻ thủ tục", "Đăng ký tạm trú"],
      ["[Chuẩn bị giấy tờ]", "câu hỏi", "Bạn đăng ký tạm trú cho ai?"],
      ["[Nhiều người, theo danh sách]", "câu hỏi", "Người đăng ký có thuộc trường hợp nào sau đây không?"],
    ]);
    expect(await missesOf(path)).toEqual({ conversations: 1, troubles: [], misses: [] });
  });

  test("a second recording goes behind the first", async () => {
    using at = folder();
    const path = join(at.path, name);
    await chat(path, ...walk);
    await chat(path, "làm hộ chiếu");
    expect(await missesOf(path)).toEqual({ conversations: 2, troubles: [], misses: [] });
    expect(readdirSync(at.path)).toEqual([name]);
  });

  test("writes nothing when nothing was said", async () => {
    using at = folder();
    const path = join(at.path, name);
    for (const lines of [[], [""], ["/quit"]]) {
      const { code, said } = await chat(path, ...lines);
      expect({ code, said: said.at(-1) }).toEqual({ code: 0, said: "Bạn chưa nói gì nên không ghi tệp nào." });
    }
    expect(readdirSync(at.path)).toEqual([]);
  });

  test("keeps nobody's number", async () => {
    using at = folder();
    const path = join(at.path, name);
    await chat(path, "mất căn cước số 036 201 001 234", "gửi cho lan.anh@example.org nhé");
    const { found } = await read(path);
    expect(found[0]?.steps.map(({ says }) => says)).toEqual(["mất căn cước số 000 000 000 000", "gửi cho ten@example.com nhé"]);
    expect((await missesOf(path)).misses).toEqual([]);
  });

  test("a file that is not in order is told before anybody chats, and stays as it is", async () => {
    using at = folder();
    const path = join(at.path, name);
    writeFileSync(path, "mỗi người một ý");
    const { code, said, shown } = await chat(path, ...walk);
    expect({ code, shown }).toEqual({ code: 1, shown: "" });
    expect(said[0]).toContain(`${path}, dòng 1:`);
    expect(readFileSync(path, "utf8")).toBe("mỗi người một ý");
  });
});

describe("what stands in the file already", () => {
  test("a YAML file keeps every byte, its comments and its Windows line ends", async () => {
    using at = folder();
    const path = join(at.path, "mau.yaml");
    const before = "\uFEFF# của chị Lan\r\n- Người dân nói: 'làm hộ chiếu'   # sáng thứ hai\r\n";
    writeFileSync(path, before);
    await chat(path, "đăng ký tạm trú");
    const after = readFileSync(path, "utf8");
    expect(after.startsWith(before)).toBe(true);
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
    expect((await missesOf(path)).conversations).toBe(2);
  });

  test("a YAML file that nothing can stand behind stays, and the recording goes beside it", async () => {
    using at = folder();
    const path = join(at.path, "mau.yaml");
    writeFileSync(path, "[{ Người dân nói: làm hộ chiếu }]\n");
    const { code, said } = await chat(path, "đăng ký tạm trú");
    expect(code).toBe(0);
    expect(said.at(-1)).toContain("mau-2.yaml");
    expect(readFileSync(path, "utf8")).toBe("[{ Người dân nói: làm hộ chiếu }]\n");
    expect((await missesOf(join(at.path, "mau-2.yaml"))).misses).toEqual([]);
  });

  test("a workbook keeps its other sheets, its columns in their order, and its looks", async () => {
    using at = folder();
    const path = join(at.path, "mau.xlsx");
    const bold = (value: string) => ({ value, fontWeight: "bold" as const });
    const sheets = [
      { data: [], sheet: "Trống" },
      {
        data: [["Phải hiện", "Ghi chú", "Không được hiện", "Người dân nói"].map(bold), ["a & b", "c", null, "d"]],
        sheet: "Hội thoại",
        columns: [{ width: 42 }],
        stickyRowsCount: 1,
      },
    ];
    writeFileSync(path, await writeWorkbook(sheets).toBuffer());
    await chat(path, "làm hộ chiếu");
    const [, { data } = { data: [] }] = await readWorkbook(path);
    expect(data.slice(0, 2)).toEqual([
      ["Phải hiện", "Ghi chú", "Không được hiện", "Người dân nói"],
      ["a & b", "c", null, "d"],
    ]);
    expect(data.at(-1)).toEqual([expect.stringContaining("câu hỏi phân biệt; "), null, null, "làm hộ chiếu"]);
    expect((await read(path)).found.map(({ steps }) => steps.length)).toEqual([1, 1]);
  });

  test("a workbook with headings and no conversation yet is added to", async () => {
    using at = folder();
    const path = join(at.path, "mau.xlsx");
    writeFileSync(path, await writeWorkbook([["Người dân nói", "Phải hiện", "Không được hiện"]]).toBuffer());
    await chat(path, "làm hộ chiếu");
    expect(await missesOf(path)).toEqual({ conversations: 1, troubles: [], misses: [] });
  });
});

describe("Ctrl+C", () => {
  /** The real command; `say` is typed once it asks, then it is interrupted. */
  async function interrupted(path: string, say: string) {
    const child = spawn(process.execPath, ["src/staff/content.ts", "record", path]);
    let out = "";
    const asked = (times: number) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (out.split("> ").length > times) resolve();
        };
        child.stdout.on("data", look);
        look();
      });
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    await asked(1);
    if (say !== "") child.stdin.write(`${say}\n`);
    await asked(say === "" ? 1 : 2);
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    return { code, out };
  }

  test("before anything was said writes nothing", async () => {
    using at = folder();
    const path = join(at.path, "mau.yaml");
    const { code, out } = await interrupted(path, "");
    expect({ code, there: existsSync(path) }).toEqual({ code: 0, there: false });
    expect(out).toContain("Bạn chưa nói gì");
  });

  test("afterwards writes what was said", async () => {
    using at = folder();
    const path = join(at.path, "mau.yaml");
    expect((await interrupted(path, "làm hộ chiếu")).code).toBe(0);
    expect((await missesOf(path)).conversations).toBe(1);
  });
});

test("a file of another kind is refused before anybody chats", async () => {
  const { code, said } = await chat("mau.docx", ...walk);
  expect(code).toBe(1);
  expect(said).toEqual([
    "mau.docx, dòng 1: hội thoại mẫu là tệp .yaml hoặc .xlsx. Tệp Excel kiểu cũ (.xls) hay .csv thì bạn mở bằng Excel rồi lưu thành .xlsx.",
  ]);
});
