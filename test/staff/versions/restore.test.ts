import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentFiles } from "../../../src/staff/versions/content-files.ts";
import { changesTowards, takeOver } from "../../../src/staff/versions/restore.ts";

type State = Record<string, string>;
const paths = ["words.yaml", "procedures/a.yaml", "procedures/b.yaml", "procedures/c/d.yaml", "index/e.csv"];
const state = fc.dictionary(fc.constantFrom(...paths), fc.constantFrom("one\n", "two\n", "", "ba\r\n"));

function layOut(files: State): string {
  const folder = mkdtempSync(join(tmpdir(), "restore-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const stateOf = (folder: string): State =>
  Object.fromEntries(contentFiles(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]));

/** Takes over from one state to another; `spoil` breaks something on the way. The state that is left. */
function takeOverWith(before: State, after: State, spoil: (folder: string, other: string) => void): State {
  const folder = layOut(before);
  const other = layOut(after);
  try {
    const changes = changesTowards(folder, other);
    spoil(folder, other);
    try {
      takeOver(folder, other, changes);
    } catch (error) {
      expect(error).toHaveProperty("code");
    }
    expect(readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".new"))).toEqual([]);
    return stateOf(folder);
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(other, { recursive: true });
  }
}

describe("taking over", () => {
  test("leads from any state to any other, and leaves nothing beside", () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        expect(takeOverWith(before, after, () => {})).toEqual(after);
      }),
    );
  });

  test("leaves the old state whole when a file to come has vanished", () => {
    const vanish = fc.constantFrom(...paths);
    fc.assert(
      fc.property(state, state, vanish, (before, after, path) => {
        const left = takeOverWith(before, after, (_folder, other) => rmSync(join(other, path), { force: true }));
        const touches = path in after && before[path] !== after[path];
        expect(left).toEqual(touches ? before : after);
      }),
    );
  });

  test("leaves the old state whole when something stands in the way of a new file", () => {
    const inTheWay = fc.constantFrom(...paths);
    fc.assert(
      fc.property(state, state, inTheWay, (before, after, path) => {
        fc.pre(!(path in before) && path in after);
        const left = takeOverWith(before, after, (folder) => mkdirSync(join(folder, path, ".x"), { recursive: true }));
        expect(left).toEqual(before);
      }),
    );
  });
});
