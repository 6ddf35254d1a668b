import { parseArgs } from "node:util";
import { readContent } from "../../catalog/read-content.ts";
import { isServed } from "../../catalog/served.ts";
import { inLanguage } from "../../catalog/text.ts";
import type { Command, Desk } from "../desk.ts";
import { openFile } from "../open-file.ts";
import { drawOverview } from "../overview/draw-overview.ts";
import { rowsOf } from "../overview/rows-of-content.ts";
import { drawPicture } from "../picture/draw-picture.ts";
import { flowOf } from "../picture/flow.ts";
import { readEverydayNames } from "../read-everyday-names.ts";
import { whereCodesStand } from "../where-codes-stand.ts";
import { writeWhole } from "../write-whole.ts";

/** Writes one HTML page with every procedure of the content: what it lacks, who checked it, when a check is due. */
export const pageOfContent: Command = {
  takes: "[--to <file.html>] [--open]",
  run: (words, desk) => {
    const options = { to: { type: "string" }, open: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args: words, options, strict: false, allowPositionals: true });
    if (positionals.length > 0 || values.to === true) return undefined;
    return writePage(typeof values.to === "string" ? values.to : "data/content.html", values.open === true, desk);
  },
};

async function writePage(to: string, open: boolean, { folder, today, language, say, print, complain }: Desk): Promise<number> {
  const wrong = (sentence: string): number => {
    complain(sentence);
    return 1;
  };
  if (!to.endsWith(".html")) return wrong(say("overview.no-html", { to }));
  const { catalog, guided, fileOf, problems } = readContent(folder, undefined, today);
  if (!catalog) return wrong(say("content.broken", { count: problems.length }));
  const content = { catalog, guided, fileOf, places: whereCodesStand(folder), everydayNames: readEverydayNames(folder) };
  const rows = rowsOf(content, today);
  const draw = (code: string): string | undefined => {
    const files = guided.filter(({ codes }) => codes[0]?.code === code);
    const file = files.find((each) => isServed(each, today)) ?? files[0];
    return file && drawPicture(flowOf(catalog, file, { say, read: (text) => inLanguage(text, language) }), say);
  };
  writeWhole(
    to,
    drawOverview(
      {
        rows,
        pictures: picturesOf(
          rows.map(({ code }) => code),
          draw,
        ),
        folder,
        to,
        today,
      },
      language,
      say,
    ),
  );
  print(say("overview.written", { to, all: rows.length }));
  if (open && !(await openFile(to))) return wrong(say("overview.not-opened", { to }));
  return 0;
}

/** Most that the pictures may add to the page, in characters: some 300 pictures. The rest is drawn one at a time, by `content -- picture`. */
const roomForPictures = 6_000_000;

function picturesOf(codes: readonly string[], draw: (code: string) => string | undefined): Record<string, string> {
  const pictures: Record<string, string> = {};
  let room = roomForPictures;
  for (const code of codes) {
    if (room <= 0) break;
    const svg = draw(code)?.replace(/<style>.*?<\/style>\n/s, ""); // the page has the style once
    if (svg === undefined) continue;
    pictures[code] = svg;
    room -= svg.length;
  }
  return pictures;
}
