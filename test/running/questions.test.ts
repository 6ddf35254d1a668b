import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { RedisServer } from "../sessions/redis-server.ts";
import { dataFolder, type Program, startProgram } from "./program.ts";

const unknown = "Xin cái triện đỏ bản phô tô ạ";
const secret = /0912|Hoa Mai|hoa mai|036201001234/;

type Ended = { code: number | null; out: string; err: string };

/** Runs `content -- questions` as staff do, beside the running guide. */
async function questions(environment: Record<string, string>, ...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ["src/staff/content.ts", "questions", ...words, "--language", "en"], {
    env: { PATH: process.env["PATH"], ...environment },
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const [code] = await once(child, "close");
  return { code, out, err };
}

/** Content of its own for one test, beside the data. */
function province(path: string): Record<string, string> {
  const content = join(path, "content");
  cpSync("content", content, { recursive: true });
  return { DATA_DIR: join(path, "data"), CONTENT_DIR: content };
}

/** Every file under a folder with its text, less the versions that commands keep. */
function filesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes(".versions"),
  );
  return new Map(entries.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), "utf8")]));
}

const numberOf = (out: string, text: string): string => new RegExp(`^#(\\d+) {2}${text}`, "m").exec(out)?.[1] ?? "?";

describe("from a question nobody could answer to a name", () => {
  test("it is listed with what comes nearest, chosen, and found after the next start; nothing tells who asked", {
    timeout: 180_000,
  }, async () => {
    using data = dataFolder();
    const environment = province(data.path);
    const content = environment["CONTENT_DIR"] ?? "";
    const first = await startProgram(environment);
    expect((await first.chat({ message: "1", text: unknown })).status).toBe(200);
    await first.chat({ conversation: "another-conversation", message: "1", text: "chị Hoa Mai 0912345678 cần triện đỏ bản phô tô" });
    await first.chat({ message: "2", text: "tôi là Lê Hoa Mai, điện thoại 0912345678" });
    await first.chat({ message: "3", text: "làm cà vẹt xe" });
    await first.chat({ message: "4", choice: "none" });
    await first.chat({ message: "5", text: `trám giếng ${"\u0000\u001b[31m".repeat(20)} ${"x".repeat(90_000)}` });

    const listed = await questions(environment);
    expect(listed).toMatchObject({ code: 0, err: "" });
    expect(listed.out).toMatch(/xin cái triện đỏ bản phô tô ạ\n +asked 2× · not found · \d{4}-\d{2} · still not found\n/);
    expect(listed.out).toMatch(/ {5}0\.\d{3} {2}2\.000815 {2}Chứng thực/);
    expect(listed.out).toMatch(/làm cà vẹt xe\n +asked 1× · chose “None of these”/);
    expect(listed.out.match(/^#/gm)).toHaveLength(3);
    expect(listed.out).not.toMatch(secret);

    const number = numberOf(listed.out, "xin cái triện đỏ");
    const before = filesOf(content);
    expect(await questions(environment, "choose", number, "9.999999")).toMatchObject({ code: 1, out: "" });
    expect(await questions(environment, "choose", number, "1.000894", "đăng ký kết hôn")).toMatchObject({ code: 1 });
    expect(filesOf(content)).toEqual(before);
    const chosen = await questions(environment, "choose", number, "2.000815");
    expect(chosen).toMatchObject({ code: 0, err: "" });
    const changed = [...filesOf(content)].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed.map((path) => path.replace(content, "")).sort()).toEqual([expect.stringContaining("/2.000815-"), "/questions.yaml"]);

    const rejected = await questions(environment, "reject", numberOf(listed.out, "làm cà vẹt"), "hỏi", "công an", "xã");
    expect(rejected).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(join(content, "questions.yaml"), "utf8")).toContain("hỏi công an xã");
    expect((await first.chat({ message: "6", text: "làm cà vẹt xe ạ" })).replies.length).toBeGreaterThan(0);
    await first.chat({ message: "7", choice: "none" });
    const left = await questions(environment);
    expect(left.out).not.toMatch(/triện đỏ|cà vẹt/);
    await first.end();

    const second = await startProgram(environment);
    const { replies } = await second.chat({ conversation: "after-the-restart", message: "1", text: unknown });
    expect(replies[0]?.procedure).toBe("2.000815");
    expect(`${first.written()}${second.written()}`).not.toMatch(/triện đỏ|cà vẹt/);
    await second.end();
    for (const text of filesOf(environment["DATA_DIR"] ?? "").values()) expect(text).not.toMatch(secret);
    expect(readFileSync(join(content, "questions.yaml"), "utf8")).not.toMatch(secret);
  });

  test("the list is saved as a table, and another kind of file is refused", async () => {
    using data = dataFolder();
    const environment = { DATA_DIR: data.path };
    const guide = await startProgram(environment);
    await guide.chat({ message: "1", text: unknown });
    await guide.end();
    const [xlsx, csv] = [join(data.path, "list.xlsx"), join(data.path, "list.csv")];
    for (const path of [xlsx, csv]) expect(await questions(environment, "--to", path)).toMatchObject({ code: 0, err: "" });
    const [sheet] = await readExcelFile(xlsx);
    expect(sheet?.data[1]?.slice(0, 5)).toEqual([1, "xin cái triện đỏ bản phô tô ạ", 1, 1, 0]);
    expect(readFileSync(csv, "utf8")).toMatch(/^\uFEFFNumber,.*\n1,xin cái triện đỏ bản phô tô ạ,1,1,0,/);
    expect(await questions(environment, "--to", join(data.path, "list.doc"))).toMatchObject({ code: 1, out: "" });
    expect(existsSync(join(data.path, "list.doc"))).toBe(false);
    expect(await questions(environment, "--to", join(csv, "list.csv"))).toMatchObject({ code: 1, out: "" });
  });
});

