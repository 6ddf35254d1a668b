import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Memory, readContent } from "../../src/catalog/read-content.ts";
import { keepMemory, memoryFile, recallMemory, worthKeeping } from "../../src/staff/content-memory.ts";
import { card, SmallContent } from "../catalog/small-content.ts";

type Called = { code: number; out: string; complaints: string };

/** Calls `npm run content -- check` as a person does. */
function check({ path }: SmallContent, ...words: string[]): Promise<Called> {
  const environment = { PATH: process.env["PATH"], CONTENT_DIR: path };
  return new Promise((resolve) =>
    execFile(process.execPath, ["src/staff/content.ts", "check", ...words], { env: environment }, (error, out, complaints) =>
      resolve({ code: Number(error?.code ?? 0), out, complaints }),
    ),
  );
}

const future = (content: SmallContent): void => content.edit(card, "2027-06-30", "2999-12-31");

describe("content -- check", () => {
  test("says in Vietnamese that all is well", async () => {
    using content = new SmallContent();
    future(content);
    expect(await check(content)).toEqual({ code: 0, out: expect.stringMatching(/^Nội dung đã ổn: 3 thủ tục/), complaints: "" });
  });

  test("tells each mistake with its place, what to do and an example; exit code 1", async () => {
    using content = new SmallContent();
    content.edit(card, "way: hand-in", "way: handin");
    const { code, out, complaints } = await check(content);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(complaints.split("\n")).toEqual([
      `${content.path}/${card}:30:10 “way” không nhận “handin”. Có phải bạn muốn viết “hand-in”?`,
      "  → Đổi thành “hand-in”, hoặc chọn một trong: hand-in, show, fill-online.",
      "  Ví dụ: way: hand-in",
      "Có 1 lỗi cần sửa trong 1 tệp.",
      "",
      "",
    ]);
  });

  test("the same in English", async () => {
    using content = new SmallContent();
    content.edit(card, "way: hand-in", "way: handin");
    const { code, complaints } = await check(content, "--language", "en");
    expect(code).toBe(1);
    expect(complaints).toContain("“way” cannot be “handin”. Did you mean “hand-in”?");
    expect(complaints).toContain("For example: way: hand-in");
  });

  test("remarks alone are told and are no reason to fail", async () => {
    using content = new SmallContent();
    content.edit(card, "2027-06-30", "2020-01-31");
    const { code, out, complaints } = await check(content, "--language=en");
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("in order") });
    expect(complaints).toMatch(/review, 2020-01-31, has passed[\s\S]*Remarks, no mistakes: 1\./);
  });

  test("many mistakes are counted by kind at the end, the most frequent first", async () => {
    using content = new SmallContent();
    for (const id of ["form", "consent", "alone", "me", "child", "small"]) content.edit(card, `id: ${id}`, `id: ${id.toUpperCase()}`);
    content.edit(card, "way: hand-in", "way: mail");
    const { complaints } = await check(content, "--language", "en");
    expect(complaints).toMatch(/ {2}6 × id of wrong form\n {2}1 × unknown value\nMistakes to mend: 7 \(files: 1\)\.\n\n$/);
  });

  test("a second call says the same out of memory, and a change is seen", async () => {
    using content = new SmallContent();
    future(content);
    const first = await check(content);
    expect(existsSync(memoryFile(content.path))).toBe(true);
    expect(await check(content)).toEqual(first);
    content.edit(card, "id: form", "id: Form");
    expect((await check(content)).code).toBe(1);
    expect((await check(content)).complaints).toMatch(/29:9|28:9/);
    rmSync(memoryFile(content.path));
  });
});

describe("the memory of a check", () => {
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ["cut off", (bytes) => bytes.subarray(0, bytes.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    [
      "changed in one bit",
      (bytes) => {
        bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
        return bytes;
      },
    ],
    ["sealed by another program", (bytes) => Buffer.concat([Buffer.from("0".repeat(64)), bytes.subarray(64)])],
    ["something else", () => Buffer.from("hello, I am no memory at all, not even a long one, only some words that lie here")],
  ])("is passed over when it is %s", (_name, spoil) => {
    using content = new SmallContent();
    keepMemory(content.path, readContent(content.path).memory);
    expect(recallMemory(content.path).size).toBe(6);
    const path = memoryFile(content.path);
    writeFileSync(path, spoil(readFileSync(path)));
    expect(recallMemory(content.path).size).toBe(0);
    rmSync(path);
  });

  test("is written anew when enough changed to be worth it", () => {
    const of = (count: number): Memory =>
      new Map(Array.from({ length: count }, (_, at) => [`${at}`, { hash: "x", result: { problems: [] } }]));
    const before = of(1000);
    const changed = (count: number): Memory => new Map([...before, ...of(count)]);
    expect(worthKeeping(before, before)).toBe(false);
    expect(worthKeeping(before, changed(10))).toBe(false);
    expect(worthKeeping(before, changed(100))).toBe(true);
    expect(worthKeeping(new Map(), of(3))).toBe(true);
  });

  test("belongs to one folder", () => {
    using one = new SmallContent();
    using other = new SmallContent();
    keepMemory(one.path, readContent(one.path).memory);
    expect(recallMemory(other.path).size).toBe(0);
    expect(recallMemory(join(one.path, ".")).size).toBe(6);
    rmSync(memoryFile(one.path));
  });
});
