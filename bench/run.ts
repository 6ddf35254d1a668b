import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { readContent } from "../src/catalog/read-content.ts";
import type { Deed } from "../src/dialogue/event.ts";
import { buildSearch } from "../src/search/build-search.ts";
import { openEmbedded } from "../src/sessions/embedded.ts";
import { openRedis } from "../src/sessions/redis.ts";
import type { SessionStore } from "../src/sessions/store.ts";
import { openTurn } from "../src/turn.ts";
import { readLocales } from "../src/wording/read-locales.ts";
import { openWording } from "../src/wording/wording.ts";
import { startProgram } from "../test/running/program.ts";
import { RedisServer } from "../test/sessions/redis-server.ts";
import { printContentFigures } from "./content-size.ts";
import { printIndexFigures } from "./index-figures.ts";

/* npm run bench -- [--records <procedures.jsonl>] [--only content] */
const { values } = parseArgs({ options: { records: { type: "string" }, only: { type: "string" } } });
const content = process.env["CONTENT_DIR"] ?? "content";
await printContentFigures(content);
if (values.only === "content") process.exit();

const citizens = 200;
const questions = [
  "làm giấy khai sinh cho con",
  "mat can cuoc lam lai ntn",
  "đổi bằng lái xe hết bao nhiêu tiền",
  "đăng kí tạm trú ở đâu",
  "rơi ví mất hết giấy tờ thì làm sao",
  "xin giấy phép xây nhà",
  "thời tiết hôm nay",
];

/** What one citizen does, from a question to the link. */
const visit: Deed[] = [
  ...questions.map((text): Deed => ({ did: "wrote", text })),
  { did: "started", start: "1_004194--ninh-binh" },
  ...[
    "begin:1.004194",
    "answer:1.004194:kind:list",
    "paper:1.004194:ct01-each:have",
    "paper:1.004194:list:missing",
    "summary:1.004194",
    "ready:1.004194:account:ask",
    "file:1.004194",
  ].map((choice): Deed => ({ did: "chose", choice })),
];

function told(name: string, times: number[]): void {
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  console.log(`${name.padEnd(34)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms   (${times.length} turns)`);
}

await printIndexFigures(content, values.records);
const began = performance.now();
const { catalog } = readContent(content);
if (!catalog) throw new Error("the content is not in order: npm run content -- check");
const read = performance.now();
const search = buildSearch(catalog);
const built = performance.now();
console.log(
  `in place: content read in ${(read - began).toFixed(0)} ms, index built in ${(built - read).toFixed(0)} ms, ${catalog.procedures.size} procedures`,
);

const knowledge = { catalog, search, version: "bench" };
const wording = openWording(readLocales(new URL("../locales/", import.meta.url)));

async function measure(name: string, store: SessionStore, round: number): Promise<void> {
  const turn = openTurn({ store, knowledge: () => knowledge, wording });
  const times: number[] = [];
  for (let citizen = 0; citizen < citizens; citizen++) {
    for (const [position, deed] of visit.entries()) {
      const start = performance.now();
      await turn({ citizen: `bench:${round}-${citizen}`, message: `${position}`, event: { ...deed, at: Date.now() } });
      if (citizen > 0) times.push(performance.now() - start);
    }
  }
  told(name, times);
  await store.close();
}

/** The same visits over HTTP against the program as it runs for real, and its memory afterwards. */
async function measureProgram(dataDir: string): Promise<void> {
  const program = await startProgram({ DATA_DIR: dataDir, LOG_LEVEL: "info" });
  const times: number[] = [];
  for (let citizen = 0; citizen < citizens; citizen++) {
    const conversation = `bench-conversation-${citizen}`;
    for (const [position, { did, ...deed }] of visit.entries()) {
      const start = performance.now();
      await program.chat({ conversation, message: `${position}`, ...deed });
      if (citizen > 0 && did !== "opened") times.push(performance.now() - start);
    }
  }
  told("the same over HTTP", times);
  const metrics = await (await fetch(`${program.origin}/metrics`)).text();
  const memory = Number(/^process_resident_memory_bytes (\d+)/m.exec(metrics)?.[1]);
  console.log(`memory of the program after ${citizens * visit.length} turns ${(memory / 2 ** 20).toFixed(0)} MB`);
  await program.end();
}

const folder = mkdtempSync(join(tmpdir(), "bench-"));
const redis = await RedisServer.open();
try {
  for (let round = 1; round <= 2; round++) {
    await measure(
      `a whole turn, embedded store (${round})`,
      openEmbedded({ path: join(folder, `sessions-${round}.sqlite`), days: 30 }),
      round,
    );
    await measure(`a whole turn, Redis store (${round})`, openRedis({ url: redis.url, days: 30 }), round);
  }
  await measureProgram(folder);
} finally {
  await redis.kill();
  rmSync(folder, { recursive: true });
}
