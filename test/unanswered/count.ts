import { monthOf } from "../../src/unanswered/calendar.ts";
import { openEmbeddedQuestions } from "../../src/unanswered/embedded.ts";
import { openRedisQuestions } from "../../src/unanswered/redis.ts";

/** A process of its own that counts one question 200 times. */
const [kind, place = ""] = process.argv.slice(2);
const store = kind === "redis" ? openRedisQuestions({ url: place }) : openEmbeddedQuestions({ path: place });
for (let done = 0; done < 200; done++) {
  await store.count({ text: "asked by two", key: "asked by two" }, "unknown", monthOf(Date.now()));
}
await store.close();
