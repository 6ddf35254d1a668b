import { describe, expect, test } from "vitest";
import { filingLink, procedureOf } from "../../src/catalog/catalog.ts";
import { plainText } from "../../src/wording/spoken.ts";
import { guided, knowledge, wording } from "../knowledge.ts";
import { everyWalk, walk } from "./walk.ts";

describe.each(guided.map((procedure) => [procedure.codes[0]?.code ?? "", procedure.name.vi]))("%s %s", (code) => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])("is walked from its card to its link, way %i", (way) => {
    const answers = walk(code, way);
    const kinds = answers.flatMap(({ replies }) => replies.map(({ kind }) => kind));
    expect(kinds[0]).toBe("card");
    expect(kinds).toContain("paper");
    expect(kinds).toContain("summary");
    const procedure = procedureOf(knowledge.catalog, code);
    expect(answers.at(-1)?.replies.at(-1)?.links[0]?.url).toBe(procedure && filingLink(procedure));
  });

  test.each(["vi", "en"] as const)("says everything in %s, with buttons of at most 64 bytes and links to public hosts only", (language) => {
    for (const reply of everyWalk(code, 3)) {
      const spoken = wording.speak(reply, language);
      expect(plainText(spoken)).not.toMatch(/\{\{|undefined|\[object/);
      for (const { id, label } of spoken.choices) {
        expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
        expect(label.trim()).not.toBe("");
      }
      for (const { url } of spoken.links) expect(url).toMatch(/^(https:\/\/([a-z-]+\.)*gov\.vn|\/checklist\?start=)/);
    }
  });
});
