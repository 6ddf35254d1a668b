import { deserialize, serialize } from "node:v8";
import { workerData } from "node:worker_threads";
import { readContent } from "../catalog/read-content.ts";
import { indexCatalog } from "../search/index-catalog.ts";
import { type Errand, handOver } from "./hand-over.ts";

/*
 * What runs in the reader's thread: reads a content folder, checks it, indexes the catalog and hands all of it over. This
 * takes a second or more; the thread that talks with citizens does none of it. What she made of each file goes along as bytes, for the next reader.
 */
const { folder, memory, known, today, preview }: Errand = workerData;
const read = readContent(folder, memory && deserialize(memory), today, preview);
const { catalog, problems, version } = read;
const about = { problems, version, memory: new Uint8Array(serialize(read.memory)) };
handOver(catalog && version !== known ? { catalog, index: indexCatalog(catalog), ...about } : about);
