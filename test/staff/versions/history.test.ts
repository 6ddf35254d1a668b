import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { restoreVersion } from "../../../src/staff/commands/restore-version.ts";
import { showHistory } from "../../../src/staff/commands/show-history.ts";
import { takeSnapshot } from "../../../src/staff/commands/take-snapshot.ts";
import { keptIds } from "../../../src/staff/versions/kept-folder.ts";
import { markRestore } from "../../../src/staff/versions/restore.ts";
import { findProgram } from "../../machine/find-program.ts";
import { type OpenDesk, openDesk } from "./desk-at.ts";

const birth = "procedures/ho-tich/1.001193-dang-ky-khai-sinh.yaml";
let desk: OpenDesk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  vi.unstubAllEnvs();
  desk.close();
});

function edit(path: string, from: string | RegExp, to: string): void {
  const file = join(desk.folder, path);
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}
const rename = (to: string): void => edit(birth, /^name: .*$/m, `name: { vi: "${to}", en: "Register a birth" }`);
const git = (...words: string[]): string => {
  const who = ["-c", "user.name=Lan", "-c", "user.email=lan@example.vn", "-c", "commit.gpgsign=false"];
  const { status, stdout, stderr } = spawnSync(findProgram("git"), [...who, ...words], { cwd: desk.root, encoding: "utf8" });
  expect(stderr + status).toMatch(/0$/);
  return stdout.trim();
};
const commit = (why: string): string => {
  git("add", "--all");
  git("commit", "--quiet", "--message", why);
  return git("rev-parse", "--short", "HEAD");
};

/** Two versions of the content, by git or by ourselves: the first, and one in which a name, an alias and a file changed. */
const ways = {
  git: async (): Promise<string> => {
    git("init", "--quiet");
    const first = commit("Bản đầu");
    change();
    commit("Đổi tên, thêm tên gọi");
    return first;
  },
  "our own": async (): Promise<string> => {
    vi.stubEnv("PATH", join(desk.root, "nothing-here"));
    await desk.run(takeSnapshot, "Bản đầu");
    change();
    await desk.run(takeSnapshot, "Đổi tên, thêm tên gọi");
    return keptIds(desk.folder)[1] ?? "";
  },
};
function change(): void {
  rename("Đăng ký khai sinh kiểu mới");
  edit(birth, "  vi:\n", "  vi:\n    - làm khai sinh mới toanh\n");
  rmSync(join(desk.folder, "procedures/giam-ngheo/1.011607-cong-nhan-ho-ngheo.yaml"));
  writeFileSync(join(desk.folder, "everyday-names/them.yaml"), '"1.011607": { vi: [hộ nghèo] }\n');
}

describe.each(Object.entries(ways))("versions kept by %s", (_way, prepare) => {
  test("the history says when, why, and what changed, by the names of procedures", async () => {
    await prepare();
    const { code, said } = await desk.run(showHistory);
    expect(code).toBe(0);
    expect(said).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d {2}\S+ .*Đổi tên, thêm tên gọi\n/);
    expect(said).toContain("thêm 1 tệp: everyday-names/them.yaml");
    expect(said).toContain("sửa 1 tệp: 1.001193 Đăng ký khai sinh kiểu mới");
    expect(said).toContain("bỏ 1 tệp: 1.011607");
    expect(said).toContain("Bản đầu");
  });

  test.each([["1.001193"], [birth], [`content/${birth}`]])(
    "the history of one file, called %s, says which fields changed",
    async (word) => {
      await prepare();
      const asked = word.startsWith("content/") ? join(desk.folder, birth) : word;
      const { said } = await desk.run(showHistory, asked);
      expect(said).toContain('sửa name.vi: "Đăng ký khai sinh" → "Đăng ký khai sinh kiểu mới"');
      expect(said).toContain('thêm aliases.vi."làm khai sinh mới toanh"');
      expect(said).not.toContain("them.yaml");
    },
  );

  test("a restore shows what it would change and writes nothing without --write", async () => {
    const first = await prepare();
    const before = desk.state();
    const { code, said } = await desk.run(restoreVersion, first);
    expect(code).toBe(0);
    expect(said).toContain("sửa 1 tệp: 1.001193");
    expect(said).toContain("thêm 1 tệp: 1.011607");
    expect(said).toContain("bỏ 1 tệp: everyday-names/them.yaml");
    expect(said).toContain("--write");
    expect(desk.state()).toEqual(before);
  });

  test("with --write the version is back byte for byte, and the way back is kept", async () => {
    const first = await prepare();
    const before = desk.state();
    expect((await desk.run(restoreVersion, first, "--write")).code).toBe(0);
    expect(readFileSync(join(desk.folder, birth))).toEqual(readFileSync(join("content", birth)));
    expect(desk.state().has("everyday-names/them.yaml")).toBe(false);
    const kept = keptIds(desk.folder)[0] ?? "";
    const back = (await desk.run(restoreVersion, kept, "--write")).code;
    expect(back).toBe(0);
    expect(desk.state()).toEqual(before);
  });

  test("one file comes back alone", async () => {
    const first = await prepare();
    const before = desk.state();
    expect((await desk.run(restoreVersion, first, "1.001193", "--write")).code).toBe(0);
    const changed = [...desk.state()].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(changed).toEqual([birth]);
    expect(desk.state().has("everyday-names/them.yaml")).toBe(true);
  });

  test("a file that is gone comes back by its code", async () => {
    const first = await prepare();
    rmSync(join(desk.folder, "everyday-names/them.yaml"));
    expect((await desk.run(restoreVersion, first, "1.011607", "--write")).code).toBe(0);
    expect([...desk.state().keys()]).toContain("procedures/giam-ngheo/1.011607-cong-nhan-ho-ngheo.yaml");
  });
});

