const papers =
  /^(?:Giấy|Quyết định|Chứng chỉ|Chứng thư|Thẻ|Phiếu|Bản sao|Bản chính|Trích lục|Biên bản|Sổ|Bằng|Biển số|Công văn|Thông báo|Văn bản|Tem|Hộ chiếu|Thị thực|Bản án|Nghị quyết|Biên lai|Chứng nhận|Xác nhận|Danh mục|Báo cáo|Hợp đồng)(?![\p{L}])/iu;
/** What an office gives when it refuses is no result anyone comes for. */
const refusal = /từ chối|không |lý do|sửa đổi, bổ sung hồ sơ|nội dung cần sửa|giải trình|trả lời/iu;
/** Says nothing, or speaks of the district level that ended. */
const vague = /^(?:Quyết định hành chính|Giấy xác nhận|Giấy chứng nhận|Văn bản chấp thuận|Bằng công nhận.*|Thông báo kết quả)$|huyện/iu;

/** The paper or decision a citizen receives, when the record names one in a few words; the record's codes, forms and sentences are left out. */
export function tidyResult(text: string): string[] {
  const name = text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/\s*Mã: ?\S.*$/, "")
    .replace(/[,;]?\s*\((?:(?:theo )?[Mm]ẫu|\d)[^)]*\)/g, "")
    .replace(/[,;]?\s*(?:theo|-) [Mm]ẫu .*$/, "")
    .replace(/^[\s\-+.]+|[\s.,;:/-]+$/g, "");
  const balanced = name.split("(").length === name.split(")").length;
  const isName = papers.test(name) && balanced && name.length <= 120 && !/[:|]/.test(name);
  return isName && !refusal.test(name) && !vague.test(name) ? [inSmallLetters(name)] : [];
}

function inSmallLetters(name: string): string {
  return /\p{Ll}/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name.charAt(0) + name.slice(1).toLowerCase();
}