describe("nothing is kept, and nobody is disturbed", () => {
  test("with QUESTIONS=off", async () => {
    using data = dataFolder();
    const guide = await startProgram({ DATA_DIR: data.path, QUESTIONS: "off" });
    await guide.chat({ message: "1", text: unknown });
    await guide.end();
    expect(existsSync(join(data.path, "questions.sqlite"))).toBe(false);
    const { code, out } = await questions({ DATA_DIR: data.path, QUESTIONS: "off" });
    expect({ code, out }).toEqual({ code: 0, out: "No question is waiting for you.\n" });
    expect(existsSync(join(data.path, "questions.sqlite"))).toBe(false);
  });

  test("with a store that is somebody else's file: the guide says so and goes on, and the command says so too", async () => {
    using data = dataFolder();
    const path = join(data.path, "questions.sqlite");
    writeFileSync(path, "this is no database, but somebody's notes");
    const guide = await startProgram({ DATA_DIR: data.path });
    expect((await guide.chat({ message: "1", text: unknown })).replies.length).toBeGreaterThan(0);
    expect(guide.written()).toMatch(/unanswered questions cannot be kept/);
    expect(await guide.end()).toBe(0);
    const { code, out, err } = await questions({ DATA_DIR: data.path });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/questions\.sqlite cannot be used/);
    expect(readFileSync(path, "utf8")).toContain("somebody's notes");
  });
});

describe("staff make mistakes", () => {
  test.each([
    [["chose", "1", "2.000815"], 2],
    [["choose", "one", "2.000815"], 2],
    [["choose", "1"], 2],
    [["--everything"], 2],
    [["choose", "1", "2.000815"], 1],
    [["reject", "1", "?"], 1],
    [["reject", "1", "hỏi nơi khác"], 1],
  ])("%j ends with %i and a word about it", async (words, code) => {
    using data = dataFolder();
    const ended = await questions({ DATA_DIR: data.path }, ...words);
    expect({ code: ended.code, out: ended.out }).toEqual({ code, out: "" });
    expect(ended.err).not.toBe("");
  });
});

describe("with Redis", () => {
  let server: RedisServer;
  let guides: Program[] = [];
  beforeAll(async () => {
    server = await RedisServer.open();
  });
  afterAll(async () => {
    for (const guide of guides) await guide.end();
    await server.kill();
  });

  test("what two processes heard is one list; while Redis is away citizens are served on as before", async () => {
    using data = dataFolder();
    const environment = { DATA_DIR: data.path, REDIS_URL: server.url };
    guides = await Promise.all([startProgram(environment), startProgram(environment)]);
    for (const [at, guide] of guides.entries())
      await guide.chat({ conversation: `conversation-number-${at}`, message: "1", text: unknown });
    const [one, other] = guides;
    await one?.chat({ message: "2", text: "làm cà vẹt xe" });
    await other?.chat({ message: "3", choice: "none" });
    await vi.waitFor(async () => expect((await questions(environment)).out).toMatch(/asked 2×[^#]*#2 {2}làm cà vẹt/), 10_000);
    await server.kill();
    expect(await questions(environment)).toMatchObject({ code: 1, out: "" });
  });
});
