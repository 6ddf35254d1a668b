import { join } from "node:path";
import { readLocales } from "../../wording/read-locales.ts";
import { contentKindNames } from "../content-kinds.ts";
import { describeSchema } from "../describe-schema.ts";
import type { Command } from "../desk.ts";
import { writeWhole } from "../write-whole.ts";

/** Writes the JSON Schema of every kind of content file into .schema/ of the content folder, for editors that check while one types. */
export const writeSchemas: Command = {
  takes: "",
  run: (_words, { folder, language, say, print }) => {
    const words = readLocales(new URL("../../../locales/fields/", import.meta.url))[language];
    for (const kind of contentKindNames) {
      writeWhole(join(folder, ".schema", `${kind}.json`), `${JSON.stringify(describeSchema(kind, words), undefined, 2)}\n`);
    }
    print(say("schemas.written", { count: contentKindNames.length, folder: join(folder, ".schema") }));
    return 0;
  },
};