describe("a version that the guide could not use", () => {
  test("is refused, with its mistakes, unless --even-broken; what was there is kept first", async () => {
    edit(birth, "audience: [citizen]", "audience: [everybody]");
    await desk.run(takeSnapshot);
    const [broken = ""] = keptIds(desk.folder);
    edit(birth, "audience: [everybody]", "audience: [citizen]");
    const before = desk.state();
    const refused = await desk.run(restoreVersion, broken, "--write");
    expect(refused.code).toBe(1);
    expect(refused.said).toContain(birth);
    expect(desk.state()).toEqual(before);
    expect((await desk.run(restoreVersion, broken, "--write", "--even-broken")).code).toBe(0);
    expect(keptIds(desk.folder)).toHaveLength(2);
    expect(desk.state()).not.toEqual(before);
  });
});

describe("nothing is lost", () => {
  test("edits that nobody committed are kept before a commit is restored", async () => {
    const first = await ways.git();
    rename("Chưa ai lưu");
    const before = desk.state();
    await desk.run(restoreVersion, first, "--write");
    await desk.run(restoreVersion, keptIds(desk.folder)[0] ?? "", "--write");
    expect(desk.state()).toEqual(before);
    expect(git("status", "--porcelain", "--", ":(glob)**/.versions/**")).toBe("");
  });

  test("when a file cannot take its place, all stays as it was", async () => {
    const first = await ways["our own"]();
    // A folder stands where the removed file was: the last step of the restore fails.
    const place = join(desk.folder, "procedures/giam-ngheo/1.011607-cong-nhan-ho-ngheo.yaml");
    mkdirSync(join(place, "in-the-way"), { recursive: true });
    const before = desk.state();
    const { code, said } = await desk.run(restoreVersion, first, "--write");
    expect(code).toBe(1);
    expect(said).toContain("Nội dung vẫn như cũ");
    expect(desk.state()).toEqual(before);
    rmSync(place, { recursive: true });
    expect((await desk.run(restoreVersion, first, "--write")).said).not.toContain("ngắt giữa chừng");
  });

  test("a restore that the machine cut short is told, with the way back", async () => {
    await ways["our own"]();
    const [newest = ""] = keptIds(desk.folder);
    markRestore(desk.folder, newest);
    expect((await desk.run(showHistory)).said).toContain(`restore ${newest} --write`);
  });
});

describe("where git cannot help", () => {
  test("a repository without a commit, or a folder git knows nothing of, has our own versions", async () => {
    git("init", "--quiet");
    expect((await desk.run(showHistory)).said).toContain("Chưa có bản nào");
    await desk.run(takeSnapshot, "giữ thử");
    expect((await desk.run(showHistory)).said).toContain("giữ thử");
  });

  test("a repository while git is not installed is said aloud", async () => {
    await ways.git();
    vi.stubEnv("PATH", join(desk.root, "nothing-here"));
    const { code, said } = await desk.run(showHistory);
    expect(code).toBe(0);
    expect(said).toContain("git không trả lời");
  });

  test("the content may be the repository itself", async () => {
    const inside = { ...desk, root: desk.folder };
    desk = inside;
    git("init", "--quiet");
    const first = commit("Bản đầu");
    rename("Tên khác");
    expect((await desk.run(restoreVersion, first, "1.001193", "--write")).code).toBe(0);
    expect(readFileSync(join(desk.folder, birth))).toEqual(readFileSync(join("content", birth)));
  });
});

describe("a wrong call", () => {
  test("names the version or the file that is not there", async () => {
    const first = await ways["our own"]();
    expect(await desk.run(restoreVersion, "2020-01-01", "--write")).toMatchObject({ code: 1, said: expect.stringContaining("2020-01-01") });
    expect(await desk.run(restoreVersion, "--write")).toMatchObject({ code: undefined });
    expect(await desk.run(restoreVersion, first, "9.999999")).toMatchObject({ code: 1, said: expect.stringContaining("9.999999") });
    expect(await desk.run(showHistory, "../../etc/passwd")).toMatchObject({ code: 1 });
  });

  test("a beginning that several versions share is not guessed", async () => {
    await ways["our own"]();
    expect((await desk.run(restoreVersion, "20")).said).toContain("ghi dài hơn");
  });

  test("a folder that cannot be written to is a sentence", async () => {
    writeFileSync(join(desk.folder, ".versions"), "a file where the folder should be");
    const { code, said } = await desk.run(takeSnapshot);
    expect(code).toBe(1);
    expect(said).toContain("Không làm được");
  });
});
