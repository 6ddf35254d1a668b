import { readContent } from "../src/catalog/read-content.ts";
import type { Knowledge } from "../src/dialogue/knowledge.ts";
import { buildSearch } from "../src/search/build-search.ts";
import { readLocales } from "../src/wording/read-locales.ts";
import { openWording } from "../src/wording/wording.ts";

const { catalog, problems } = readContent("content");
if (!catalog) throw new Error(`the content is not in order: ${JSON.stringify(problems[0])}`);

/** What the guide knows, from the content of this repository. */
export const knowledge: Knowledge = { catalog, search: buildSearch(catalog), version: "as shipped" };

/** Our own sentences. */
export const locales = readLocales(new URL("../locales/", import.meta.url));

/** Replies put into words. */
export const wording = openWording(locales);

/** Every procedure that the guide can walk through. */
export const guided = [...catalog.procedures.values()].flatMap((procedure) => (procedure.kind === "guided" ? [procedure.guided] : []));
