import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { readContent, readNationNames } from "../src/catalog/read-content.ts";
import { streamRecords } from "../src/staff/stream-records.ts";
import { type Asked, goldenQuestions } from "../test/search/golden-questions.ts";
import { givenQuestions } from "./search/given-questions.ts";
import { printReport } from "./search/report.ts";
import { answeringCodes, catalogsOf, shelfOf, titlesOf } from "./search/shelf.ts";

/*
 * npm run measure -- [--records <procedures.jsonl>] [--questions <questions.jsonl> …] [--only <part of a catalog's name>]
 *   [--noise <questions of a list under each noise, 200>] [--others <questions for Fuse.js and MiniSearch, 40>]
 */
const { values } = parseArgs({
  options: {
    records: { type: "string" },
    questions: { type: "string", multiple: true, default: [] },
    only: { type: "string", default: "" },
    noise: { type: "string", default: "200" },
    others: { type: "string", default: "40" },
  },
});

const folder = process.env["CONTENT_DIR"] ?? "content";
const { catalog } = readContent(folder);
if (!catalog) throw new Error("the content is not in order: npm run content -- check");
const { records, problems } = values.records === undefined ? { records: [], problems: [] } : await streamRecords(values.records);
for (const problem of problems) console.error(problem);
const questions: Asked[] = [...goldenQuestions("test/search/golden"), ...values.questions.flatMap(givenQuestions)];
const titles = titlesOf(records);

for (const one of catalogsOf(catalog, records, readNationNames(folder).names).filter(({ name }) => name.includes(values.only))) {
  const before = performance.now();
  const shelf = shelfOf(one, titles);
  console.log(`\nindex of ${one.name} built in ${((performance.now() - before) / 1000).toFixed(2)} s`);
  const fair = questions.filter(({ beyond = [] }) => answeringCodes(shelf, beyond).size === 0);
  printReport(shelf, fair, { noise: Number(values.noise), others: Number(values.others) });
}
