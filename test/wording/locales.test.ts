import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLocales } from "../../src/wording/read-locales.ts";
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
