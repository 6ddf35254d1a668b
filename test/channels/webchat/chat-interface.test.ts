import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenGuide, openGuide, pageWords } from "./open-guide.ts";

type Good = { name: string; body: { conversation: string; message: string }; deed: object };
type Bad = { name: string; raw: string; status: number };

const recorded = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, "payloads", `${name}.json`), "utf8")) as T;
const conversation = "q3Jt0mYb9VxWc5ZlK8aPfA";
const json = { "Content-Type": "application/json" };

let guide: OpenGuide;
beforeEach(async () => {
  guide = await openGuide();
});
afterEach(() => guide.close());

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json): Promise<Response> =>
  fetch(`${guide.origin}/api/chat`, { method: "POST", headers, body });
const say = (message: string, deed: object): Promise<Response> => post(JSON.stringify({ conversation, message, ...deed }));

/** Every refusal is problem JSON with the status of the answer, and shows nothing of the house. */
async function problemOf(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text();
  expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(text).not.toMatch(/\bat \S+:\d+|node_modules|src\//);
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ type: "about:blank", status: response.status });
  expect(problem.title).toMatch(/[A-Z]/);
  return problem;
}

describe("what other programs may send", () => {
  test.each(recorded<Good[]>("good-requests"))("$name is heard", async ({ body, deed }) => {
    const before = Date.now();
    const response = await post(JSON.stringify(body));
    expect(response.status).toBe(200);
    const { replies } = (await response.json()) as { replies: object[] };
    expect(replies.length).toBeGreaterThan(0);
    expect(guide.script.heard).toEqual([
      { citizen: `web:${body.conversation}`, message: body.message, event: { language: undefined, ...deed, at: expect.any(Number) } },
    ]);
    const at = guide.script.heard[0]?.event.at ?? 0;
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  test.each(recorded<Bad[]>("bad-requests"))("$name is refused", async ({ raw, status }) => {
    const response = await post(raw);
    expect(response.status).toBe(status);
    await problemOf(response);
    expect(guide.script.heard).toEqual([]);
  });

  test("the reason of a refusal names the field", async () => {
    const { detail } = await problemOf(await post(JSON.stringify({ conversation: "short", message: "1", text: "a" })));
    expect(detail).toContain("conversation");
  });
});

describe("what they get", () => {
  test("a card has its text, its choices, its links and its procedure", async () => {
    const { replies } = (await (await say("1", { text: "khai sinh" })).json()) as { replies: Record<string, unknown>[] };
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({
      procedure: "1.001193",
      kind: "card",
      links: [{ label: "Nộp trực tuyến", url: expect.stringMatching(/^https:/) }],
    });
    expect(replies[0]?.["text"]).toMatch(/^Thủ tục đăng ký khai sinh\n.*\nAi được làm: /);
    expect(replies[0]?.["choices"]).toContainEqual({ id: "begin:1.001193", label: expect.any(String) });
    expect(replies[0]).not.toHaveProperty("progress");
  });

  test("a paper tells how far she is, and a reply without choices or links has neither field", async () => {
    const paper = (await (await say("1", { choice: "answer:1.001193:born:hospital" })).json()) as { replies: object[] };
    expect(paper.replies[0]).toMatchObject({ progress: { at: 1, of: 7 } });
    const forgotten = (await (await say("2", { choice: "forget:yes" })).json()) as { replies: object[] };
    expect(new Set(Object.keys(forgotten.replies[0] ?? {}))).toEqual(new Set(["kind", "lines", "text"]));
  });

  test("the same message again gets the same replies", async () => {
    const first = await (await say("once", { text: "khai sinh" })).text();
    expect(await (await say("once", { text: "khai sinh" })).text()).toBe(first);
  });

  test("two messages at once both get their answer", async () => {
    const answers = await Promise.all([say("a", { text: "khai sinh" }), say("b", { choice: "menu" })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("no answer is kept by a cache", async () => {
    expect((await say("1", { opened: true })).headers.get("cache-control")).toBe("no-store");
  });
});

describe("what is too much or of the wrong kind", () => {
  test("a text of 100 kB gets its answer", async () => {
    expect((await say("1", { text: "k".repeat(100_000) })).status).toBe(200);
  });

  test("a body of more than 256 kB is refused with 413", async () => {
    const response = await say("1", { text: "k".repeat(256 * 1024) });
    expect(response.status).toBe(413);
    await problemOf(response);
    expect(guide.script.heard).toEqual([]);
  });

  test("a body that is not JSON is refused with 415", async () => {
    const response = await post("text=khai+sinh", { "Content-Type": "application/x-www-form-urlencoded" });
    expect(response.status).toBe(415);
    await problemOf(response);
  });

  test("JSON in a charset that is not Unicode is refused with 415", async () => {
    const response = await post("{}", { "Content-Type": "application/json; charset=windows-1258" });
    expect(response.status).toBe(415);
    await problemOf(response);
  });

  test("a body that says it is compressed and is not is refused with 400", async () => {
    const response = await post("{}", { ...json, "Content-Encoding": "gzip" });
    expect(response.status).toBe(400);
    await problemOf(response);
  });

  test("bytes that are no UTF-8 do not break anything", async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode(`{"conversation":"${conversation}","message":"1","text":"`),
      0xff,
      0xfe,
      0x22,
      0x7d,
    ]);
    expect((await post(bytes)).status).toBe(200);
  });

  test.each(["GET", "PUT", "DELETE", "PATCH"])("%s is refused with 405 and the method that works", async (method) => {
    const response = await fetch(`${guide.origin}/api/chat`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
    await problemOf(response);
  });
});

describe("when something is wrong on our side", () => {
  test.each(["vi", "en"] as const)("a store out of reach is one calm sentence (%s), and when to come back", async (language) => {
    guide.script.trouble = new Error("connect ECONNREFUSED 127.0.0.1:6379");
    const response = await say("1", { text: "khai sinh", language });
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    const problem = await problemOf(response);
    expect(problem["detail"]).toBe(pageWords(language)["page.unavailable"]);
    expect(JSON.stringify(problem)).not.toContain("6379");
  });

  test("the same message is answered once the store is back", async () => {
    guide.script.trouble = new Error("away");
    await say("1", { text: "khai sinh" });
    guide.script.trouble = undefined;
    expect((await say("1", { text: "khai sinh" })).status).toBe(200);
  });

  test("our own mistake is a 500 that tells nobody anything, and the log has where it was", async () => {
    guide.script.trouble = new TypeError("cannot read 'khai sinh bi mat' of undefined");
    const response = await say("1", { text: "khai sinh bi mat" });
    expect(response.status).toBe(500);
    expect(await problemOf(response)).not.toHaveProperty("detail");
    expect(guide.logged.join("")).toContain("TypeError");
    expect(guide.logged.join("")).toMatch(/chat-interface\.test\.ts/);
  });

  test("neither her words nor her conversation's id reach the log", async () => {
    await say("1", { text: "so cua toi 001099012345" });
    await post(`{"conversation":"${conversation}","message":"1","text":"001099012345`);
    guide.script.trouble = Object.assign(new Error("SET web:q3Jt0mYb9VxWc5ZlK8aPfA 001099012345"), { command: { args: ["001099012345"] } });
    await say("2", { text: "so cua toi 001099012345" });
    guide.script.trouble = new TypeError("001099012345");
    await say("3", { text: "so cua toi 001099012345" });
    expect(guide.logged.length).toBeGreaterThan(1);
    expect(guide.logged.join("")).not.toMatch(/001099012345|q3Jt0mYb9VxWc5ZlK8aPfA/);
  });
});
