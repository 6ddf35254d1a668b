import { describe, expect, test } from "vitest";
import { buildCatalog } from "../../src/catalog/catalog.ts";
import type { Guided } from "../../src/catalog/procedure.ts";
import { choiceId } from "../../src/dialogue/choice.ts";
import { respond } from "../../src/dialogue/respond.ts";
import { newSession } from "../../src/dialogue/session.ts";
import { guided, knowledge } from "../knowledge.ts";

/** As many procedures as a whole country has in one field, one of them without a field. */
const [sample] = guided;
const many = Array.from({ length: 45 }, (_, at): Guided => {
  if (!sample) throw new Error("no guided procedure");
  const { field: _field, ...rest } = sample;
  const codes = [{ code: `1.9000${String(at).padStart(2, "0")}`, levels: [] }];
  return at === 0 ? { ...rest, codes } : { ...sample, codes, field: { vi: at < 44 ? "Diều sáo" : "Chọi dế" } };
});
const { provinces, lifeEvents, words } = knowledge.catalog;
const catalog = buildCatalog({ guided: many, known: [], provinces, lifeEvents, words, everydayNames: {} });

function press(choice: string) {
  const { session, replies } = respond(newSession(), { did: "chose", choice, at: 0 }, { ...knowledge, catalog });
  return { place: session.place, ids: replies.flatMap(({ choices }) => choices.map(({ id }) => id)) };
}

describe("a field of many procedures", () => {
  test("is listed twenty at a time, and each page leads to the next", () => {
    const first = press(choiceId("field", "dieu-sao"));
    expect(first.ids.filter((id) => id.startsWith("card:"))).toHaveLength(20);
    expect(first.place).toMatchObject({ at: "choosing", codes: expect.arrayContaining(["1.900001"]) });
    expect(first.ids).toContain("field-from:dieu-sao:1");
    const last = press("field-from:dieu-sao:2");
    expect(last.ids.filter((id) => id.startsWith("card:"))).toHaveLength(3);
    expect(last.ids).not.toContain("field-from:dieu-sao:3");
  });

  test("a procedure without a field stands in none", () => {
    expect(press("fields").ids).toEqual(["field:dieu-sao", "field:choi-de", "events"]);
  });

  test("a page beyond the last is empty and leads back", () => {
    expect(press("field-from:dieu-sao:9").ids).toEqual(["fields"]);
  });
});
