/** How a piece of text is set: size and height of a line, in pixels. */
export type Letters = { size: number; line: number; bold: boolean };

/** The letters of the picture. */
export const letters = {
  title: { size: 22, line: 29, bold: true },
  heading: { size: 15, line: 21, bold: true },
  ask: { size: 15, line: 21, bold: true },
  plain: { size: 14, line: 19, bold: false },
  name: { size: 14, line: 19, bold: true },
  small: { size: 12.5, line: 17, bold: false },
} as const satisfies Record<string, Letters>;

/** How wide letters are, in parts of their size. Measured on DejaVu Sans, the widest of the faces that `font-family` may end in: in any other there is room to spare. */
const widths: [RegExp, number][] = [
  [/[ijlI.,:;|'’‘!]/, 0.31],
  [/\s/, 0.32],
  [/[ftr()[\]/-]/, 0.42],
  [/[sczk]/, 0.57],
  [/[m%]/, 0.98],
  [/[MW@…—→]/, 1],
  [/[wCDGHNOQU]/, 0.8],
  [/[A-ZĐ]/, 0.7],
];
const otherwise = 0.645;
const boldness = 1.1;

/** About how wide a text is, in pixels; never narrower than it will be drawn. */
export function widthOf(text: string, { size, bold }: Letters): number {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "");
  const ems = [...plain].reduce((sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? otherwise), 0);
  return ems * size * (bold ? boldness : 1);
}

/** The lines of a text that must not be wider than `width` pixels. What has no space to break at breaks between letters. */
export function linesOf(text: string, width: number, set: Letters): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .trim()
    .split(/\s+/)
    .flatMap((each) => piecesOf(each, width, set))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, set) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

function piecesOf(word: string, width: number, set: Letters): string[] {
  if (widthOf(word, set) <= width) return [word];
  const letter = [...word].findIndex((_, end, all) => widthOf(all.slice(0, end + 1).join(""), set) > width);
  const cut = Math.max(1, letter);
  const all = [...word];
  return [all.slice(0, cut).join(""), ...piecesOf(all.slice(cut).join(""), width, set)];
}
