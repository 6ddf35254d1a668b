import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dataFolder, type Program, startProgram } from "./program.ts";

const token = "a-token-of-24-characters";
const file = "procedures/cu-tru/1.004194-dang-ky-tam-tru.yaml";
const data = dataFolder();
const content = join(data.path, "content");
let one: Program;
let other: Program;

beforeAll(async () => {
  cpSync("content", content, { recursive: true });
  const settings = { CONTENT_DIR: content, ADMIN_TOKEN: token };
  [one, other] = await Promise.all([
    startProgram({ ...settings, DATA_DIR: join(data.path, "one") }),
    startProgram({ ...settings, DATA_DIR: join(data.path, "other") }),
  ]);
});
afterAll(async () => {
  await Promise.all([one.end(), other.end()]);
  data[Symbol.dispose]();
});

const standing = async (program: Program): Promise<{ version: string; broken: number }> =>
  ((await (await fetch(`${program.origin}/healthz`)).json()) as { content: { version: string; broken: number } }).content;
const reload = (program: Program, given = `Bearer ${token}`): Promise<Response> =>
  fetch(`${program.origin}/admin/reload`, { method: "POST", headers: { authorization: given } });
const write = (change: (text: string) => string): void =>
  writeFileSync(join(content, file), change(readFileSync(join(content, file), "utf8")));

describe("a running guide whose content changes", () => {
  test("two processes say the same version, and both take a saved file by themselves", async () => {
    const { version } = await standing(one);
    expect(await standing(other)).toEqual({ version, broken: 0 });
    write((text) => text.replace("everyday:", "# a remark\neveryday:"));
    await expect.poll(async () => (await standing(one)).version, { timeout: 30_000 }).not.toBe(version);
    await expect.poll(() => standing(other), { timeout: 30_000 }).toEqual(await standing(one));
  });

  test("only the holder of the token has it read again", async () => {
    expect((await reload(one, "Bearer another-token-of-24-ch")).status).toBe(401);
    expect((await reload(one, "")).status).toBe(401);
    expect((await fetch(`${one.origin}/admin/reload`)).status).toBe(405);
    const answer = await reload(one);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ version: (await standing(one)).version, broken: [] });
  });

  test("a citizen in the middle of a checklist is told what changed and goes on where she was", async () => {
    await one.chat({ message: "1", start: "1_004194--ninh-binh" });
    let { replies } = await one.chat({ message: "2", choice: "begin:1.004194" });
    const pressFirst = async (message: string) => one.chat({ message, choice: replies.at(-1)?.choices?.[0]?.id ?? "" });
    for (let step = 3; replies.at(-1)?.choices?.[0]?.id.startsWith("answer:"); step++) ({ replies } = await pressFirst(String(step)));
    ({ replies } = await pressFirst("first-paper"));
    write((text) => text.replace("vnd: 7000", "vnd: 99000"));
    expect((await reload(one)).status).toBe(200);
    const back = await one.chat({ message: "back", opened: true });
    expect(back.replies[0]?.text).toContain("99.000");
    expect(back.replies.at(-1)?.text).toBe(replies.at(-1)?.text);
  });

  test("broken content is not taken: it answers as before, and says so on health, in the log and as a metric", async () => {
    const before = await standing(one);
    write((text) => text.replace("codes:", "kodes:"));
    const answer = await reload(one);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      version: before.version,
      broken: expect.arrayContaining([expect.objectContaining({ file })]),
    });
    expect((await standing(one)).broken).toBeGreaterThan(0);
    expect((await one.chat({ message: "still", text: "đăng ký tạm trú" })).replies[0]?.procedure).toBe("1.004194");
    const metrics = await (await fetch(`${one.origin}/metrics`)).text();
    expect(metrics).toMatch(/motcua_content_broken [1-9]/);
    expect(metrics).toContain(`motcua_content_info{version="${before.version}"} 1`);
    expect(one.written()).toContain(`${file}:1:1`);
    write((text) => text.replace("kodes:", "codes:"));
    expect((await reload(one)).status).toBe(200);
    expect((await standing(one)).broken).toBe(0);
  });
});
