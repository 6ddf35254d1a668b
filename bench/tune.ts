import { parseArgs } from "node:util";
import { readContent, readNationNames } from "../src/catalog/read-content.ts";
import { fieldNames, fieldWeights } from "../src/search/index/fields.ts";
import { coverage } from "../src/search/index/inverted-index.ts";
import { rankShares, termsOf } from "../src/search/ranking/rank.ts";
import { streamRecords } from "../src/staff/stream-records.ts";
import { type Asked, goldenQuestions } from "../test/search/golden-questions.ts";
import { climb, shareNames, trier, worthIn } from "./search/coordinates.ts";
import { givenQuestions } from "./search/given-questions.ts";
import { looseCoverage, wordShares } from "./search/loose-index.ts";
import { catalogsOf, shelfOf, titlesOf } from "./search/shelf.ts";
import { asShare, printTable, printTitle } from "./search/table.ts";
import { folds, type TuningTable, tuningTable, type Weights } from "./search/tuning-table.ts";

/*
 * npm run tune -- [--records <procedures.jsonl>] [--questions <questions.jsonl> …] [--kinds portal_faq,…]
 *   [--catalog <part of a catalog's name, "province">] [--rounds 2]
 * Tunes on the tune half of the golden questions and the given questions of these kinds. It prints weights, it does not write them.
 */
const { values } = parseArgs({
  options: {
    records: { type: "string" },
    questions: { type: "string", multiple: true, default: [] },
    kinds: { type: "string", default: "portal_faq" },
    catalog: { type: "string" },
    rounds: { type: "string", default: "2" },
  },
});
const now: Weights = { fields: fieldWeights, shares: rankShares };

const folder = process.env["CONTENT_DIR"] ?? "content";
const { catalog } = readContent(folder);
if (!catalog) throw new Error("the content is not in order: npm run content -- check");
const { records } = values.records === undefined ? { records: [] } : await streamRecords(values.records);
const wanted = values.catalog ?? (records.length > 0 ? "province" : "shipped");
const chosen = catalogsOf(catalog, records, readNationNames(folder).names).find(({ name }) => name.includes(wanted));
if (!chosen) throw new Error(`no catalog is called "${wanted}"`);
const kinds = values.kinds.split(",");
const asked: Asked[] = [
  ...goldenQuestions("test/search/golden").filter(({ half }) => half === "tune"),
  ...values.questions.flatMap(givenQuestions).filter(({ kind }) => kinds.includes(kind)),
];
const table = tuningTable(shelfOf(chosen, titlesOf(records)), asked);
console.log(`${chosen.name}, ${table.questions.length} of ${asked.length} questions have an answer in it`);
mustAgree(table);

const attempt = trier(table);
const rounds = Number(values.rounds);
const rows = Array.from({ length: folds }, (_, held) => {
  const train = worthIn(table, attempt, (fold) => fold !== held);
  const test = worthIn(table, attempt, (fold) => fold === held);
  const tuned = climb(now, rounds, train);
  return [`without fold ${held + 1}`, ...[train(now), train(tuned), test(now), test(tuned)].map((worth) => worth.toFixed(4))];
});
printTitle("worth of a question (the mean of 1/place and of standing in the first three); only a gain in the last column is real");
const mean = (column: number): string => (rows.reduce((sum, row) => sum + Number(row[column]), 0) / folds).toFixed(4);
printTable([["", "train now", "train tuned", "test now", "test tuned"], ...rows, ["mean", ...[1, 2, 3, 4].map(mean)]]);

const proposed = climb(
  now,
  rounds,
  worthIn(table, attempt, () => true),
);
printTitle("weights tuned on all of them, beside those in use");
printTable([
  ["", "weight", "in use", "length", "in use"],
  ...fieldNames.map((field) => [
    field,
    ...[proposed.fields[field].weight, now.fields[field].weight, proposed.fields[field].length, now.fields[field].length].map(String),
  ]),
]);
printTable([["", "share", "in use"], ...shareNames.map((name) => [name, asShare(proposed.shares[name]), asShare(now.shares[name])])]);

/** Weights are tried on a loose copy of the index: it must say the same as the search. */
function mustAgree({ shelf: { stock }, index, questions }: TuningTable): void {
  const inFields = wordShares(index, now.fields);
  for (const { reading } of questions.slice(0, 20)) {
    const terms = termsOf(reading, now.shares);
    const loose = looseCoverage(stock, index, inFields, terms);
    const apart = coverage(stock.index.documents, terms).map((share, at) => Math.abs(share - (loose[at] ?? 0)));
    if (Math.max(...apart) > 0.001) throw new Error("bench/search/loose-index.ts no longer counts as src/search does");
  }
}
