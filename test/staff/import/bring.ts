import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importRecords } from "../../../src/staff/commands/import-records.ts";
import { readLocales } from "../../../src/wording/read-locales.ts";
import { openStaffWords } from "../../../src/wording/staff-words.ts";
import { record, under } from "./made-up-records.ts";

/** Our sentences for staff, in Vietnamese. */
export const say = openStaffWords(readLocales(new URL("../../../locales/staff/", import.meta.url)), "vi");

/** A folder for one test, where records are brought in. */
export type Room = {
  room: string;
  /** The content folder that is made. */
  into: string;
  /** What the last import said. */
  said: string[];
  /** Brings a file in; 0 when all went well. */
  bring: (file: string, ...options: string[]) => Promise<number | undefined>;
  bringAll: (records: readonly unknown[]) => Promise<number | undefined>;
  file: (name: string, text: string | Buffer) => string;
  leave: () => void;
};

/** Opens a room; `name`: of the content folder. */
export function openRoom(name = "content"): Room {
  const room = mkdtempSync(join(tmpdir(), "import-"));
  const into = join(room, name);
  const said: string[] = [];
  const print = (line: string): unknown => said.push(line);
  const file: Room["file"] = (name, text) => {
    writeFileSync(join(room, name), text);
    return join(room, name);
  };
  const bring: Room["bring"] = async (path, ...options) => {
    said.length = 0;
    return importRecords.run([path, "--into", into, ...options], {
      folder: "content",
      today: "2026-11-22",
      language: "vi",
      say,
      print,
      complain: print,
    });
  };
  const bringAll: Room["bringAll"] = (records) => bring(file("records.jsonl", linesOf(records)));
  return { room, into, said, bring, bringAll, file, leave: () => rmSync(room, { recursive: true }) };
}

/** Records as they stand in a file, one a line. */
export function linesOf(records: readonly unknown[]): string {
  return records.map((one) => JSON.stringify(one)).join("\n");
}

/** Every file of a folder with its words and the time it was last written. */
export function everything(folder: string): [string, string, number][] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());
  return files.sort().map((path) => [path, readFileSync(join(folder, path), "utf8"), statSync(join(folder, path)).mtimeMs]);
}

/** Where the guided file of a code stands. */
export function guidedFile({ into }: Room, code: string): string {
  const path = readdirSync(into, { recursive: true, encoding: "utf8" }).find((each) => each.includes(`${code}-`));
  return join(into, path ?? `no file of ${code}`);
}

/** Changes a file as a person would, and gives its new text. */
export function edit(path: string, change: (text: string) => string): string {
  const text = change(readFileSync(path, "utf8"));
  writeFileSync(path, text);
  return text;
}

/** Papers in two cases, and one for everyone. */
export const cases = [
  ...under("a) Trường hợp cấp mới:", "Đơn xin"),
  ...under("b) Trường hợp cấp lại:", "Đơn xin lại"),
  ...under("", "Căn cước"),
];
const { documents: _none, ...bare } = record("1.000002");
/** A record without a list of papers. */
export const withoutPapers = bare;
/** One record that becomes a guided file, one that becomes a row. */
export const two = [record("1.000001", { documents: cases }), withoutPapers];
