import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Asked } from "../../test/search/golden-questions.ts";

const given = z.object({ question: z.string(), codes: z.array(z.string()), kind: z.string() });

/** Questions from elsewhere, one JSON object a line: question, codes, kind. */
export function givenQuestions(path: string): Asked[] {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const { question, codes, kind } = given.parse(JSON.parse(line));
    return { question, codes, kind, half: "tune", set: kind };
  });
}
