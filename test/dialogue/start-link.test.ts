import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choiceId, readChoice } from "../../src/dialogue/choice.ts";
import { readStartLink, writeStartLink } from "../../src/dialogue/start-link.ts";

describe("start links", () => {
  test.each([
    ["1_001193--ninh-binh--vi", { code: "1.001193", province: "ninh-binh", language: "vi", unread: [] }],
    ["lang-son", { province: "lang-son", unread: [] }],
    ["en--2_000815", { code: "2.000815", language: "en", unread: [] }],
    ["", { unread: [] }],
    ["1_0011--%%%", { unread: ["1_0011", "%%%"] }],
  ])("%s", (link, read) => {
    expect(readStartLink(link)).toEqual(read);
  });

  test("what is written is read back, within Telegram's 64 characters", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d\.\d{6}$/),
        fc.option(fc.constantFrom("ninh-binh", "lang-son"), { nil: undefined }),
        fc.option(fc.constantFrom("vi" as const, "en" as const), { nil: undefined }),
        (code, province, language) => {
          const link = { code, ...(province && { province }), ...(language && { language }) };
          expect(writeStartLink(link)).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
          expect(readStartLink(writeStartLink(link))).toEqual({ ...link, unread: [] });
        },
      ),
    );
  });
});

describe("buttons", () => {
  test("an id is read back as what it says", () => {
    expect(readChoice(choiceId("paper", "1.001193", "birth-notice", "have"))).toEqual({
      verb: "paper",
      words: ["1.001193", "birth-notice", "have"],
    });
    expect(readChoice(choiceId("menu"))).toEqual({ verb: "menu", words: [] });
  });

  test.each([
    "",
    ":",
    "menu:x",
    "paper:1.001193",
    "toString",
    "__proto__",
    "answer:1.001193:a",
    "card:abc",
    "ready:1.001193:account:maybe",
  ])("%j is none of ours", (id) => {
    expect(readChoice(id)).toBeUndefined();
  });
});
