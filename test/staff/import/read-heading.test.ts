import { describe, expect, test } from "vitest";
import { readHeading, splitHeading } from "../../../src/staff/import/read-heading.ts";

describe("what a heading over papers says", () => {
  test.each([
    ["-", "list", ""],
    ["a) Thành phần hồ sơ:", "list", "Thành phần hồ sơ"],
    ["* Giấy tờ phải nộp:", "list", "Giấy tờ phải nộp"],
    ["* Giấy tờ phải xuất trình :", "shown", "Giấy tờ phải xuất trình"],
    ["* Lưu ý :", "note", "Lưu ý"],
    ["Trường hợp diều bị mất", "case", "Trường hợp diều bị mất"],
    ["(1.2) Đối với diều giấy:", "case", "Đối với diều giấy"],
    ["b) Đối với cấp lại", "case", "Đối với cấp lại"],
    ["II. Đối với diều cũ:", "case", "Đối với diều cũ"],
    ["2.Đối với diều nhựa", "case", "Đối với diều nhựa"],
    ["3 Trường hợp diều đôi:", "case", "Trường hợp diều đôi"],
    ["2.3.1. Hồ sơ thả diều đối với cá nhân:", "case", "Hồ sơ thả diều đối với cá nhân"],
    ["a.2) Về gia hạn giấy phép thả diều", "action", "Về gia hạn giấy phép thả diều"],
    ["Hồ sơ đề nghị cấp lại giấy phép gồm:", "action", "Hồ sơ đề nghị cấp lại giấy phép gồm"],
    ["Đối với trường hợp 2, hồ sơ bao gồm:", "unclear", "Đối với trường hợp 2, hồ sơ bao gồm"],
    ["Hồ sơ của người nhận diều:", "unclear", "Hồ sơ của người nhận diều"],
    [
      "Trường hợp tra cứu được thì người dân không phải nộp bản sao",
      "unclear",
      "Trường hợp tra cứu được thì người dân không phải nộp bản sao",
    ],
    ["(Trường hợp có bản điện tử được dùng thay bản giấy)", "unclear", "(Trường hợp có bản điện tử được dùng thay bản giấy)"],
    ["Các giấy tờ phải nộp (bản chính), mỗi loại 01 bản, gồm:", "unclear", "Các giấy tờ phải nộp (bản chính), mỗi loại 01 bản, gồm"],
  ])("%s is a heading of kind %s", (text, kind, read) => {
    expect(readHeading(text)).toMatchObject({ kind, words: read });
  });

  test.each([
    ["Trường hợp ủy quyền cho cá nhân:", "filer"],
    ["* Trường hợp uỷ quyền thực hiện thủ tục thì hồ sơ phải kèm theo một trong những giấy tờ sau:", "filer"],
    ["Trường hợp đăng ký trên môi trường điện tử:", "way"],
    ["a.1) Trường hợp thực hiện bằng hình thức trực tiếp hoặc bưu chính", "way"],
    ["Trường hợp chuyển quyền trực tiếp cho con", "case"],
  ])("%s asks about the %s", (text, about) => {
    expect(readHeading(text)).toMatchObject({ kind: "case", about });
  });

  test("papers on top of the others are told as such", () => {
    expect(readHeading("Trường hợp diều to, nộp thêm:").adds).toBe(true);
    expect(readHeading("Trường hợp diều to:").adds).toBe(false);
  });
});

describe("papers glued to the heading after them", () => {
  test("come off with their counts", () => {
    expect(splitHeading("- Tờ khai thả diều.mau 1.doc1 bản chính,2 bản saoa.2) Về gia hạn")).toEqual({
      glued: [{ name: "- Tờ khai thả diều.mau 1.doc", original: 1, copy: 2 }],
      heading: "a.2) Về gia hạn",
    });
    expect(splitHeading("Đơn1 bản chính Ảnh2 bản chính 3. Trường hợp mất").glued.map(({ name }) => name)).toEqual(["Đơn", "Ảnh"]);
  });

  test("a heading that speaks of copies in its own words stays whole", () => {
    for (const heading of ["01 bản chính báo cáo gồm:", "Đơn (2 bản chính)", "Nộp 1 bản chính và 2 bản sao"])
      expect(splitHeading(heading)).toEqual({ glued: [], heading });
  });
});
