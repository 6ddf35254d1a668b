import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const deeds = ["Cấp", "Cấp lại", "Cấp đổi", "Gia hạn", "Điều chỉnh", "Đăng ký", "Xác nhận", "Công nhận", "Thu hồi", "Chấp thuận"];
const things = ["giấy phép", "giấy chứng nhận", "chứng chỉ", "thẻ", "quyết định", "giấy xác nhận", "sổ", "giấy giới thiệu"];
const trades = [
  "kinh doanh vận tải",
  "hành nghề dược",
  "khai thác nước",
  "nuôi trồng thuỷ sản",
  "sản xuất giống",
  "dạy nghề",
  "in ấn",
  "lưu trú",
];
const where = ["tại xã", "tại tỉnh", "ở nước ngoài", "cho hộ gia đình", "cho doanh nghiệp", "cho hợp tác xã", "lần đầu", "theo mẫu mới"];

/** Makes a content folder in the place of `folder`: everything of `content` but the guided procedures, and `count` made-up ones of some 2.5 kB. */
export function makeUpContent(content: string, folder: string, count: number): void {
  for (const part of ["index", "provinces", "everyday-names", "life-events.yaml", "words.yaml"])
    cpSync(join(content, part), join(folder, part), { recursive: true });
  for (let at = 0; at < count; at++) {
    const under = join(folder, "procedures", `field-${at % 40}`);
    mkdirSync(under, { recursive: true });
    writeFileSync(join(under, `${codeOf(at)}-made-up.yaml`), procedureAt(at));
  }
}

/** The code of a made-up procedure. */
function codeOf(at: number): string {
  return `9.${String(at).padStart(6, "0")}`;
}

function nameAt(at: number): string {
  const pick = (list: readonly string[], every: number): string => list[Math.floor(at / every) % list.length] ?? "";
  return `${pick(deeds, 1)} ${pick(things, 10)} ${pick(trades, 80)} ${pick(where, 640)} ${Math.floor(at / 5120) + 1}`;
}

/** One guided procedure as a file: a few questions, papers with conditions, a fee by case, notes, rows. */
function procedureAt(at: number): string {
  const name = nameAt(at);
  const english = `Procedure ${at}`;
  return `codes:
  - code: "${codeOf(at)}"
    levels: [commune, province]
    url: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/${codeOf(at)}
name: { vi: "${name}", en: "${english}" }
everyday: { vi: "Xin ${name.toLowerCase()}", en: "Ask for ${english}" }
aliases:
  vi: ["xin ${at} ${name.toLowerCase()}", "làm ${at} ${name.toLowerCase()}", "thủ tục số ${at}"]
  en: ["procedure number ${at}"]
field: { vi: "Lĩnh vực ${at % 40}", en: "Field ${at % 40}" }
audience: [citizen, business]
fee:
  kind: amounts
  amounts:
    - vnd: 50000
      of: { vi: "một lần nộp trực tiếp", en: "one filing at the counter" }
      when: { all: { kind: [person] } }
    - vnd: 100000
      of: { vi: "một lần nộp của tổ chức", en: "one filing of an organisation" }
      when: { all: { kind: [organisation] } }
time:
  - text: { vi: 5 ngày làm việc, en: 5 working days }
result:
  - { vi: "${name}", en: "The paper asked for" }
law: [123/2015/NĐ-CP, 68/2020/QH14, 118/2025/NĐ-CP]
steps:
  - { vi: Chuẩn bị giấy tờ., en: Get the papers ready. }
  - { vi: "Nộp tại quầy một cửa, hoặc trên Cổng dịch vụ công.", en: "File at the counter, or on the service portal." }
  - { vi: Nhận kết quả theo giấy hẹn., en: Collect the result on the day of the slip. }
online: { possible: true, extent: part }
questions:
  - id: kind
    ask: { vi: Bạn nộp cho ai?, en: Who is it for? }
    answers:
      - { id: person, label: { vi: Cho tôi, en: Myself } }
      - { id: organisation, label: { vi: Cho tổ chức, en: An organisation } }
  - id: lost
    ask: { vi: Giấy cũ còn hay mất?, en: Is the old paper lost? }
    when: { all: { kind: [person] } }
    answers:
      - { id: kept, label: { vi: Còn, en: I have it } }
      - { id: gone, label: { vi: Mất, en: It is lost } }
papers:
  - id: form
    name: { vi: Tờ khai theo mẫu, en: The form }
    way: hand-in
    counts: { original: 1 }
    form: { name: "Mẫu ${at % 90}", law: 123/2015/NĐ-CP }
  - id: charter
    name: { vi: "Bản sao giấy đăng ký, quyết định thành lập", en: A copy of the registration }
    way: hand-in
    counts: { copy: 1 }
    when: { all: { kind: [organisation] } }
  - id: old
    name: { vi: Giấy cũ, en: The old paper }
    way: show
    counts: { original: 1 }
    when: { all: { kind: [person], lost: [kept] } }
notes:
  - id: gone
    text: { vi: "Mất giấy thì bạn ghi rõ lý do trong tờ khai.", en: "Say in the form how it was lost." }
    when: { all: { lost: [gone] } }
rows:
  "${String(10_000_000 + at)}": paper:form
  "a${String(1_000_000 + at)}": [paper:charter, paper:old]
source: { checked: 2026-07, by: national record, review: 2027-06-30 }
`;
}
