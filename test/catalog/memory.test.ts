import { readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { describe, expect, test } from "vitest";
import { readContent } from "../../src/catalog/read-content.ts";
import { card, SmallContent } from "./small-content.ts";

const today = "2026-11-25";

describe("what was read is handed in again", () => {
  test("nothing changed: the same memory, and the same result as without it", () => {
    using content = new SmallContent();
    const { memory, ...first } = readContent(content.path, undefined, today);
    const { memory: again, ...second } = readContent(content.path, memory, today);
    expect(again).toBe(memory);
    expect(second).toEqual(first);
  });

  test("only what changed is read anew, mistakes keep their places, and what is mended is forgotten", () => {
    using content = new SmallContent();
    const first = readContent(content.path, undefined, today);
    content.edit(card, "way: hand-in", "way: mail");
    const broken = readContent(content.path, first.memory, today);
    expect(broken).toEqual({ ...readContent(content.path, undefined, today), memory: broken.memory });
    for (const [file, remembered] of broken.memory) expect(remembered === first.memory.get(file)).toBe(file !== card);
    expect(readContent(content.path, broken.memory, today).problems).toEqual(broken.problems);
    content.edit(card, "way: mail", "way: hand-in");
    expect(readContent(content.path, broken.memory, today)).toEqual({ ...first, memory: expect.anything() });
  });

  test("through a file or another thread it stays whole: places of what all files together show included", () => {
    using content = new SmallContent();
    const memory = deserialize(serialize(readContent(content.path, undefined, today).memory));
    content.edit("everyday-names/ministry.yaml", "xin giấy đi đường", "xin thẻ cư dân");
    content.write("procedures/other.yaml", readFileSync(join(content.path, card)));
    const { problems } = readContent(content.path, memory, today);
    expect(problems).toEqual(readContent(content.path, undefined, today).problems);
    expect(problems).toContainEqual(expect.objectContaining({ file: card, mistake: "code-twice", line: 2, column: 11 }));
  });

  test("a review that passes overnight is told although no file changed", () => {
    using content = new SmallContent();
    const { memory, remarks } = readContent(content.path, undefined, "2027-06-30");
    expect(remarks).toEqual([]);
    expect(readContent(content.path, memory, "2027-07-01").remarks).toEqual([
      expect.objectContaining({ mistake: "review-passed", file: card }),
    ]);
  });

  test("a file that is gone is forgotten, also when another takes its name", () => {
    using content = new SmallContent();
    const { memory } = readContent(content.path, undefined, today);
    content.write(
      "provinces/other.yaml",
      readFileSync(join(content.path, "provinces/somewhere.yaml"), "utf8")
        .replace("id: somewhere", "id: other")
        .replace("Nơi Này", "Nơi Kia"),
    );
    rmSync(join(content.path, "provinces/somewhere.yaml"));
    renameSync(join(content.path, "provinces/other.yaml"), join(content.path, "provinces/somewhere.yaml"));
    expect(readContent(content.path, memory, today).catalog?.provinces.map(({ id }) => id)).toEqual(["other"]);
  });
});

describe("the version of the content", () => {
  test("is the same for the same bytes under the same names, wherever and in whatever order they were written", () => {
    using one = new SmallContent();
    using other = new SmallContent();
    const bytes = readFileSync(join(other.path, card));
    rmSync(join(other.path, card));
    other.write("procedures/residence/a.yaml", "");
    other.write(card, bytes);
    rmSync(join(other.path, "procedures/residence/a.yaml"));
    const { version, memory } = readContent(one.path);
    expect(readContent(other.path).version).toBe(version);
    expect(readContent(one.path, memory).version).toBe(version);
    expect(version).toMatch(/^[0-9a-f]{12}$/);
  });

  test("changes with a letter, a name, and a file more", () => {
    using content = new SmallContent();
    const versions = [readContent(content.path).version];
    content.edit(card, "Tờ khai", "Tờ Khai");
    versions.push(readContent(content.path).version);
    renameSync(join(content.path, card), join(content.path, "procedures/residence/other.yaml"));
    versions.push(readContent(content.path).version);
    content.write("provinces/empty.yaml", "");
    versions.push(readContent(content.path).version);
    expect(new Set(versions).size).toBe(4);
  });
});
