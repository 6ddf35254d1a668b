import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readSettings } from "../src/settings.ts";

describe("settings", () => {
  test("nothing is needed", () => {
    expect(readSettings({})).toMatchObject({
      settings: { PORT: 3000, DATA_DIR: "data", CONTENT_DIR: "content", SESSION_DAYS: 30, LOG_LEVEL: "info" },
    });
  });

  test("an empty value counts as not set", () => {
    expect(readSettings({ PORT: "", REDIS_URL: "" })).toEqual(readSettings({}));
  });

  test.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["REDIS_URL", "somewhere:6379"],
    ["PUBLIC_URL", "motcua.gov.vn"],
    ["SESSION_DAYS", "0"],
    ["TELEGRAM_BOT_TOKEN", "not-a-token"],
    ["TELEGRAM_API_ROOT", "ftp://example.com"],
    ["TELEGRAM_WEBHOOK_SECRET", "with a blank"],
    ["LOG_LEVEL", "loud"],
    ["TRUST_PROXY", "-1"],
  ])("a wrong %s (%s) is one line that names it and not its value", (name, value) => {
    const read = readSettings({ [name]: value });
    expect(read).toHaveProperty("wrong");
    const [line, ...more] = "wrong" in read ? read.wrong : [];
    expect(more).toEqual([]);
    expect(line).toMatch(new RegExp(`^${name} must be .+`));
    expect(line).not.toContain(value);
  });

  test(".env.example lists every setting with its default", () => {
    const example = Object.fromEntries(
      readFileSync(".env.example", "utf8")
        .split("\n")
        .filter((line) => /^[A-Z]/.test(line))
        .map((line) => line.split("=", 2) as [string, string]),
    );
    expect(readSettings(example)).toEqual(readSettings({}));
    const known =
      "settings" in readSettings({})
        ? readFileSync("src/settings.ts", "utf8")
            .match(/^ {2}[A-Z_]+(?=:)/gm)
            ?.map((name) => name.trim())
        : [];
    expect(Object.keys(example)).toEqual(expect.arrayContaining(known ?? []));
  });
});
