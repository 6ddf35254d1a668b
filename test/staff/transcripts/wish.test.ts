import { describe, expect, test } from "vitest";
import { isShown, phraseCell, readWishes } from "../../../src/staff/transcripts/wish.ts";
import type { Spoken } from "../../../src/wording/spoken.ts";
import { terms } from "./desk.ts";

const card: Spoken = {
  kind: "card",
  lines: [
    { as: "title", text: "Đăng ký tạm trú" },
    { as: "fact", label: "Lệ phí", text: "7.000 đồng – một lần" },
    { as: "text", text: "Bấm “Chuẩn bị giấy tờ”…" },
  ],
  choices: [
    { id: "begin:1.004194", label: "Chuẩn bị giấy tờ" },
    { id: "card:1.001456", label: "Làm hộ chiếu" },
  ],
  links: [{ label: "Mở trang", url: "https://dichvucong.gov.vn/tra-cuu-ho-so" }],
  procedure: "1.004194",
};

/** Is everything in this cell shown by the card? */
const shows = (cell: string): boolean => readWishes(cell, 1, { wanted: true, terms }).every((wish) => isShown(wish, [card]));

describe("what a reply is asked to show", () => {
  test.each([
    "thẻ thủ tục",
    "THẺ THỦ TỤC",
    "the thu tuc",
    "procedure card",
    "1.004194",
    "1.001456",
    "đăng ký tạm trú",
    "Lệ phí: 7.000 đồng - một lần",
    'Bấm "Chuẩn bị giấy tờ"...',
    "[Chuẩn bị giấy tờ]",
    "[chuan bi giay to]",
    "Làm hộ chiếu",
    "dichvucong.gov.vn/tra",
    "tra-cuu-ho-so",
    "thẻ thủ tục;; Đăng ký ; ",
    "Đăng ký tạm trú",
    "",
  ])("%s", (cell) => {
    expect(shows(cell)).toBe(true);
  });

  test.each(["câu hỏi", "2.000815", "dang ky tam tru", "[Chuẩn bị]", "10.000 đồng", "thẻ thủ tục; câu hỏi", '"thẻ thủ tục"'])(
    "it does not show %s",
    (cell) => {
      expect(shows(cell)).toBe(false);
    },
  );

  test("words in quotes are kept whole and mean themselves", () => {
    const wishes = readWishes('"Xã; phường"; “câu hỏi”; 5" x', 3, { wanted: false, terms });
    expect(wishes).toMatchObject([
      { is: "phrase", words: "Xã; phường", wanted: false, row: 3 },
      { is: "phrase", words: "câu hỏi" },
      { is: "phrase", words: '5" x' },
    ]);
  });

  test.each(["Đăng ký tạm trú", "Xã; phường", "câu hỏi", "1.004194", "[Có rồi]", 'Bấm "Chuẩn bị"; rồi “chờ”', "  a \n b "])(
    "the recorder writes %j so that it is read as that phrase",
    (words) => {
      const [wish, ...more] = readWishes(phraseCell(words, terms), 1, { wanted: true, terms });
      expect(more).toEqual([]);
      expect(wish).toMatchObject({ is: "phrase", words: words.replace(/["“”]/g, "").replace(/\s+/g, " ").trim() });
    },
  );
});
