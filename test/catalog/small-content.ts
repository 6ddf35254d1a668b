import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Mistaken } from "../../src/catalog/mistakes.ts";
import type { Problem } from "../../src/catalog/problem.ts";
import { readContent } from "../../src/catalog/read-content.ts";

/** The one guided file of a small content folder. */
export const card = "procedures/residence/9.000001-card.yaml";
/** Its index of two procedures. */
export const index = "index/ministry.csv";

const cardText = `codes:
  - code: "9.000001"
    levels: [commune]
    url: https://dichvucong.gov.vn/thu-tuc/1
name: { vi: Cấp thẻ, en: A card }
everyday: { vi: Xin thẻ, en: Get a card }
aliases:
  vi: [xin thẻ cư dân, làm thẻ cư dân, thẻ cư dân ở đâu]
  en: [resident card]
field: { vi: Cư trú, en: Residence }
audience: [citizen]
fee: { kind: free }
law: [123/2015/NĐ-CP]
online: { possible: false }
questions:
  - id: who
    ask: { vi: Cho ai?, en: For whom? }
    answers:
      - { id: me, label: { vi: Cho tôi, en: Me } }
      - { id: child, label: { vi: Cho con, en: My child } }
  - id: age
    ask: { vi: Cháu mấy tuổi?, en: How old? }
    when: { all: { who: [child] } }
    answers:
      - { id: small, label: { vi: Dưới 14, en: Under 14 } }
      - { id: big, label: { vi: Từ 14, en: From 14 } }
papers:
  - id: form
    name: { vi: Tờ khai, en: The form }
    way: hand-in
    counts: { original: 1 }
  - id: consent
    name: { vi: Giấy đồng ý của cha mẹ, en: Consent of the parents }
    way: hand-in
    when: { all: { who: [child], age: [small] } }
notes:
  - id: alone
    text: { vi: Cháu tự đến được., en: The child can come alone. }
    when: { all: { age: [big] } }
rows:
  "0a000001": paper:form
  "10000002": [paper:consent, question:who]
source: { checked: 2026-07, by: national record, review: 2027-06-30 }
`;

const provinceText = `id: somewhere
name: { vi: Nơi Này, en: Somewhere }
portals:
  - { name: { vi: Cổng, en: Portal }, url: https://dichvucong.gov.vn }
hotline: "18001096"
levels: [commune]
counters: {}
sources: [{ name: Chân trang, on: 2026-11 }]
`;

const indexText = `code,name,field,agency,levels,audience,online,result,law,url,filings,source,month
9.000002,Cấp giấy đi đường,Cư trú,,commune,citizen,,,,,,list,2026-07
9.000003,"Cấp giấy đi đường, cấp lại",Cư trú,,commune,citizen,,,,,,list,2026-07
`;

const eventsText = `- id: moving
  name: { vi: Chuyển nhà, en: Moving }
  aliases: { vi: [chuyển nhà], en: [moving house] }
  steps: [{ code: "9.000001", why: { vi: Cần thẻ., en: You need the card. } }]
`;

/** A content folder of a few small files, in order; gone when it is disposed of. */
export class SmallContent {
  readonly path = mkdtempSync(join(tmpdir(), "content-"));

  constructor() {
    cpSync("content/words.yaml", join(this.path, "words.yaml"));
    this.write(card, cardText);
    this.write("provinces/somewhere.yaml", provinceText);
    this.write(index, indexText);
    this.write("life-events.yaml", eventsText);
    this.write("everyday-names/ministry.yaml", `"9.000002": { vi: [xin giấy đi đường] }\n`);
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, file)), { recursive: true });
    writeFileSync(join(this.path, file), text);
  }

  /** Replaces a part of a file; the part must be there. */
  edit(file: string, old: string, young: string): void {
    const text = readFileSync(join(this.path, file), "utf8");
    if (!text.includes(old)) throw new Error(`${file} has no "${old}"`);
    this.write(file, text.replace(old, young));
  }

  /** Everything found in it, mistakes and remarks, on a day in 2026. */
  found(): Problem[] {
    const { problems, remarks } = readContent(this.path, undefined, "2026-11-25");
    return [...problems, ...remarks];
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A mistake without its place, for comparing. */
export function mistaken<M extends Mistaken["mistake"]>(mistake: M, values: Extract<Mistaken, { mistake: M }>["values"]): Mistaken {
  return { mistake, values } as Mistaken;
}

/** The place of a part of a text, from 1. */
export function placeIn(text: string, part: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(part)).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
