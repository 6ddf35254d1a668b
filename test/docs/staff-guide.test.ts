import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { runContent } from "../staff/run-content.ts";

const pages = ["README.md", "docs/vi.md", "docs/nhan-vien.md"];
const read = (page: string): string => readFileSync(page, "utf8");

/** The names of all commands, as `npm run content` tells them. */
async function commandNames(): Promise<string[]> {
  const lines = (await runContent([], "content")).complained.split("\n");
  return lines.flatMap((line) => /^ {2}([a-z]+) /.exec(line)?.[1] ?? []);
}

/** The commands that a page names, each once. */
function namedIn(page: string): string[] {
  return [...new Set([...read(page).matchAll(/content -- ([a-z]+)/g)].map(([, name = ""]) => name))];
}

/** The places a page leads to inside the repository, with what stands behind "#". */
function linksOf(page: string): { path: string; anchor: string }[] {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link).filter((link) => !/^[a-z]+:/.test(link));
  return links.map((link) => {
    const [path = "", anchor = ""] = link.split("#");
    return { path: path === "" ? page : join(dirname(page), path), anchor };
  });
}

/** What GitHub calls the headings of a page in links. */
function anchorsOf(page: string): string[] {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("the pages that staff read", () => {
  test.each(pages)("%s names only commands that exist", async (page) => {
    const known = await commandNames();
    expect(namedIn(page).filter((name) => !known.includes(name))).toEqual([]);
  });

  test("the guide for staff names every command", async () => {
    const named = namedIn("docs/nhan-vien.md");
    const names = await commandNames();
    expect(names).toContain("check");
    expect(names.filter((name) => !named.includes(name))).toEqual([]);
  });

  test.each(pages)("every link and picture of %s leads somewhere", (page) => {
    const lost = linksOf(page).filter(({ path, anchor }) => !existsSync(path) || (anchor !== "" && !anchorsOf(path).includes(anchor)));
    expect(lost).toEqual([]);
  });

  test("README and the Vietnamese page lead to the guide for staff", () => {
    expect(linksOf("README.md").map(({ path }) => path)).toContain("docs/nhan-vien.md");
    expect(linksOf("docs/vi.md").map(({ path }) => path)).toContain("docs/nhan-vien.md");
  });

  test("every picture of the guide is small", () => {
    const pictures = linksOf("docs/nhan-vien.md").filter(({ path }) => path.endsWith(".png"));
    expect(pictures.length).toBeGreaterThan(4);
    expect(pictures.filter(({ path }) => readFileSync(path).length > 150_000)).toEqual([]);
  });
});
