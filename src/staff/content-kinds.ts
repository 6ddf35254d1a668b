import type { z } from "zod";
import { everydayNamesSchema } from "../catalog/everyday-names.ts";
import { knownSchema } from "../catalog/known.ts";
import { lifeEventsSchema } from "../catalog/life-event.ts";
import { lintListSchema } from "../catalog/lint-list.ts";
import { guidedSchema } from "../catalog/procedure.ts";
import { provinceSchema } from "../catalog/province.ts";
import { wordsSchema } from "../catalog/words.ts";
import { questionBookSchema } from "./questions/question-book.ts";

/** One kind of content file: which files of the content folder are of it (a pattern as VS Code writes them) and the schema of the file, for CSV of a row. */
type ContentKind = { files: string; schema: z.ZodType };

/** Every kind of content file; its name is also the name of its JSON Schema and begins the names of its fields in locales/fields. */
export const contentKinds = {
  procedure: { files: "procedures/**/*.yaml", schema: guidedSchema },
  province: { files: "provinces/*.yaml", schema: provinceSchema },
  "life-events": { files: "life-events.yaml", schema: lifeEventsSchema },
  words: { files: "words.yaml", schema: wordsSchema },
  "everyday-names": { files: "**/everyday-names/*.yaml", schema: everydayNamesSchema },
  lint: { files: "lint.yaml", schema: lintListSchema },
  questions: { files: "questions.yaml", schema: questionBookSchema },
  "index-row": { files: "index/*.csv", schema: knownSchema },
} satisfies Record<string, ContentKind>;
export type ContentKindName = keyof typeof contentKinds;

/** The names of all kinds, in the order of the table. */
export const contentKindNames = Object.keys(contentKinds) as ContentKindName[];
