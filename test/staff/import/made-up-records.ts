import type { OwnWords } from "../../../src/staff/import/cases.ts";
import type { FullRecord } from "../../../src/staff/national-record.ts";

/** A record in the format of the national list, with words made up for tests. */
export const record = (code: string, facts: Partial<FullRecord> = {}): FullRecord => ({
  code,
  title: `Cấp giấy phép thả diều số ${code.slice(-2)}`,
  lastSeen: "2026-07",
  detailAsOf: "2026-07",
  issuingAgency: "Bộ Diều sáo",
  field: "Diều sáo",
  level: ["Cấp tỉnh"],
  documents: [{ name: "- Đơn đề nghị cấp giấy phép;", copies: { original: 1 } }],
  ...facts,
});

/** Rows under a heading; "" for none. */
export const under = (heading: string, ...names: string[]): NonNullable<FullRecord["documents"]> =>
  names.map((name) => ({ name, copies: { original: 1 }, ...(heading !== "" && { case: heading }) }));

/** Our own words, short. */
export const words: OwnWords = {
  ask: { case: { vi: "Trường hợp nào?" }, filer: { vi: "Ai nộp?" }, way: { vi: "Nộp cách nào?" } },
  none: { vi: "Không trường hợp nào" },
  unsure: { vi: "Chưa rõ" },
  sharedPage: { vi: "Trang dùng chung." },
};
