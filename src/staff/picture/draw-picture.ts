import { readFileSync } from "node:fs";
import type { StaffSay } from "../../wording/staff-words.ts";
import type { Flow } from "./flow.ts";
import { placeFlow } from "./place-flow.ts";
import { drawShape, escapeXml } from "./shapes.ts";

const colours = readFileSync(new URL("picture.css", import.meta.url), "utf8");

/** The picture of a procedure's flow as an SVG document: readable at its own size, in light and dark, with a title and a description for who cannot see it. */
export function drawPicture(flow: Flow, say: StaffSay): string {
  const { width, height, shapes } = placeFlow(flow, say);
  const papers = new Set(
    [...flow.everybody, ...flow.questions.flatMap(({ outcomes }) => outcomes.flatMap(({ items }) => items))].map(({ name }) => name),
  );
  const about = say("picture.about", { questions: flow.questions.length, papers: papers.size });
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="flow" role="group" aria-labelledby="flow-title flow-about" ${size}>`,
    `<title id="flow-title">${escapeXml(say("picture.title", { name: flow.name, code: flow.code }))}</title>`,
    `<desc id="flow-about">${escapeXml(about)}</desc>`,
    `<style>${colours}</style>`,
    '<rect class="ground" width="100%" height="100%"/>',
    ...shapes.map(drawShape),
    "</svg>\n",
  ].join("\n");
}
