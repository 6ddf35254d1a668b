import { parseArgs } from "node:util";
import { readContent } from "../../catalog/read-content.ts";
import { isServed } from "../../catalog/served.ts";
import { inLanguage } from "../../catalog/text.ts";
import type { Command, Desk } from "../desk.ts";
import { drawPicture } from "../picture/draw-picture.ts";
import { flowOf } from "../picture/flow.ts";
import { writeWhole } from "../write-whole.ts";

/** Draws the flow of a guided procedure: its questions, what each answer leads to, and the filing page. */
export const pictureProcedure: Command = {
  takes: "<code> [--to <file.svg>]",
  run: (words, desk) => {
    const { values, positionals } = parseArgs({ args: words, options: { to: { type: "string" } }, strict: false, allowPositionals: true });
    const [code] = positionals;
    const to = typeof values.to === "string" ? values.to : `data/pictures/${code}.svg`;
    return code === undefined || values.to === true ? undefined : writePicture(code, to, desk);
  },
};

function writePicture(code: string, to: string, { folder, today, language, say, print, complain }: Desk): number {
  const wrong = (sentence: string): number => {
    complain(sentence);
    return 1;
  };
  if (!to.endsWith(".svg")) return wrong(say("picture.no-svg", { to }));
  const { catalog, guided, problems } = readContent(folder, undefined, today);
  if (!catalog) return wrong(say("content.broken", { count: problems.length }));
  const files = guided.filter(({ codes }) => codes.some((each) => each.code === code));
  const file = files.find((each) => isServed(each, today)) ?? files[0];
  const name = catalog.procedures.get(code)?.known?.name;
  if (!file) return wrong(name === undefined ? say("picture.no-code", { code }) : say("picture.not-guided", { code, name }));
  writeWhole(to, drawPicture(flowOf(catalog, file, { say, read: (text) => inLanguage(text, language) }), say));
  print(say("picture.written", { to }));
  return 0;
}
