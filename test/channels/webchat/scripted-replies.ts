import type { Spoken, SpokenLine } from "../../../src/wording/spoken.ts";

const title = (text: string): SpokenLine => ({ as: "title", text });
const text = (words: string): SpokenLine => ({ as: "text", text: words });
const note = (words: string): SpokenLine => ({ as: "note", text: words });
const fact = (label: string, words: string): SpokenLine => ({ as: "fact", label, text: words });
const item = (words: string): SpokenLine => ({ as: "item", text: words });
const box = (words: string, ticked: boolean): SpokenLine => ({ as: "item", text: words, ticked });
const none = { choices: [], links: [] };

const page = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-770b-734d-b7fb-5e1995f194f4";

export const welcome: Readonly<Record<"vi" | "en", Spoken>> = {
  vi: {
    kind: "welcome",
    lines: [
      title("Xin chào bạn"),
      text(
        "Bạn cần làm thủ tục gì? Cứ hỏi bằng lời của bạn, có dấu hay không dấu đều được. Ví dụ: “làm giấy khai sinh cho con”, “mat can cuoc lam lai ntn”.",
      ),
    ],
    choices: [
      { id: "go:1.001193", label: "Con mới sinh" },
      { id: "event:home", label: "Chuyển chỗ ở" },
      { id: "event:lost", label: "Mất giấy tờ" },
      { id: "menu", label: "Xem các lĩnh vực" },
    ],
    links: [],
  },
  en: {
    kind: "welcome",
    lines: [title("Hello"), text("What do you need to do? Ask in your own words, in Vietnamese or in English.")],
    choices: [{ id: "go:1.001193", label: "A child is born" }],
    links: [],
  },
};

export const card: Spoken = {
  kind: "card",
  procedure: "1.001193",
  lines: [
    title("Thủ tục đăng ký khai sinh"),
    text("Còn gọi là: làm giấy khai sinh cho con."),
    fact("Ai được làm", "Cha, mẹ, ông, bà hoặc người thân thích khác; người đang nuôi dưỡng trẻ em."),
    fact("Lệ phí", "Bạn hỏi tại quầy. Mức thu theo 85/2019/TT-BTC và nghị quyết của Hội đồng nhân dân tỉnh."),
    fact("Thời gian", "Ngay trong ngày; nhận sau 15 giờ thì trả kết quả vào ngày làm việc tiếp theo."),
    fact("Nơi nộp", "Trung tâm phục vụ hành chính công cấp xã, nơi cư trú của cha hoặc mẹ."),
    fact("Kết quả", "Giấy khai sinh (bản chính)."),
    fact("Căn cứ", "60/2014/QH13, 123/2015/NĐ-CP, 04/2020/TT-BTP, 87/2020/NĐ-CP"),
    fact("Mã thủ tục", "1.001193"),
    note("Theo hồ sơ quốc gia, tháng 7 năm 2026. Chưa có cán bộ nào kiểm tra lại nội dung này."),
  ],
  choices: [
    { id: "begin:1.001193", label: "Chuẩn bị giấy tờ cùng tôi" },
    { id: "facet:1.001193:steps", label: "Các bước" },
    { id: "facet:1.001193:papers", label: "Danh sách giấy tờ" },
    { id: "facet:1.001193:place", label: "Nộp ở đâu" },
  ],
  links: [{ label: "Nộp trực tuyến", url: page }],
};

export const question: Spoken = {
  kind: "question",
  procedure: "1.001193",
  lines: [title("Cháu sinh ở đâu?"), text("Câu trả lời cho biết bạn cần giấy chứng sinh hay giấy tờ khác.")],
  choices: [
    { id: "answer:1.001193:born:hospital", label: "Ở bệnh viện, trạm y tế, nhà hộ sinh" },
    { id: "answer:1.001193:born:home", label: "Ở nhà hoặc nơi khác, có người làm chứng" },
    { id: "answer:1.001193:born:alone", label: "Ở nơi khác và không có người làm chứng" },
    { id: "back", label: "Quay lại" },
  ],
  links: [],
};

