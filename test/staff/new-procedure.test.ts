import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseFile } from "../../src/catalog/parse-file.ts";
import { guidedSchema } from "../../src/catalog/procedure.ts";
import { readContent } from "../../src/catalog/read-content.ts";
import { type Askable, askFive } from "../../src/staff/ask-five.ts";
import { firstDraft, placeOfDraft } from "../../src/staff/first-draft.ts";
import { deskAt } from "./desk-at.ts";
import { runContent } from "./run-content.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "content-"));
  cpSync("content", folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = (): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
const lines = (...typed: string[]): string => typed.map((line) => `${line}\n`).join("");

/** A procedure that the index knows and no file serves: see content/index/bo-cong-an.csv. */
const known = "1.001146";

describe("five answers make a file that passes the check", () => {
  test("of a procedure that the index knows: Enter keeps what is known, and its facts are filled in", async () => {
    const { code, printed } = await runContent(["new"], folder, lines(known, "", "", "", ""));
    expect(code).toBe(0);
    const file = files().find((path) => path.includes(known)) ?? "";
    expect(file).toMatch(/^procedures\/xuat-nhap-canh\/1\.001146-gia-han-tam-tru-[a-z-]+\.yaml$/);
    expect(printed).toContain(file);
    expect(readContent(folder).catalog?.procedures.get(known)).toMatchObject({ kind: "known" });
    const { catalog, problems } = readContent(folder, undefined, undefined, known);
    expect(problems).toEqual([]);
    const procedure = catalog?.procedures.get(known);
    expect(procedure).toMatchObject({
      kind: "guided",
      guided: { codes: [{ code: known, levels: ["province"] }], field: { en: "Immigration" } },
    });
    expect(procedure?.kind === "guided" && procedure.guided).toMatchObject({
      codes: [{ url: procedure?.known?.url }],
      law: procedure?.known?.law,
      name: { vi: procedure?.known?.name },
    });
  });

  test("of a code that nobody knows yet, in a field of its own", async () => {
    const typed = lines('"9.999999"', "Xin phép, nuôi: chim #yến", "Nuôi yến", "Chăn nuôi", "3, 2");
    expect((await runContent(["new"], folder, typed)).code).toBe(0);
    expect(files()).toContain("procedures/chan-nuoi/9.999999-xin-phep-nuoi-chim-yen.yaml");
    expect(readContent(folder).catalog?.procedures.has("9.999999")).toBe(false);
    const { catalog, problems } = readContent(folder, undefined, undefined, "9.999999");
    expect(problems).toEqual([]);
    expect(catalog?.procedures.get("9.999999")).toMatchObject({
      guided: { name: { vi: "Xin phép, nuôi: chim #yến" }, codes: [{ levels: ["commune", "province"] }] },
    });
  });

  test("with reminders in English for who asks for them", async () => {
    expect((await runContent(["new", "--language", "en"], folder, lines(known, "", "", "", ""))).printed).toContain("Written:");
    expect(readFileSync(join(folder, files().find((path) => path.includes(known)) ?? ""), "utf8")).toContain("# What do people type");
    expect(readContent(folder, undefined, undefined, known).problems).toEqual([]);
  });
});

describe("an answer that makes no sense is asked again, with what is wrong", () => {
  test("each of the five", async () => {
    const typed = lines(
      "1.0011",
      "1.004222",
      known,
      "7",
      "Gia hạn tạm trú",
      "Nhập hộ khẩu",
      "Ở thêm cho khách tây",
      "99",
      "hộ tịch",
      "9",
      "2",
    );
    const { code, printed } = await runContent(["new"], folder, typed);
    expect(code).toBe(0);
    for (const said of [
      "“1.0011” chưa phải là mã",
      "Mã 1.004222 đã có trong procedures/cu-tru/1.004222-dang-ky-thuong-tru.yaml",
      "Bạn ghi tên đầy đủ",
      "“Nhập hộ khẩu” đã dẫn đến Đăng ký thường trú (1.004222)",
      "Bạn gõ một số từ 1 đến 13",
      "Bạn gõ số từ 1 đến 4",
    ]) {
      expect(printed).toContain(said);
    }
    expect(files()).toContain(`procedures/ho-tich/${known}-gia-han-tam-tru.yaml`);
  });

  test("the second code of a file is taken too", async () => {
    expect((await runContent(["new"], folder, lines("1.014064"))).printed).toContain("2.001194-cap-lai-the-can-cuoc.yaml");
  });
});

describe("nothing is written", () => {
  test("when the answers end before the fifth", async () => {
    const before = files();
    const { code, complained } = await runContent(["new"], folder, lines(known, "", ""));
    expect([code, complained.trim()]).toEqual([1, "Bạn đã dừng giữa chừng. Chưa có tệp nào được ghi."]);
    expect(files()).toEqual(before);
  });

  test("when the content is broken already: what it serves is not certain", async () => {
    writeFileSync(join(folder, "procedures/cu-tru/1.004222-dang-ky-thuong-tru.yaml"), "codes: [");
    const before = files();
    const { code, complained } = await runContent(["new"], folder, lines(known, "", "", "", ""));
    expect([code, complained]).toEqual([1, expect.stringContaining("content -- check")]);
    expect(files()).toEqual(before);
  });
});

test("whatever is typed, the file that comes of it is in order", async () => {
  const nothing: Askable = { fileOf: () => undefined, ownerOf: () => undefined, knownOf: () => undefined, fields: [] };
  const template = readFileSync("locales/staff/new-procedure.vi.yaml", "utf8");
  const words = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom("- x: [", "'\"#{{code}}", "yes", "a: b, c", "$& $1 x", "日本語"),
  );
  await fc.assert(
    fc.asyncProperty(fc.tuple(words, words, words), async (typed) => {
      const named = typed.map((each) => `${each} abc`);
      const waiting = ["1.000001", ...named, "1"];
      const answers = await askFive(async () => waiting.shift(), nothing, deskAt(folder));
      if (!answers) throw new Error("five answers were given");
      const aliases = { vi: [answers.everyday, "hai", "ba"], en: ["one"] };
      const text = firstDraft(template, answers, { known: undefined, aliases, today: new Date("2026-11-22T12:00:00Z") });
      const { parsed, problems } = parseFile("new.yaml", text, guidedSchema);
      expect(problems).toEqual([]);
      expect(parsed?.value.name.vi).toBe(answers.name);
      const path = join(folder, "written", placeOfDraft(answers));
      mkdirSync(dirname(path), { recursive: true });
      expect(path.startsWith(join(folder, "written", "procedures/"))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
