import { workerData } from "node:worker_threads";
import { readContent } from "../catalog/read-content.ts";
import { indexCatalog } from "../search/index-catalog.ts";
import { handOver } from "./hand-over.ts";

/*
 * What runs in the reader's thread: reads a content folder, checks it, indexes the catalog and hands all of it over. This
 * takes a second or more; the thread that talks with citizens does none of it.
 */
const { catalog, problems } = readContent(workerData);
handOver(catalog ? { catalog, index: indexCatalog(catalog), problems } : { problems });