/** A paper of the checklist; the second is yielded by another procedure. */
export function paper(at: 1 | 2): Spoken {
  const id = at === 1 ? "to-khai" : "chung-sinh";
  return {
    kind: "paper",
    procedure: "1.001193",
    progress: { at, of: 7 },
    lines: [
      title(at === 1 ? "Tờ khai đăng ký khai sinh" : "Giấy chứng sinh"),
      fact("Số lượng", "1 bản chính"),
      fact("Mẫu", "Tờ khai điện tử, điền khi nộp trực tuyến"),
      text("Nếu không có, bạn nộp văn bản của người làm chứng xác nhận về việc sinh."),
    ],
    choices: [
      { id: `have:1.001193:${id}`, label: "Đã có" },
      { id: `not-yet:1.001193:${id}`, label: "Chưa có" },
      { id: `what:1.001193:${id}`, label: "Giấy này là gì?" },
      { id: `not-mine:1.001193:${id}`, label: "Không thuộc trường hợp của tôi" },
    ],
    links: [],
  };
}

export const summary: Spoken = {
  kind: "summary",
  procedure: "1.001193",
  progress: { at: 7, of: 7 },
  lines: [
    title("Hồ sơ đăng ký khai sinh của bạn"),
    text("Bạn đã có 1 trong 3 giấy tờ."),
    box("Tờ khai đăng ký khai sinh", true),
    box("Giấy chứng sinh: nơi cháu sinh cấp cho bạn", false),
    box("Giấy chứng nhận kết hôn của cha mẹ, nếu cơ quan chưa tra được", false),
    fact("Thời gian", "Ngay trong ngày."),
    fact("Nơi nộp", "Trung tâm phục vụ hành chính công cấp xã."),
    note("Cơ quan tự tra: thông tin cư trú của cha mẹ."),
  ],
  choices: [
    { id: "ready:1.001193", label: "Tôi nộp trực tuyến được chưa?" },
    { id: "change:1.001193", label: "Sửa một câu trả lời" },
  ],
  links: [
    { label: "Nộp trực tuyến", url: page },
    { label: "In danh sách này", url: "/checklist?start=1_001193--ninh-binh--vi&have=to-khai" },
  ],
};

/** The lines of the printed checklist, with the papers she has ticked. */
export function printedLines(have: readonly string[]): SpokenLine[] {
  return [
    title("Hồ sơ đăng ký khai sinh"),
    fact("Thời gian", "Ngay trong ngày."),
    fact("Nơi nộp", "Trung tâm phục vụ hành chính công cấp xã."),
    text("Giấy tờ cần chuẩn bị:"),
    box("Tờ khai đăng ký khai sinh", have.includes("to-khai")),
    fact("Số lượng", "1 bản chính"),
    fact("Mẫu", "Tờ khai đăng ký khai sinh, 04/2020/TT-BTP"),
    box("Giấy chứng sinh", have.includes("chung-sinh")),
    fact("Số lượng", "1 bản chính"),
    box("Giấy chứng nhận kết hôn của cha mẹ, nếu cơ quan chưa tra được", have.includes("ket-hon")),
    note("Cơ quan tự tra: thông tin cư trú của cha mẹ."),
  ];
}

export const ready: Spoken = {
  kind: "ready",
  procedure: "1.001193",
  lines: [
    title("Trước khi nộp trực tuyến"),
    item("Bạn có tài khoản VNeID mức độ 2."),
    item("Bạn có bản chụp hoặc bản quét rõ nét của từng giấy tờ."),
    item("Bạn có cách thanh toán trực tuyến, nếu phải nộp lệ phí."),
  ],
  choices: [{ id: "link:1.001193", label: "Tôi đã sẵn sàng" }],
  links: [],
};

export const link: Spoken = {
  kind: "link",
  procedure: "1.001193",
  lines: [text("Bạn mở trang nộp hồ sơ ở đây. Một Cửa giữ danh sách này cho bạn.")],
  choices: [],
  links: [
    { label: "Mở trang nộp hồ sơ", url: page },
    { label: "Tra cứu hồ sơ đã nộp", url: "https://dichvucong.gov.vn/tra-cuu-ho-so" },
  ],
};

export const menu: Spoken = {
  kind: "menu",
  lines: [title("Bạn muốn làm gì?")],
  choices: [
    { id: "go:1.001193", label: "Đăng ký khai sinh" },
    { id: "forget:yes", label: "Xóa mọi điều đã lưu về tôi" },
  ],
  links: [],
};

export const unknown: Spoken = {
  kind: "unknown",
  lines: [text("Một Cửa chưa tìm thấy thủ tục này. Bạn thử nói cách khác, ví dụ: “đổi giấy phép lái xe”.")],
  choices: [{ id: "menu", label: "Xem danh mục" }],
  links: [],
};

export const forgotten: Spoken = { kind: "forgotten", lines: [text("Một Cửa đã xóa mọi điều đã lưu về bạn.")], ...none };
