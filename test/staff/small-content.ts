import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import type { Guided } from "../../src/catalog/procedure.ts";

const both = (text: string): { vi: string; en: string } => ({ vi: text, en: `${text} in English` });
const yesNo = [
  { id: "yes", label: both("Có") },
  { id: "no", label: both("Không") },
];

/** A made-up guided file with three questions: the second hangs on the first, the third on either. */
export const stallPermit: Guided = {
  codes: [
    { code: "1.000001", levels: ["commune"], url: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1" },
    { code: "1.000002", levels: ["province"] },
  ],
  name: both("Cấp phép bán hàng rong"),
  everyday: both("Bán hàng rong"),
  aliases: { vi: ["bán rong", "gánh hàng rong", "xe đẩy bán đồ ăn", "ban rong", "bán vỉa hè"], en: ["street stall"] },
  field: both("Chợ"),
  audience: ["citizen"],
  fee: { kind: "ask" },
  time: [{ text: both("3 ngày"), when: { all: { food: ["no"] } } }],
  place: both("Ủy ban nhân dân cấp xã"),
  law: [],
  online: { possible: true },
  questions: [
    { id: "food", ask: both("Bạn bán đồ ăn phải không?"), answers: yesNo },
    { id: "cooked", ask: both("Đồ ăn nấu tại chỗ phải không?"), when: { all: { food: ["yes"] } }, answers: yesNo },
    { id: "helper", ask: both("Có người phụ không?"), when: { any: { food: ["no"], cooked: ["yes"] } }, answers: yesNo },
  ],
  papers: [
    { id: "form", name: both("Đơn xin phép"), way: "hand-in", counts: { original: 1 } },
    {
      id: "health",
      name: both("Giấy khám sức khỏe"),
      way: "show",
      yieldedBy: "1.000003",
      when: { all: { food: ["yes"], cooked: ["yes"] } },
    },
    { id: "sketch", name: both("Sơ đồ chỗ bán"), way: "hand-in", when: { any: { food: ["no"], helper: ["yes"] } } },
  ],
  lookedUp: [{ id: "home", name: both("Nơi ở"), database: both("Dữ liệu cư trú") }],
  rows: {},
  source: { checked: "2026-07", by: "national record", review: "2026-10-31", person: { name: "Nguyễn Thị Lan", on: "2026-08-01" } },
};

/** A made-up guided file without questions, checked by nobody, whose result another needs. */
export const healthCheck: Guided = {
  ...stallPermit,
  codes: [{ code: "1.000003", levels: ["commune"] }],
  name: both("Khám sức khỏe người bán đồ ăn"),
  everyday: both("Khám sức khỏe"),
  aliases: { vi: ["khám sức khỏe", "giấy sức khỏe", "kham suc khoe"], en: ["health check"] },
  field: { vi: "Y tế", en: "Y tế" },
  time: undefined,
  place: undefined,
  questions: [],
  papers: [{ id: "photo", name: both("Ảnh"), way: "hand-in" }],
  lookedUp: undefined,
  source: { checked: "2026-07", by: "national record", review: "2027-01-31" },
};

const province = {
  id: "thu",
  name: both("Tỉnh Thử"),
  portals: [{ name: both("Cổng"), url: "https://dichvucong.gov.vn" }],
  hotline: "18001096",
  levels: ["province", "commune"],
  counters: {},
  sources: [{ name: "Trang của tỉnh", on: "2026-07" }],
};

const index = `code,name,field,agency,levels,audience,online,result,law,url,filings,source,month
1.000001,Cấp phép bán hàng rong,Chợ,,commune,citizen,,,,,20,national record,2026-07
1.000004,"Đăng ký ""quầy"" <b>chợ</b>, loại 1",Chợ,Ban quản lý chợ,commune,citizen,whole,,,https://dichvucong.gov.vn/thu-tuc-hanh-chinh/4,300,national record,2026-07
1.000005,Trả quầy chợ,Chợ,,commune,citizen,,,,,,national record,2026-07
`;

/** A content folder with two guided files, two procedures known by their facts, a life event; gone when it is disposed of. */
export function smallContent(guided: readonly Guided[] = [stallPermit, healthCheck]): { folder: string; [Symbol.dispose](): void } {
  const folder = mkdtempSync(join(tmpdir(), "content-"));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const file of guided) write(`procedures/cho/${file.codes[0]?.code}-thu.yaml`, stringify(file, { aliasDuplicateObjects: false }));
  write("index/cho.csv", index);
  write("everyday-names/cho.yaml", '"1.000004": { vi: [thuê sạp chợ], en: [rent a market stall] }\n');
  write(
    "life-events.yaml",
    stringify([
      {
        id: "trade",
        name: both("Buôn bán"),
        aliases: { vi: ["đi buôn"], en: ["trade"] },
        steps: [{ code: "1.000002", why: both("Xin phép") }],
      },
    ]),
  );
  cpSync("content/words.yaml", join(folder, "words.yaml"));
  write("provinces/thu.yaml", stringify(province));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}
