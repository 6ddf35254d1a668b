import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mistakes } from "../../src/catalog/mistakes.ts";
import { readLocales } from "../../src/wording/read-locales.ts";
import { openStaffWords } from "../../src/wording/staff-words.ts";
import { tellProblems } from "../../src/wording/tell-problems.ts";
import { guided, knowledge, locales, wording } from "../knowledge.ts";

const blanks = (sentence: string): string[] => (sentence.match(/\{\{\s*\w+/g) ?? []).sort();

describe("our own sentences", () => {
  test("English has every one of them, with the same blanks", () => {
    expect(Object.keys(locales.en).sort()).toEqual(Object.keys(locales.vi).sort());
    for (const [name, sentence] of Object.entries(locales.vi))
      expect([name, blanks(locales.en[name] ?? "")]).toEqual([name, blanks(sentence)]);
  });

  test("none is left that no code says", () => {
    const sources = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const code = sources.map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
    const stems = [...code.matchAll(/`([a-z-]+(?:\.[a-z-]*)+)\$\{/g)].map(([, stem]) => stem ?? "-");
    const unsaid = Object.keys(locales.vi).filter((name) => !code.includes(name) && !stems.some((stem) => name.startsWith(stem)));
    expect(unsaid).toEqual([]);
  });

  test("for staff: English has every one of them, with the same blanks", () => {
    const staff = readLocales(new URL("../../locales/staff/", import.meta.url));
    expect(Object.keys(staff.en).sort()).toEqual(Object.keys(staff.vi).sort());
    for (const [name, sentence] of Object.entries(staff.vi)) expect([name, blanks(staff.en[name] ?? "")]).toEqual([name, blanks(sentence)]);
  });

  test("for staff: every mistake is told by its kind, what is wrong, what to do and an example, out of the blanks that it has", () => {
    const staff = readLocales(new URL("../../locales/staff/", import.meta.url));
    const parts = ["kind", "what", "do", "example"];
    const wanted = Object.keys(mistakes).flatMap((mistake) => parts.map((part) => `mistake.${mistake}.${part}`));
    expect(Object.keys(staff.vi).filter((name) => name.startsWith("mistake."))).toEqual(expect.arrayContaining(wanted));
    expect(Object.keys(staff.vi).filter((name) => name.startsWith("mistake."))).toHaveLength(wanted.length);
    for (const [mistake, filled] of Object.entries(mistakes)) {
      const said = parts.map((part) => staff.vi[`mistake.${mistake}.${part}`] ?? "").join(" ");
      expect([mistake, [...new Set(blanks(said))]]).toEqual([mistake, filled.map((blank) => `{{${blank}`).sort()]);
    }
  });

  test("for staff: what stands in content is quoted as it is, whatever it looks like", () => {
    const say = openStaffWords(readLocales(new URL("../../locales/staff/", import.meta.url)), "vi");
    const odd = "{{key}} $t(content.usage) <b> &amp; $1";
    const problem = { file: "a.yaml", line: 2, column: 3, mistake: "unknown-key" as const, values: { key: odd } };
    expect(tellProblems(say, "content", [problem])[0]?.split("\n")[0]).toBe(`content/a.yaml:2:3 Không có mục nào tên “${odd}” ở chỗ này.`);
  });

  test("amounts are written as each language writes them, and nothing is escaped", () => {
    const line = { as: "text" as const, say: { say: "fee.amount" as const, with: { vnd: 150000, of: { vi: "<b>", en: "<i>" } } } };
    const reply = { kind: "card" as const, lines: [line], choices: [], links: [] };
    expect(wording.speak(reply, "vi").lines[0]?.text).toBe("150.000 đồng – <b>");
    expect(wording.speak(reply, "en").lines[0]?.text).toBe("150,000 đồng – <i>");
  });

  test("a citizen is called bạn throughout", () => {
    const said = [
      ...Object.values(locales.vi),
      ...guided.map((procedure) => JSON.stringify(procedure)),
      JSON.stringify(knowledge.catalog.lifeEvents.map(({ steps }) => steps)),
    ];
    for (const each of said) expect(each).not.toMatch(/anh\/chị|quý khách|quý vị/i);
  });
});
