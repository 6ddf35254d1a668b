import { cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, matchesGlob, relative } from "node:path";
import { Ajv } from "ajv";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { writeSchemas } from "../../src/staff/commands/write-schemas.ts";
import { type ContentKindName, contentKindNames, contentKinds } from "../../src/staff/content-kinds.ts";
import { describeSchema } from "../../src/staff/describe-schema.ts";
import { readLocales } from "../../src/wording/read-locales.ts";
import { deskAt } from "./desk-at.ts";

const fields = readLocales(new URL("../../locales/fields/", import.meta.url));
const ajv = new Ajv({ formats: { uri: true, date: true } });
const validators = new Map(contentKindNames.map((kind) => [kind, ajv.compile(describeSchema(kind, fields.vi) as object)]));

/** What an editor would underline in a value of this kind. */
function mistakes(kind: ContentKindName, value: unknown): string[] {
  const validate = validators.get(kind);
  validate?.(value);
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const firstOf = (kind: ContentKindName): string => globSync(`content/${contentKinds[kind].files}`).sort()[0] ?? "";
const contentsOf = (file: string): unknown[] => {
  const text = readFileSync(file, "utf8");
  return file.endsWith(".csv") ? (parseCsv(text, { columns: true }) as unknown[]) : [parseYaml(text)];
};

describe("the schemas in the repository", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "content-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("are those that `npm run content -- schemas` writes", () => {
    cpSync("content/.schema", join(folder, ".schema"), { recursive: true });
    expect(writeSchemas.run([], deskAt(folder))).toBe(0);
    const files = readdirSync(join(folder, ".schema")).sort();
    expect(files).toEqual(contentKindNames.map((kind) => `${kind}.json`).sort());
    for (const file of files) {
      expect(readFileSync(join(folder, ".schema", file), "utf8")).toBe(readFileSync(join("content/.schema", file), "utf8"));
    }
  });

  test("VS Code knows which YAML file has which, and recommends the extension that checks", () => {
    const yamlKinds = contentKindNames.filter((kind) => contentKinds[kind].files.endsWith(".yaml"));
    expect(JSON.parse(readFileSync(".vscode/settings.json", "utf8"))["yaml.schemas"]).toEqual(
      Object.fromEntries(yamlKinds.map((kind) => [`./content/.schema/${kind}.json`, `content/${contentKinds[kind].files}`])),
    );
    expect(JSON.parse(readFileSync(".vscode/extensions.json", "utf8")).recommendations).toContain("redhat.vscode-yaml");
  });
});

describe("what each field is for", () => {
  /** The path of every field of a schema, and whether it says what it is for. */
  function fieldsOf(schema: unknown, path: string): [string, boolean][] {
    if (typeof schema !== "object" || schema === null) return [];
    return Object.entries(schema).flatMap(([key, value]): [string, boolean][] => {
      if (key !== "properties") return fieldsOf(value, path);
      return Object.entries(value as Record<string, { description?: string }>).flatMap(([name, field]): [string, boolean][] => [
        [`${path}.${name}`, field.description !== undefined],
        ...fieldsOf(field, `${path}.${name}`),
      ]);
    });
  }
  const all = contentKindNames.flatMap((kind) => fieldsOf(describeSchema(kind, fields.vi), kind));

  test("is said of every one", () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(([, described]) => !described).map(([path]) => path)).toEqual([]);
  });

  test("is said in English too, and of no field that is not there", () => {
    expect(Object.keys(fields.en)).toEqual(Object.keys(fields.vi));
    const paths = [...contentKindNames, ...all.map(([path]) => path)];
    const used = (name: string): boolean => paths.some((path) => (name.startsWith("*") ? path.endsWith(name.slice(1)) : path === name));
    expect(Object.keys(fields.vi).filter((name) => !used(name))).toEqual([]);
  });
});

describe("every file of content/", () => {
  // Conversations have three columns with Vietnamese headings; they are read row by row (src/staff/transcripts), not by a schema.
  const files = globSync("content/**/*.{yaml,csv}", { exclude: ["content/transcripts/**"] }).sort();
  const kindsOf = (file: string): ContentKindName[] =>
    contentKindNames.filter((kind) => matchesGlob(relative("content", file), contentKinds[kind].files));

  test("is of one kind", () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter((file) => kindsOf(file).length !== 1)).toEqual([]);
  });

  test.each(contentKindNames)("is valid against its schema: %s", (kind) => {
    for (const file of files.filter((each) => kindsOf(each)[0] === kind)) {
      expect([file, contentsOf(file).flatMap((value) => mistakes(kind, value))]).toEqual([file, []]);
    }
  });
});

describe("an editor underlines", () => {
  const guided = (): Record<string, unknown> => contentsOf(firstOf("procedure"))[0] as Record<string, unknown>;

  test.each([
    ["a key that no field has", { fees: { kind: "ask" } }, /additional properties/],
    ["a code without quotes", { codes: [{ code: 1.014062, levels: ["commune"] }] }, /must be string/],
    ["a level that no longer exists", { codes: [{ code: "1.014062", levels: ["district"] }] }, /allowed values/],
    ["a day that is no day", { source: { checked: "2026-07", by: "national record", review: "31/01/2027" } }, /pattern/],
  ])("%s", (_what, change, said) => {
    expect(mistakes("procedure", { ...guided(), ...change }).join("\n")).toMatch(said);
  });

  test("a missing translation", () => {
    const province = contentsOf(firstOf("province"))[0] as object;
    expect(mistakes("province", { ...province, name: { vi: "Lạng Sơn" } }).join()).toMatch(/required property 'en'/);
  });

  test.each(["province", "words"] as const)("an unknown key of a file of the kind %s", (kind) => {
    expect(mistakes(kind, { ...(contentsOf(firstOf(kind))[0] as object), colour: "red" }).join()).toMatch(/additional properties/);
  });
});
