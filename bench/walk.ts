import { filingLink, procedureOf } from "../src/catalog/catalog.ts";
import type { Guided } from "../src/catalog/procedure.ts";
import { readContent } from "../src/catalog/read-content.ts";
import type { Answer, Knowledge } from "../src/dialogue/knowledge.ts";
import { printOut } from "../src/dialogue/printout.ts";
import { buildSearch } from "../src/search/build-search.ts";
import { readLocales } from "../src/wording/read-locales.ts";
import { openWording, type Wording } from "../src/wording/wording.ts";
import { type Largest, lostFrom, wrongWith } from "./walk/limits.ts";
import { askAside, leafThrough, walkThrough, waysThrough } from "./walk/walk-through.ts";

/*
 * npm run walk -- <content folder>: walks every guided procedure of a folder from its card to its link, with every answer given once,
 * in both languages, and reports each reply that a channel would refuse or lose. Exit code 1 when there is one.
 */
type Found = { where: string; what: string };
type Walker = { knowledge: Knowledge; wording: Wording; largest: Largest; found: Found[]; replies: number };

function check(walker: Walker, where: string, answers: readonly Answer[]): void {
  for (const { session, replies } of answers) {
    const add = (what: string): unknown => walker.found.push({ where, what });
    lostFrom(session).forEach(add);
    for (const reply of replies)
      for (const language of ["vi", "en"] as const) {
        walker.replies += 1;
        wrongWith(walker.wording.speak(reply, language), walker.largest).forEach(add);
      }
  }
}

function checkProcedure(walker: Walker, guided: Guided): void {
  const code = guided.codes[0]?.code ?? "";
  const { knowledge } = walker;
  try {
    for (let way = 0; way < waysThrough(guided); way++) {
      const answers = walkThrough(knowledge, code, way);
      check(walker, `${code} way ${way}`, answers);
      const procedure = procedureOf(knowledge.catalog, code);
      const link = answers.at(-1)?.replies.at(-1)?.links[0]?.url;
      if (!procedure || link !== filingLink(procedure))
        walker.found.push({ where: `${code} way ${way}`, what: "the walk does not end at its link" });
      if (!answers.some(({ replies }) => replies.some(({ kind }) => kind === "paper")))
        walker.found.push({ where: `${code} way ${way}`, what: "the walk asks for no paper" });
      const print = answers.flatMap(({ replies }) => replies).findLast(({ kind }) => kind === "summary")?.links[0]?.url ?? "";
      const printed = printOut(knowledge, Object.fromEntries(new URLSearchParams(print.split("?")[1])));
      if (!printed) walker.found.push({ where: `${code} way ${way}`, what: "its checklist cannot be printed" });
    }
    check(walker, `${code} aside`, askAside(knowledge, guided));
  } catch (error) {
    walker.found.push({ where: code, what: String(error) });
  }
}

const folder = process.argv[2] ?? process.env["CONTENT_DIR"] ?? "content";
const { catalog, problems, version } = readContent(folder);
for (const { file, line, column, mistake } of problems) console.error(`${file}:${line}:${column} ${mistake}`);
if (!catalog) process.exit(1);
const wording = openWording(readLocales(new URL("../locales/", import.meta.url)));
const knowledge: Knowledge = { catalog, search: buildSearch(catalog), version };
const walker: Walker = { knowledge, wording, largest: { messages: 0, characters: 0, buttons: 0, address: 0 }, found: [], replies: 0 };
const guided = [...catalog.procedures.values()].flatMap((procedure) => (procedure.kind === "guided" ? [procedure.guided] : []));
const began = performance.now();
for (const procedure of guided) checkProcedure(walker, procedure);
check(walker, "menus", leafThrough(knowledge));
const kinds = Map.groupBy(walker.found, ({ what }) => what.replace(/[\d.]{4,}|:[a-z0-9-]+/g, "…"));
for (const [kind, all] of kinds)
  console.log(`${String(all.length).padStart(6)}  ${kind}  (${[...new Set(all.map(({ where }) => where))].slice(0, 5).join(", ")})`);
const walked = new Set(walker.found.map(({ where }) => where.split(" ")[0]));
console.log(`${guided.length} guided procedures, ${walker.replies} replies in ${((performance.now() - began) / 1000).toFixed(1)} s`);
console.log(`${guided.filter(({ codes }) => !walked.has(codes[0]?.code)).length} without fault, ${walker.found.length} faults`);
console.log(
  `largest: ${Object.entries(walker.largest)
    .map(([what, size]) => `${what} ${size}`)
    .join(", ")}`,
);
process.exitCode = walker.found.length > 0 ? 1 : 0;
