import { performance } from "node:perf_hooks";
import { workerData } from "node:worker_threads";
import { withoutLongTexts } from "../src/catalog/catalog.ts";
import { withRecords } from "../src/catalog/procedure-of-record.ts";
import { readContent } from "../src/catalog/read-content.ts";
import { type Errand, handOver } from "../src/reader/hand-over.ts";
import { indexCatalog } from "../src/search/index-catalog.ts";
import { streamRecords } from "../src/staff/stream-records.ts";

/* As the reader of the content, but with a file of records in the place of its procedures: what a larger province would read. */
const { catalog: content } = readContent(process.env["CONTENT_DIR"] ?? "content");
if (!content) throw new Error("the content is not in order: npm run content -- check");
const { records, problems } = await streamRecords((workerData as Errand).folder);
if (problems.length > 0) throw new Error(problems[0]);
const catalog = withRecords(content, records);
const before = performance.now();
const index = indexCatalog(catalog);
console.log(`  the index alone was built in ${((performance.now() - before) / 1000).toFixed(2)} s of it`);
handOver({ catalog: withoutLongTexts(catalog), index, problems: [], version: "records" });
