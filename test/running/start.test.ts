import { once } from "node:events";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataFolder, failToStart, startProgram } from "./program.ts";

describe("the guide on one machine", () => {
  test("opens with nothing set, tells its health and ends in order", async () => {
    using data = dataFolder();
    const guide = await startProgram({ DATA_DIR: data.path });
    const health = await fetch(`${guide.origin}/healthz`);
    expect(health.status).toBe(200);
    expect(await health.json()).toEqual({
      status: "ok",
      procedures: expect.any(Number),
      guided: expect.any(Number),
      sessions: "embedded",
      content: { version: expect.stringMatching(/^[0-9a-f]{12}$/), broken: 0 },
    });
    expect(await guide.end()).toBe(0);
  });

  test("a citizen keeps her place when the process is killed", async () => {
    using data = dataFolder();
    const first = await startProgram({ DATA_DIR: data.path });
    await first.chat({ message: "1", start: "1_004194--lang-son" });
    await first.chat({ message: "2", choice: "begin:1.004194" });
    await first.chat({ message: "3", choice: "answer:1.004194:kind:list" });
    const before = await first.chat({ message: "4", choice: "answer:1.004194:citizenship:no" });
    expect(before.replies.at(-1)?.progress).toEqual({ at: 1, of: 2 });
    await first.end("SIGKILL");
    const second = await startProgram({ DATA_DIR: data.path });
    const after = await second.chat({ message: "5", opened: true });
    expect(after.replies).toEqual(before.replies);
    const again = await second.chat({ message: "4", choice: "answer:1.004194:citizenship:no" });
    expect(again.replies).toEqual(before.replies);
    await second.end();
  });

  test("nothing she wrote, and no conversation, is logged", async () => {
    using data = dataFolder();
    const guide = await startProgram({ DATA_DIR: data.path, LOG_LEVEL: "trace" });
    await guide.chat({ message: "1", text: "mất căn cước số 036201001234 ở chợ Kỳ Lừa" });
    await guide.end();
    expect(guide.written()).not.toMatch(/036201001234|Kỳ Lừa|a-conversation-of-a-test/);
  });
});

describe("a start that cannot succeed says why and ends with 1", () => {
  test("a wrong setting is one line", async () => {
    const { code, lines } = await failToStart({ PORT: "eighty" });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^PORT must be /)]);
  });

  test("a port that is taken", async () => {
    using data = dataFolder();
    const server = createServer().listen(0);
    await once(server, "listening");
    const address = server.address();
    const { code, lines } = await failToStart({ DATA_DIR: data.path, PORT: String(typeof address === "object" ? address?.port : 0) });
    server.close();
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining("PORT")]);
  });

  test("broken content: every problem with file, line and column", async () => {
    using data = dataFolder();
    const content = join(data.path, "content");
    cpSync("content", content, { recursive: true });
    for (const file of ["life-events.yaml", "provinces/lang-son.yaml"]) {
      const path = join(content, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(/\bname:/, "nam:"));
    }
    const { code, lines } = await failToStart({ DATA_DIR: data.path, CONTENT_DIR: content });
    expect(code).toBe(1);
    expect(lines.filter((line) => line.startsWith(`${content}/life-events.yaml:2:3 `)).length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.startsWith(`${content}/provinces/lang-son.yaml:`)).length).toBeGreaterThan(0);
  });

  test("a session file that is somebody else's", async () => {
    using data = dataFolder();
    writeFileSync(join(data.path, "sessions.sqlite"), "this is no database, but somebody's notes");
    const { code, lines } = await failToStart({ DATA_DIR: data.path });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(readFileSync(join(data.path, "sessions.sqlite"), "utf8")).toContain("somebody's notes");
  });
});
