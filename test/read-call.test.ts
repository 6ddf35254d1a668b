import { expect, test } from "vitest";
import { readCall } from "../src/read-call.ts";

test("the guide is for everybody, or a chat; a chat may be as of another day, written either way", () => {
  expect(readCall([])).toEqual({ chat: false });
  expect(readCall(["chat"])).toEqual({ chat: true });
  expect(readCall(["chat", "--as-of", "2027-01-01"])).toEqual({ chat: true, today: "2027-01-01" });
  expect(readCall(["chat", "--as-of=1/1/2027"])).toEqual({ chat: true, today: "2027-01-01" });
});

test("a day that no calendar has, a day left out, and a day for everybody are refused in one line", () => {
  expect(readCall(["chat", "--as-of", "2027-02-30"])).toEqual({ wrong: ['--as-of must be a day such as 2027-01-01, not "2027-02-30"'] });
  expect(readCall(["chat", "--as-of"])).toEqual({ wrong: ["--as-of must be a day such as 2027-01-01"] });
  expect(readCall(["--as-of", "2027-01-01"])).toEqual({ wrong: [expect.stringContaining("npm run chat")] });
});
