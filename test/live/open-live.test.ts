import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Live, openLive, type Standing } from "../../src/live/open-live.ts";
import type { Brought } from "../../src/reader/hand-over.ts";
import { sendReader } from "../../src/reader/send-reader.ts";

const file = "procedures/cu-tru/1.004194-dang-ky-tam-tru.yaml";
let base: string;
let folder: string;
let told: Standing[];
let live: Live<Brought>;
let today = "2026-11-25";

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), "live-"));
  folder = join(base, "content");
  cpSync("content", folder, { recursive: true });
  today = "2026-11-25";
  await open();
});
afterEach(async () => {
  await live.close();
  rmSync(base, { recursive: true });
});

async function open(): Promise<void> {
  told = [];
  const first = await sendReader({ folder, today });
  if (!first.catalog) throw new Error("the content is in order");
  live = openLive({
    folder,
    first,
    day: () => today,
    send: sendReader,
    open: (brought) => brought,
    told: (standing) => told.push(standing),
  });
}

const change = (from: string, to: string): void => {
  const path = join(folder, file);
  writeFileSync(`${path}.new`, readFileSync(path, "utf8").replace(from, to));
  renameSync(`${path}.new`, path);
};
const everyday = (): string | undefined => {
  const procedure = live.now().catalog?.procedures.get("1.004194");
  return procedure?.kind === "guided" ? procedure.guided.everyday?.vi : undefined;
};
const settled = { timeout: 20_000, interval: 50 };

describe("content that is read again", () => {
  test("is answered from as a whole, under another version; the same content is the same version", async () => {
    const before = live.standing();
    expect(await live.reload()).toEqual(before);
    change("everyday:", "# mended\neveryday:");
    const after = await live.reload();
    expect(after.version).not.toBe(before.version);
    expect(told).toEqual([after]);
  });

  test("with a mistake is not taken: the last good one stays, and what is wrong is told; mended, it is taken", async () => {
    const good = everyday();
    change("codes:", "kodes:");
    const broken = await live.reload();
    expect(broken.broken.length).toBeGreaterThan(0);
    expect(broken.broken[0]).toMatchObject({ file });
    expect(everyday()).toBe(good);
    change("kodes:", "codes:");
    expect(await live.reload()).toMatchObject({ version: broken.version, broken: [] });
    expect(told).toHaveLength(2);
  });

  test("whose folder is gone is not taken either", async () => {
    renameSync(folder, `${folder}-away`);
    expect((await live.reload()).broken.length).toBeGreaterThan(0);
    expect(everyday()).toBeDefined();
    renameSync(`${folder}-away`, folder);
    expect((await live.reload()).broken).toEqual([]);
  });

  test("asked for many times at once is read in turn, and the last word is the last state", async () => {
    const reloads = Array.from({ length: 4 }, (_, at) => {
      change(/^everyday:.*/m.exec(readFileSync(join(folder, file), "utf8"))?.[0] ?? "", `everyday: { vi: tên ${at}, en: name ${at} }`);
      return live.reload();
    });
    await Promise.all(reloads);
    expect(everyday()).toBe("tên 3");
  });
});

describe("content that is watched", () => {
  test("is taken when a file is saved", async () => {
    live.watch();
    const { version } = live.standing();
    change("everyday:", "# saved\neveryday:");
    await expect.poll(() => live.standing().version, settled).not.toBe(version);
  });

  test("is taken when a link is turned to another release, which no watcher tells", async () => {
    await live.close();
    renameSync(folder, join(base, "one"));
    cpSync(join(base, "one"), join(base, "two"), { recursive: true });
    symlinkSync(join(base, "one"), folder);
    await open();
    const { version } = live.standing();
    writeFileSync(join(base, "two", file), readFileSync(join(base, "two", file), "utf8").replace("everyday:", "# two\neveryday:"));
    live.watch();
    unlinkSync(folder);
    symlinkSync(join(base, "two"), folder);
    await expect.poll(() => live.standing().version, settled).not.toBe(version);
  });

  test("changes over by itself when the day does: the old file until its last day, the new one from its first", async () => {
    const text = readFileSync(join(folder, file), "utf8");
    const days = (words: string): string => text.replace("codes:", `effective: { ${words} }\ncodes:`);
    writeFileSync(join(folder, file), days("to: 2026-12-31"));
    writeFileSync(
      join(folder, `${file}.next.yaml`),
      days("from: 2027-01-01").replace(/^everyday:.*/m, "everyday: { vi: tên mới, en: new }"),
    );
    const { version } = await live.reload();
    live.watch();
    expect(everyday()).not.toBe("tên mới");
    today = "2027-01-01";
    await expect.poll(everyday, settled).toBe("tên mới");
    expect(live.standing()).toMatchObject({ broken: [] });
    expect(live.standing().version).not.toBe(version);
    expect(live.standing().version).toBe((await sendReader({ folder, today })).version);
  });
});
