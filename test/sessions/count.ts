import { openEmbedded } from "../../src/sessions/embedded.ts";
import { openRedis } from "../../src/sessions/redis.ts";

/** A process of its own that races others: adds one to what is kept of web:race, as many times as it is told. */
const [kind, place = "", count = "0"] = process.argv.slice(2);
const store = kind === "redis" ? openRedis({ url: place, days: 30 }) : openEmbedded({ path: place, days: 30 });
for (let done = 0; done < Number(count); ) {
  const kept = await store.recall("web:race");
  if (await store.remember("web:race", String(Number(kept?.text ?? 0) + 1), kept?.revision ?? 0)) done++;
}
await store.close();
