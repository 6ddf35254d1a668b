import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import writeExcel from "write-excel-file/node";
import { readContent } from "../../../src/catalog/read-content.ts";
import { importRecords } from "../../../src/staff/commands/import-records.ts";
import { cases, linesOf, openRoom, type Room, say, two } from "./bring.ts";
import { record } from "./made-up-records.ts";

let here: Room;
beforeEach(() => {
  here = openRoom();
});
afterEach(() => here.leave());

describe("a JSON array and an Excel sheet say the same as lines", () => {
  test("an array", async () => {
    await here.bringAll(two);
    expect(await here.bring(here.file("records.json", `\uFEFF${JSON.stringify(two, undefined, 2)}`))).toBe(0);
    expect(here.said).toEqual([say("records.unchanged", { records: 2, folder: here.into })]);
  });

  test("a sheet, where Excel took a code for a number and a list stands as JSON or with bars", async () => {
    await here.bringAll([record("1.000010", { documents: cases, level: ["Cấp tỉnh", "Cấp xã"], popularity: 3 })]);
    const head = ["code", "title", "lastSeen", "detailAsOf", "issuingAgency", "field", "level", "popularity", "documents", "ghi chú"];
    const row = [
      1.00001,
      "Cấp giấy phép thả diều số 10",
      "2026-07",
      "2026-07",
      "Bộ Diều sáo",
      "Diều sáo",
      "Cấp tỉnh | Cấp xã",
      3,
      JSON.stringify(cases),
      "x",
    ];
    const path = join(here.room, "records.xlsx");
    await writeExcel([head, row].map((cells) => cells.map((value) => ({ value })))).toFile(path);
    expect(await here.bring(path)).toBe(0);
    expect(here.said).toEqual([say("records.unchanged", { records: 1, folder: here.into })]);
  });
});

describe("bad input gets a clear answer, and nothing is written", () => {
  test.each<[string, string, string | Buffer, RegExp]>([
    ["no such file", "gone.jsonl", "", /không mở được|ENOENT/i],
    ["not text", "records.jsonl", Buffer.from([0xff, 0xfe, 0x00, 0x01]), /UTF-8/],
    ["Windows-1258", "records.jsonl", Buffer.from([0x7b, 0x22, 0xd0, 0xe3, 0x22]), /UTF-8/],
    ["not JSONL", "records.jsonl", "code;title\n1;x\n", /không phải JSONL/],
    ["nothing at all", "records.jsonl", "\n\n", /không có hồ sơ nào/],
    ["an array that breaks off", "records.json", '[{"code": "1.0', /không phải JSONL/],
    ["no workbook", "records.xlsx", "PK nothing", /Excel/],
    ["a line that is no JSON", "records.jsonl", `${linesOf([record("1.000001")])}\n{"code": \n`, /dòng 2: không phải JSON/],
    ["a record without a code", "records.jsonl", linesOf([record("1.000001"), { title: "x" }]), /dòng 2: không có mã/],
    ["a code that lost a zero", "records.jsonl", linesOf([{ ...record("1.000001"), code: "1.00119" }]), /dòng 1: mã “1\.00119”/],
    ["one code twice", "records.jsonl", linesOf([record("1.000001"), record("1.000001")]), /dòng 2: mã 1\.000001 đã có ở dòng 1/],
    ["a key of the wrong kind", "records.jsonl", linesOf([{ ...record("1.000001"), documents: "đơn" }]), /dòng 1: mục “documents”/],
    ["a number in place of a record", "records.jsonl", `${linesOf([record("1.000001")])}\n7\n`, /dòng 2: không phải một hồ sơ/],
  ])("%s", async (_name, name, text, told) => {
    const file = text === "" ? join(here.room, name) : here.file(name, text);
    expect(await here.bring(file)).toBe(1);
    expect(here.said.join("\n")).toMatch(told);
    expect(existsSync(here.into)).toBe(false);
  });

  test("the rest is taken when that is wanted", async () => {
    const file = here.file("records.jsonl", `${linesOf(two)}\n{"code": \n`);
    expect(await here.bring(file, "--without-broken")).toBe(0);
    expect(readContent(here.into).catalog?.procedures.size).toBe(2);
  });

  test("a call without a folder makes no sense", async () => {
    const desk = { folder: "content", today: "2026-11-22", language: "vi" as const, say, print: String, complain: String };
    expect(await importRecords.run(["x.jsonl"], desk)).toBeUndefined();
    expect(await importRecords.run(["--into", "x"], desk)).toBeUndefined();
  });
});
