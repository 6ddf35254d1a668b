import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readContent } from "../../src/catalog/read-content.ts";
import { card, index, SmallContent } from "./small-content.ts";

let content: SmallContent;
beforeEach(() => {
  content = new SmallContent();
});
afterEach(() => content[Symbol.dispose]());

const at = (file: string): string => join(content.path, file);
const text = (): string => readFileSync(at(card), "utf8");

/** Windows-1258 as an old Windows writes Vietnamese: a letter with its hat in one byte, the tone in a byte behind it. */
function windows1258(words: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  const hats = words
    .normalize("NFD")
    .replace(/(\p{L})(\u0323?)([\u0302\u0306\u031b])/gu, (_all, letter, dot, hat) => `${`${letter}${hat}`.normalize("NFC")}${dot}`);
  return Uint8Array.from(hats, (sign) => bytes.get(sign) ?? bytes.get(sign.normalize("NFC")) ?? 0x3f);
}

test("the small content folder of these tests is in order", () => {
  const { catalog, problems, remarks } = readContent(content.path, undefined, "2026-11-25");
  expect([...problems, ...remarks]).toEqual([]);
  expect([...(catalog?.procedures.keys() ?? [])]).toEqual(["9.000001", "9.000002", "9.000003"]);
});

describe("a file that is no UTF-8 text is one mistake that says what it looks like", () => {
  test.each<[string, () => Uint8Array | string, string, string | undefined]>([
    ["nothing in it", () => "", "empty-file", undefined],
    ["only comments", () => "# nothing\n\n", "empty-file", undefined],
    ["UTF-16 with a byte order mark", () => Buffer.from(`\uFEFF${text()}`, "utf16le"), "wide-encoding", "UTF-16 LE"],
    ["UTF-16 without one", () => Buffer.from(text(), "utf16le"), "wide-encoding", "UTF-16 LE"],
    ["UTF-16 the other way round", () => Buffer.from(`\uFEFF${text()}`, "utf16le").swap16(), "wide-encoding", "UTF-16 BE"],
    ["Windows-1258", () => windows1258(text()), "old-encoding", "Windows-1258"],
    ["an encoding that cannot be told", () => Buffer.from("name: \xb8\xb5 th\xcd", "latin1"), "unknown-encoding", undefined],
    ["a picture", () => Buffer.from("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", "latin1"), "binary-file", undefined],
    ["bytes of chance", () => Uint8Array.from({ length: 5000 }, (_, byte) => (byte * 7919) % 251), "binary-file", undefined],
    ["an Excel file under this name", () => Buffer.from("PK\x03\x04\x14\x00\x06\x00", "latin1"), "office-file", undefined],
    ["an old Excel file", () => Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), "office-file", undefined],
  ])("%s", (_name, bytes, mistake, encoding) => {
    content.write(card, bytes());
    const [first] = content.found();
    expect(first).toMatchObject({ file: card, mistake, line: 1, column: 1 });
    if (encoding !== undefined) expect(first?.values).toEqual({ encoding });
  });

  test.each([
    ["a byte order mark", (words: string) => `\uFEFF${words}`],
    ["line ends of Windows", (words: string) => words.replaceAll("\n", "\r\n")],
    ["line ends of an old Mac", (words: string) => words.replaceAll("\n", "\r")],
    ["letters with their accents apart", (words: string) => words.normalize("NFD")],
  ])("%s makes no difference", (_name, change) => {
    for (const file of [card, index]) content.write(file, change(readFileSync(at(file), "utf8")));
    expect(content.found()).toEqual([]);
  });

  test("a place is right behind line ends of Windows and a byte order mark", () => {
    content.write(card, `\uFEFF${text().replace("way: hand-in", "way: mail").replaceAll("\n", "\r\n")}`);
    expect(content.found()).toEqual([expect.objectContaining({ mistake: "unknown-value", line: 30, column: 10 })]);
  });
});

