import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readContent } from "../../src/catalog/read-content.ts";
import type { Brought } from "../../src/reader/hand-over.ts";
import { sendReader } from "../../src/reader/send-reader.ts";
import { openSearch } from "../../src/search/open-search.ts";
import { knowledge } from "../knowledge.ts";

const questions = [
  "làm giấy khai sinh cho con",
  "mat can cuoc lam lai ntn",
  "đổi gplx hết bao nhiêu tiền",
  "ddawng kys taamj trus",
  "đnăg ký khết hôn",
  "rơi ví mất hết giấy tờ thì làm sao",
  "làm hộ chiếu và đăng ký tạm trú",
  "1.001193",
  "thời tiết hôm nay",
  "",
];

function searchOf({ catalog, index, problems }: Brought): ReturnType<typeof openSearch> {
  if (!catalog) throw new Error(JSON.stringify(problems[0]));
  return openSearch(index, catalog);
}

/** A reader that does nothing but this. */
const readerThat = (does: string): URL => new URL(`data:text/javascript,${encodeURIComponent(does)}`);

/** How many threads this process has started and not ended, by Node's own report on itself. */
const threads = (): number => (process.report.getReport() as { workers: unknown[] }).workers.length;

describe("a reader sent to the content folder", () => {
  test("brings the catalog that reading in place gives", async () => {
    const { catalog, problems } = await sendReader({ folder: "content" });
    expect(problems).toEqual([]);
    expect(catalog).toEqual(readContent("content").catalog);
  });

  test("brings an index that answers like one built in place, in every province", async () => {
    const search = searchOf(await sendReader({ folder: "content" }));
    for (const question of questions)
      for (const province of [undefined, "lang-son", "ninh-binh"])
        expect(search(question, { province })).toEqual(knowledge.search(question, { province }));
  });

  test("two sent at once both come back, and no thread is left", async () => {
    const both = [sendReader({ folder: "content" }), sendReader({ folder: "content" })];
    await expect.poll(threads).toBe(2);
    for (const brought of await Promise.all(both)) expect(searchOf(brought)("đăng ký tạm trú").matches[0]?.code).toBe("1.004194");
    expect(threads()).toBe(0);
  });
});

describe("a reader that cannot bring it", () => {
  test("brings every problem of a broken folder instead", async () => {
    const folder = mkdtempSync(join(tmpdir(), "content-"));
    cpSync("content", folder, { recursive: true });
    for (const file of ["life-events.yaml", "provinces/lang-son.yaml"]) {
      const path = join(folder, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(/\bname:/, "nam:"));
    }
    const brought = await sendReader({ folder });
    expect(brought.catalog).toBeUndefined();
    expect(brought.problems).toEqual(readContent(folder).problems);
    expect(new Set(brought.problems.map(({ file }) => file))).toEqual(new Set(["life-events.yaml", "provinces/lang-son.yaml"]));
    rmSync(folder, { recursive: true });
  });

  test("brings the problems of a folder that is not there", async () => {
    expect((await sendReader({ folder: "nowhere" })).problems.length).toBeGreaterThan(3);
  });

  test.each([
    ["throws", "throw new Error('out of\\nink')", /out of$/],
    ["rejects", "await Promise.reject(new Error('no light'))", /no light/],
    ["throws what is no error", "throw undefined", /undefined/],
    ["ends the thread", "process.exit(3)", /ended with 3/],
    ["has nothing to say", "", /brought nothing/],
    ["cannot be understood", "this is no program", /SyntaxError/],
  ])("is one problem in one line when it %s", async (_name, does, what) => {
    const { catalog, problems } = await sendReader({ folder: "content" }, readerThat(does));
    expect(catalog).toBeUndefined();
    expect(problems).toEqual([
      { file: "", line: 1, column: 1, mistake: "reading-broke-off", values: { reason: expect.stringMatching(what) } },
    ]);
    expect(JSON.stringify(problems)).not.toContain("\\n");
    expect(threads()).toBe(0);
  });

  test("is a problem when its file is not there", async () => {
    const { problems } = await sendReader({ folder: "content" }, new URL("no-such-reader.ts", import.meta.url));
    expect(problems).toEqual([expect.objectContaining({ values: { reason: expect.stringMatching(/Cannot find module/) } })]);
  });
});
