/** Where one office's name ends and the next begins: ";" or a comma before a word that offices begin with. */
const between =
  /;|,(?=\s*(?:Sở|Cục|Chi cục|Công an|Ủy ban|Uỷ ban|UBND|Phòng|Bảo hiểm|Văn phòng|Chủ tịch|Bộ|Ban|Thuế|Ngân hàng|Hải quan|Cảng vụ|Trung tâm|Chi nhánh|Đội|Kho bạc|Thi hành án|Tòa án|Tổ chức|Khu|Cơ quan|Các|Đơn vị|Hội đồng|Thủ tướng)(?![\p{L}]))/u;

/** Ended with the district level on 1 July 2025. */
const district = /huyện|quận|thị xã|Phòng (?:Tư pháp|Nội vụ|Tài chính|Lao động|Giáo dục|Y tế|Kinh tế)/iu;
/** Departments merged into others in 2025. */
const ended =
  /Kế hoạch và Đầu tư|Giao thông vận tải|Giao thông công chánh|Lao động\s*-\s*Thương binh|Thông tin và Truyền thông|Phát triển nông thôn|Tài nguyên và Môi trường/iu;
/** One place of another province, or no name of an office at all. */
const elsewhere =
  /TP\.?\s?\p{Lu}|[Tt]hành phố \p{Lu}|[Tt]ỉnh \p{Lu}|phía (?:Bắc|Nam)|^\(\d\)|^Cơ quan khác$|^Ban quản lý$|^Các cơ quan|^Trung tâm Hành chính công$/u;
const ownProvinces = /Lạng Sơn|Ninh Bình/;

/** The offices a record names that still exist and are not another place's than `ours`: at most three, each once. A level that is certain is written one way. */
export function tidyAgency(agency: string, ours = ownProvinces): string[] {
  const offices = agency
    .normalize("NFC")
    .split(between)
    .map((office) =>
      oneWay(
        office
          .replace(/\s+/g, " ")
          .replace(/[\s.]+$/, "")
          .trim(),
      ),
    );
  const kept = offices.filter((office) => office.length >= 4 && !district.test(office) && !ended.test(office));
  const here = kept.filter((office) => !elsewhere.test(office) || ours.test(office));
  return [...new Map(here.map((office) => [office.toLowerCase(), office])).values()].slice(0, 3);
}

function oneWay(office: string): string {
  return office
    .replace(/^Uỷ ban/i, "Ủy ban")
    .replace(/^Ủy ban nhân dân (?:cấp )?xã(?:, phường, thị trấn)?$/i, "Ủy ban nhân dân cấp xã")
    .replace(/^UBND cấp xã$/i, "Ủy ban nhân dân cấp xã")
    .replace(/^Ủy ban nhân dân (?:cấp tỉnh|tỉnh và thành phố trực thuộc trung ương)$/i, "Ủy ban nhân dân cấp tỉnh")
    .replace(/^Công an (?:cấp )?xã$/i, "Công an cấp xã")
    .replace(/^Công an (?:cấp )?tỉnh$/i, "Công an cấp tỉnh")
    .replace(/^Sở công thương$/i, "Sở Công Thương");
}
