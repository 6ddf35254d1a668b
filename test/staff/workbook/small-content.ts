import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Language } from "../../../src/catalog/text.ts";
import { exportContent } from "../../../src/staff/commands/export-content.ts";
import { importContent } from "../../../src/staff/commands/import-content.ts";
import type { Command, Desk } from "../../../src/staff/desk.ts";
import { readLocales } from "../../../src/wording/read-locales.ts";
import { openStaffWords } from "../../../src/wording/staff-words.ts";

/** A made-up procedure with something on every sheet. */
export const stay = "procedures/cu-tru/1.000010-o-nho.yaml";
const stayText = `# Written by hand; the comments are to stay.
codes:
  - code: "1.000010"
    levels: [commune]
name: { vi: Khai báo ở nhờ, en: Report a stay } # the official name
everyday: { vi: "Ở nhờ, ở trọ", en: Staying with someone }
aliases:
  vi: [ở nhờ, ở trọ nhà bạn, khai ở nhờ]
  en: [report a stay]
field: { vi: Cư trú, en: Residence }
audience: [citizen]
fee:
  kind: amounts
  amounts:
    - vnd: 7000
      of: { vi: mỗi người, en: each person }
      when: { all: { who: [self] } }
    # by list it costs more
    - vnd: 10000
      of: { vi: mỗi người trong danh sách, en: each person of a list }
      when: { all: { who: [list] } }
time:
  - text: { vi: 3 ngày, en: 3 days }
law: [68/2020/QH14]
steps:
  - { vi: Chuẩn bị giấy tờ., en: Get the papers ready. }
  - { vi: Nộp hồ sơ., en: File them. }
online: { possible: true }
questions:
  - id: who
    ask: { vi: Bạn khai cho ai?, en: For whom? }
    answers:
      - { id: self, label: { vi: "Cho tôi, hoặc gia đình tôi", en: Myself } }
      - { id: list, label: { vi: Nhiều người, en: Several people } }
  - id: age
    ask: { vi: Người đó bao nhiêu tuổi?, en: How old? }
    when: { all: { who: [self] } }
    answers:
      - { id: minor, label: { vi: Dưới 18, en: Under 18 } }
      - { id: adult, label: { vi: Từ 18, en: 18 or more } }
papers:
  - id: form
    name: { vi: Tờ khai, en: Form }
    way: hand-in
    counts: { original: 1 }
    form: { name: M1, law: 53/2025/TT-BCA }
  # only for lists
  - id: list
    name: { vi: "Danh sách, có ký tên", en: List }
    way: hand-in
    counts: { original: 1, copy: 2 }
    what: { vi: Ghi đủ từng người., en: Name everyone. }
    when: { all: { who: [list] } }
  - id: consent
    name: { vi: Giấy đồng ý, en: Consent }
    way: show
    when: { all: { who: [self], age: [minor] } }
notes:
  - id: hours
    text: { vi: Nhận trong giờ hành chính., en: In office hours. }
rows:
  "00000001": paper:form
  "00000002": [paper:list, question:who]
  "00000003": paper:list
source:
  checked: 2026-07
  by: national record
  review: 2027-01-31
`;

/** A second one, without fee amounts, questions or notes. */
export const leave = "procedures/cu-tru/1.000020-tam-vang.yaml";
const leaveText = `codes:
  - { code: "1.000020", levels: [commune] }
  - { code: "1.000021", levels: [province] }
name: { vi: Khai báo tạm vắng, en: Report an absence }
everyday: { vi: Đi vắng lâu, en: Away for long }
aliases:
  vi:
    - báo vắng
    - đi vắng
    - tạm vắng
  en: [absence]
field: { vi: Cư trú, en: Residence }
audience: [citizen]
fee: { kind: free }
law: []
online: { possible: false }
questions: []
papers:
  - { id: form, name: { vi: Tờ khai tạm vắng, en: Form }, way: fill-online }
rows: {}
source: { checked: 2026-07, by: national record, review: 2027-01-31, person: { name: Nguyễn Lan, on: 2026-11-02 } }
`;

export const names = "everyday-names/bo-thu.yaml";
export const office = "provinces/thu.yaml";
const others: Record<string, string> = {
  [names]: '"1.001190": { vi: [làm thẻ, xin thẻ], en: [get a card] }\n',
  [office]: `id: thu
name: { vi: Tỉnh Thử, en: Test province }
portals: [{ name: { vi: Cổng, en: Portal }, url: https://dichvucong.gov.vn }]
# from the foot of the page
hotline: "18001096"
levels: [province, commune]
counters:
  commune: { vi: Quầy xã., en: Commune counter. }
sources: [{ name: Trang chủ, on: 2026-11 }]
`,
  "life-events.yaml": "[]\n",
  "index/bo-thu.csv": `code,name,field,agency,levels,audience,online,result,law,url,filings,source,month
1.001190,Cấp thẻ thử,,,commune,citizen,,,,,,national record,2026-07
1.001193,Đổi thẻ thử,,,commune,citizen,,,,,,national record,2026-07
1.001200,Trả thẻ thử,,,commune,citizen,,,,,,national record,2026-07
`,
};

/** A small content folder in order, in a temporary place with room for its workbooks beside it. */
export function smallContent(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "workbook-")), "content");
  const files = { [stay]: stayText, [leave]: leaveText, ...others };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  copyFileSync("content/words.yaml", join(folder, "words.yaml"));
  return folder;
}

/** Takes a folder away with the workbooks beside it. */
export function clearAway(folder: string): void {
  rmSync(join(folder, ".."), { recursive: true });
}

/** Every file of a folder by its path. */
export function filesOf(folder: string): Record<string, string> {
  const paths = globSync("**/*.*", { cwd: folder }).filter((path) => /\.\w+$/.test(path));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** What a command said, and how it ended. */
export type Said = { code: number | undefined; said: string[] };

async function call(command: Command, folder: string, { words, language = "vi" }: { words: string[]; language?: Language }): Promise<Said> {
  const said: string[] = [];
  const say = openStaffWords(readLocales(new URL("../../../locales/staff/", import.meta.url)), language);
  const desk: Desk = { folder, today: "2026-11-22", language, say, print: (line) => said.push(line), complain: (line) => said.push(line) };
  return { code: await command.run(words, desk), said };
}

let count = 0;
/** Exports a folder beside it and gives the path of the workbook. */
export async function exported(folder: string, words: string[] = [], language: Language = "vi"): Promise<string> {
  count += 1;
  const path = join(folder, `../book-${count}.xlsx`);
  const { code, said } = await call(exportContent, folder, { words: ["--to", path, ...words], language });
  if (code !== 0) throw new Error(said.join("\n"));
  return path;
}

/** Calls the export, whatever comes of it. */
export function exporting(folder: string, words: string[]): Promise<Said> {
  return call(exportContent, folder, { words });
}

/** Imports a workbook; with `--write` among the words it writes. */
export function imported(folder: string, path: string, ...words: string[]): Promise<Said> {
  return call(importContent, folder, { words: [path, ...words] });
}
