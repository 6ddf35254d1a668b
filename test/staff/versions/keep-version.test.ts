import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { contentFiles } from "../../../src/staff/versions/content-files.ts";
import { keepVersion } from "../../../src/staff/versions/keep-version.ts";
import { keptIds, keptVersions } from "../../../src/staff/versions/kept-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-"));
  mkdirSync(join(folder, "procedures"));
  put("procedures/a.yaml", "a: 1\n");
  put("words.yaml", "w: 1\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, text: string): void => writeFileSync(join(folder, path), text);
const day = (number: number): Date => new Date(Date.UTC(2027, 0, number, 3, 4, 5));
const blobs = (): string[] =>
  readdirSync(join(folder, ".versions", "files"), { recursive: true, encoding: "utf8" }).filter((path) => path.includes("/"));

describe("keeping a version", () => {
  test("its name begins with the time in Vietnam, and it holds every file", () => {
    const { id, isNew } = keepVersion(folder, "thử", day(1));
    expect(isNew).toBe(true);
    expect(id).toMatch(/^2027-01-01-100405-[0-9a-f]{10}$/);
    expect(keptVersions(folder).read(id, "procedures/a.yaml")?.toString()).toBe("a: 1\n");
  });

  test("what is the same is not kept twice, and a file that stays has its bytes once", () => {
    const first = keepVersion(folder, "một", day(1));
    expect(keepVersion(folder, "hai", day(2))).toEqual({ id: first.id, isNew: false });
    put("procedures/a.yaml", "a: 2\n");
    keepVersion(folder, "ba", day(3));
    expect(keptIds(folder)).toHaveLength(2);
    expect(blobs()).toHaveLength(3);
  });

  test("two in one second, and one after the clock was set back, keep their order", () => {
    for (const [word, at] of [
      ["một", day(2)],
      ["hai", day(2)],
      ["ba", day(1)],
    ] as const) {
      put("words.yaml", `w: ${word}\n`);
      keepVersion(folder, word, at);
    }
    expect(
      keptVersions(folder)
        .list()
        .map(({ why }) => why),
    ).toEqual(["ba", "hai", "một"]);
  });

  test("kept versions and half-written files are no content, and git is told to leave them alone", () => {
    keepVersion(folder, "một", day(1));
    put(".words.yaml.1.new", "half");
    expect(contentFiles(folder)).toEqual(["procedures/a.yaml", "words.yaml"]);
    expect(readFileSync(join(folder, ".versions", ".gitignore"), "utf8")).toBe("*\n");
  });

  test("the list says what each version changed since the one before", () => {
    keepVersion(folder, "một", day(1));
    put("procedures/b.yaml", "b: 1\n");
    put("words.yaml", "w: 2\n");
    rmSync(join(folder, "procedures/a.yaml"));
    keepVersion(folder, "hai", day(2));
    const [newest, oldest] = keptVersions(folder).list();
    expect(newest?.changes).toEqual([
      { kind: "removed", path: "procedures/a.yaml" },
      { kind: "added", path: "procedures/b.yaml" },
      { kind: "changed", path: "words.yaml" },
    ]);
    expect(oldest?.changes).toBeUndefined();
    expect(
      keptVersions(folder)
        .list("words.yaml")
        .map(({ why }) => why),
    ).toEqual(["hai"]);
  });
});

describe("the bounds", () => {
  test("versions of more than 60 days go, with the bytes nobody has any more; the newest stays however old", () => {
    const first = keepVersion(folder, "một", day(1));
    for (const path of blobs()) utimesSync(join(folder, ".versions", "files", path), day(1), day(1));
    put("procedures/a.yaml", "a: 2\n");
    const second = keepVersion(folder, "hai", day(100));
    expect(keptIds(folder)).toEqual([second.id, first.id].filter((id) => id === second.id));
    expect(blobs()).toHaveLength(2);
    expect(keptVersions(folder).read(second.id, "words.yaml")?.toString()).toBe("w: 1\n");
  });

  test("of more than 200 versions the newest 200 stay", () => {
    for (let number = 0; number < 203; number++) {
      put("words.yaml", `w: ${number}\n`);
      keepVersion(folder, `${number}`, new Date(day(1).getTime() + number * 60_000));
    }
    expect(keptIds(folder)).toHaveLength(200);
    expect(keptVersions(folder).list()[0]?.why).toBe("202");
  });
});

describe("bad input", () => {
  test("a version that somebody wrote into is not listed, the others are", () => {
    const { id } = keepVersion(folder, "một", day(1));
    put("words.yaml", "w: 2\n");
    keepVersion(folder, "hai", day(2));
    put(`.versions/${id}.json.gz`, "no zip");
    expect(
      keptVersions(folder)
        .list()
        .map(({ why }) => why),
    ).toEqual(["hai"]);
  });

  test("bytes that are not those that were kept are refused", () => {
    const { id } = keepVersion(folder, "một", day(1));
    for (const path of blobs()) put(`.versions/files/${path}`, "other bytes");
    expect(() => keptVersions(folder).read(id, "words.yaml")).toThrow("damaged");
  });
});