describe("a file that would grow or choke the reader is refused", () => {
  test("fifty megabytes: how large it is and how large it may be", () => {
    content.write(card, Buffer.alloc(50 * 2 ** 20, "a"));
    expect(content.found()).toEqual([expect.objectContaining({ mistake: "file-too-large", values: { size: "50 MB", most: "2 MB" } })]);
  });

  test("a bomb of references is refused where the first one stands", () => {
    const bomb = ["a: &a [x, x, x]", ...Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a, *a, *a, *a, *a, *a]`)].join("\n");
    content.write(card, bomb);
    expect(content.found()[0]).toMatchObject({ mistake: "alias", line: 1, values: { sign: "&a" } });
  });

  test.each([
    ["brackets", "[".repeat(200_000)],
    ["braces", "{a: ".repeat(50_000)],
    ["dashes", "- ".repeat(100_000)],
  ])("%s without end", (_name, words) => {
    content.write(card, words);
    expect(content.found().map(({ mistake }) => mistake)).toContain("too-deep");
  });
});

describe("what the disk refuses is a mistake", () => {
  test.each<[string, () => void, string, string]>([
    [
      "a file that is a folder",
      () => {
        rmSync(at("words.yaml"));
        mkdirSync(at("words.yaml"));
      },
      "words.yaml",
      "is-folder",
    ],
    ["a folder with the name of a file", () => mkdirSync(at("procedures/x.yaml")), "procedures/x.yaml", "is-folder"],
    ["a link to nothing", () => symlinkSync("nowhere", at("procedures/x.yaml")), "procedures/x.yaml", "dangling-link"],
    ["a link to itself", () => symlinkSync("x.yaml", at("procedures/x.yaml")), "procedures/x.yaml", "dangling-link"],
    ["a link to a device", () => symlinkSync("/dev/zero", at("procedures/x.yaml")), "procedures/x.yaml", "not-a-file"],
    ["a file that must be there", () => rmSync(at("life-events.yaml")), "life-events.yaml", "file-missing"],
    ["a folder that must be there", () => rmSync(at("index"), { recursive: true }), "index", "folder-missing"],
    [
      "a file where a folder must be",
      () => {
        rmSync(at("index"), { recursive: true });
        content.write("index", "x");
      },
      "index",
      "folder-unreadable",
    ],
  ])("%s", (_name, spoil, file, mistake) => {
    spoil();
    const { catalog, problems } = readContent(content.path);
    expect(catalog).toBeUndefined();
    expect(problems).toContainEqual(expect.objectContaining({ file, mistake, line: 1, column: 1 }));
  });

  test("a file nobody may read, unless she is root, who may read all", () => {
    chmodSync(at(card), 0);
    const refused = content.found().filter(({ mistake }) => mistake === "no-permission");
    expect(refused).toHaveLength(process.getuid?.() === 0 ? 0 : 1);
  });

  test("a folder that vanishes while it is read, at any moment, is told and never thrown", () => {
    const before = readContent(content.path);
    for (const part of ["procedures/residence", "procedures", "provinces", "index", "everyday-names", "life-events.yaml", "words.yaml"]) {
      renameSync(at(part), at("gone"));
      expect(readContent(content.path, before.memory).problems).not.toEqual([]);
      renameSync(at("gone"), at(part));
    }
    content[Symbol.dispose]();
    expect(readContent(content.path, before.memory).problems.map(({ mistake }) => mistake)).toContain("folder-missing");
  });

  test("links to files and folders are followed, as a mounted release folder has them, and a ring of links ends", () => {
    mkdirSync(at("..release/residence"), { recursive: true });
    renameSync(at(card), at("..release/residence/card.yaml"));
    rmSync(at("procedures"), { recursive: true });
    symlinkSync("..release", at("procedures"));
    symlinkSync("..", at("..release/residence/ring"));
    expect(readContent(content.path).catalog?.procedures.has("9.000001")).toBe(true);
  });

  test("hidden files and those that editors and Excel lay beside are passed over", () => {
    for (const name of [".x.yaml.swp", ".x.yaml", "~$x.yaml", "README.md"]) content.write(`procedures/${name}`, "[");
    expect(content.found()).toEqual([]);
  });

  test.each(["x.yml", "x.YAML", "x.yaml.txt", "x.xlsx"])("%s is read by nobody, which is a remark", (name) => {
    linkSync(at(card), at(`procedures/${name}`));
    expect(content.found()).toEqual([expect.objectContaining({ file: `procedures/${name}`, mistake: "ending-unknown" })]);
  });
});
