import { flat, withoutMarks } from "./words-of.ts";

/** What the guide asks to learn which papers are hers: her case, who files for her, or how she files. */
export const caseKinds = ["case", "filer", "way"] as const;
export type CaseKind = (typeof caseKinds)[number];

/**
 * What a heading over papers says. `list`: only that papers follow; `shown`: that they are looked at and given back; `note`: that
 * sentences follow; `case`: for whom they are; `action`: for which of several requests they are, a case where there are two of
 * them; `unclear`: something else, which a person has to read.
 */
type HeadingKind = "list" | "shown" | "note" | "case" | "action" | "unclear";

/** A heading as read: its words without bullet, number and colon; `adds` when its papers come on top of those of her case. */
export type Heading = { kind: HeadingKind; words: string; about: CaseKind; adds: boolean };

const ends = /[\s:;.,]+$/;

const follows = "(?:[ ,]*(?:bao gồm|gồm có|gồm|như sau|sau đây|sau))*";
const list = new RegExp(
  `^(?:t?thành phần(?:,? số lượng)? hồ sơ|hồ sơ|(?:các )?(?:giấy tờ|chứng từ|tài liệu))(?: (?:phải|cần) nộp)?${follows}$`,
  "iu",
);
const shown = new RegExp(`^(?:các )?giấy tờ (?:phải |cần )?xuất trình${follows}$`, "iu");
const note = /^(?:lưu ý|ghi chú|chú ý|chú thích)(?!\p{L})/iu;
/** Exempts, allows or explains: no question has it as an answer. */
const sentence =
  /^\(|không phải (?:nộp|xuất trình|gửi|có|kèm)|không yêu cầu|không bao gồm|được miễn|được thay|thay cho|thay thế cho|có thể|chịu trách nhiệm|[^.\d]\. \p{Lu}| thì (?!hồ sơ|khi thực hiện|việc [uủ][ỷy] quyền|phải|cần|nộp|thành phần|ngoài)/u;
/** "Trường hợp 1, hồ sơ gồm": the case is told elsewhere. */
const numberOnly = /^(?:đối với )?trường hợp \(?\d+\)?(?:[ ,]*(?:thành phần )?hồ sơ)?[ ,]*(?:bao gồm|gồm có|gồm)?$/iu;
const opens = /^(?:đối với|(?:các |trong )?trường hợp|nếu|khi)(?!\p{L})/iu;
const dossierOf = /^(?:thành phần,? |số lượng )*(?:hồ sơ|đề nghị)(?!\p{L}).*(?:đối với|trường hợp|khi)(?!\p{L})/iu;
const requested =
  /^(?:(?:thành phần,? )*hồ sơ |về |việc )?(?:đề nghị |thủ tục )?(?:cấp|gia hạn|sửa đổi|bổ sung|điều chỉnh|thay đổi|đăng ký|chấp thuận|thành lập|chấm dứt|giải thể|tăng|giảm|chuyển)(?!\p{L})/iu;
const added =
  /(?:bổ sung|nộp|có|gồm|cần) thêm|còn (?:có|phải)|ngoài (?:các )?(?:giấy tờ|tài liệu|hồ sơ|thành phần)|nộp bổ sung|chưa có (?:tài khoản|thông tin|số định danh)|gián đoạn/iu;
const byProxy = /^(?:đối với |trường hợp )*[uủ][ỷy] quyền|người được [uủ][ỷy] quyền|đại diện theo [uủ][ỷy] quyền/iu;
const byWay = /trực tuyến|môi trường điện tử|bưu chính|bưu điện|(?:nộp|gửi|hình thức)(?: hồ sơ)? trực tiếp/iu;
/** Longer than this it is a text, not a case. */
const mostLetters = 700;

/** Reads one heading. */
export function readHeading(text: string): Heading {
  const words = withoutMarks(flat(text)).replace(ends, "");
  return { kind: kindOf(words), words, about: aboutOf(words), adds: added.test(words) };
}

function kindOf(words: string): HeadingKind {
  if (words === "" || list.test(words)) return "list";
  if (shown.test(words)) return "shown";
  if (note.test(words)) return "note";
  if (words.length > mostLetters || sentence.test(words) || numberOnly.test(words)) return "unclear";
  if (opens.test(words) || dossierOf.test(words)) return "case";
  return requested.test(words) ? "action" : "unclear";
}

function aboutOf(words: string): CaseKind {
  if (byProxy.test(words)) return "filer";
  return byWay.test(words) ? "way" : "case";
}

/** A paper that the source glued to the front of the heading after it, with its counts. */
export type Glued = { name: string; original: number; copy: number };

/** "…tờ khai1 bản chính,1 bản saoa.2) Về gia hạn": the counts stand without a space behind the paper, and the heading behind the counts. */
const glue = /(?<=[^\s\d(/,-])(\d{1,2}) bản chính(?:,\s?(\d{1,2}) bản sao)?/u;

/** Takes off the papers that are glued to the front of a heading. */
export function splitHeading(text: string): { glued: Glued[]; heading: string } {
  const glued: Glued[] = [];
  let heading = flat(text);
  for (let found = glue.exec(heading); found; found = glue.exec(heading)) {
    glued.push({ name: heading.slice(0, found.index).trim(), original: Number(found[1]), copy: Number(found[2] ?? 0) });
    heading = heading.slice(found.index + found[0].length).trim();
  }
  return { glued, heading };
}
