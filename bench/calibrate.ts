import { nameOf, procedureOf } from "../src/catalog/catalog.ts";
import { readContent } from "../src/catalog/read-content.ts";
import { stockOf } from "../src/search/build-search.ts";
import { type Curve, inside, perhaps, probability, right, type Signs, signsOf, sure } from "../src/search/certainty.ts";
import { hear } from "../src/search/hear.ts";
import type { Stock } from "../src/search/stock.ts";
import { type Asked, goldenQuestions } from "../test/search/golden-questions.ts";
import { gapsOf } from "./search/left-out.ts";

/** A question with its signs: whether the first match was the one meant, whether the catalog has an answer at all, and how much it counts. */
type Case = { signs: Signs; right: boolean; inside: boolean; half: Asked["half"]; weight: number };

/** Beside each question asked stands the same with its answers taken out, for a card must not be shown for a procedure that is not there. Nobody asks so that often: it counts a tenth. */
const leftOut = 0.1;
const rounds = 5_000;
const step = 0.3;
/** Each step goes on in the direction of those before: without it the curves are not there after 30,000 rounds. */
const momentum = 0.95;
/** Keeps weights small where the questions say little. Cross-validated: four times as much, or a tenth, fits questions left out less well. */
const modesty = 5e-5;

const { catalog } = readContent(process.env["CONTENT_DIR"] ?? "content");
if (!catalog) throw new Error("the content is not in order: npm run content -- check");
const stock = stockOf(catalog);
const official = (code: string): string => {
  const procedure = procedureOf(catalog, code);
  return procedure ? nameOf(procedure).vi : code;
};

function caseOf(asked: Asked): Case[] {
  const { codes, set, half } = asked;
  const [signs, first] = signsIn(stock, asked);
  if (!signs) return [];
  const isRight = set !== "golden twins" && codes.some((code) => official(code) === official(first));
  return [{ signs, right: isRight, inside: codes.length > 0, half, weight: 1 }];
}

/** The same questions where the catalog has no answer to them. */
function leftOutCases(some: readonly Asked[]): Case[] {
  const answered = some.filter(({ codes }) => codes.length > 0).map((asked) => ({ asked, typed: asked.question, right: asked.codes }));
  return gapsOf(stock, answered).flatMap((gap) =>
    gap.questions.flatMap(({ asked }) => {
      const [signs] = signsIn(gap.stock, asked);
      return signs ? [{ signs, right: false, inside: false, half: asked.half, weight: leftOut }] : [];
    }),
  );
}

/** The signs of a question in a catalog, and the code of the first match. */
function signsIn(some: Stock, { question }: Asked): [Signs | undefined, string] {
  const { ranked, said } = hear(some, question, () => true);
  return [signsOf(ranked, said), some.index.codes[ranked[0]?.position ?? 0] ?? ""];
}

/** Logistic regression by gradient descent with momentum: eleven weights and a few thousand questions need no library. */
function fit(cases: readonly Case[], truth: "right" | "inside"): Curve {
  const signs = Object.keys(right.weights) as (keyof Signs)[];
  const none = Object.fromEntries(signs.map((sign) => [sign, 0])) as Signs;
  const curve: Curve = { start: 0, weights: { ...none } };
  const moving: Curve = { start: 0, weights: { ...none } };
  const all = cases.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < rounds; round++) {
    const errors = cases.map((one) => one.weight * (probability(curve, one.signs) - Number(one[truth])));
    const slope = (of: (one: Case) => number): number => cases.reduce((sum, one, at) => sum + (errors[at] ?? 0) * of(one), 0) / all;
    moving.start = momentum * moving.start - step * slope(() => 1);
    for (const sign of signs)
      moving.weights[sign] = momentum * moving.weights[sign] - step * (slope((one) => one.signs[sign]) + modesty * curve.weights[sign]);
    curve.start += moving.start;
    for (const sign of signs) curve.weights[sign] += moving.weights[sign];
  }
  return curve;
}

function told(name: string, curve: Curve): void {
  const weights = Object.entries(curve.weights).map(([sign, weight]) => `${sign}: ${weight.toFixed(2)}`);
  console.log(`${name}: start ${curve.start.toFixed(2)}, ${weights.join(", ")}`);
}

/** How often each band of a curve was right: a curve is calibrated when the band around .9 is right nine times in ten. */
function tellBands(name: string, curve: Curve, cases: readonly Case[], truth: "right" | "inside"): void {
  const bands = [0, 0.2, 0.4, 0.6, 0.72, 0.8, 0.88, 0.94, 1];
  const rows = bands.slice(1).map((to, at) => {
    const from = bands[at] ?? 0;
    const within = cases.filter(({ signs }) => probability(curve, signs) >= from && probability(curve, signs) < to);
    return `${from}-${to}: ${within.filter((one) => one[truth]).length}/${within.length}`;
  });
  console.log(`  ${name}  ${rows.join("   ")}`);
}

const golden = goldenQuestions("test/search/golden");
const cases = golden.flatMap(caseOf);
const absent = leftOutCases(golden.filter(({ half }) => half === "tune"));
const halves = { tune: cases.filter(({ half }) => half === "tune"), held: cases.filter(({ half }) => half === "held") };
console.log(`fitted on the ${halves.tune.length} questions of the tune halves:`);
told("right", fit([...halves.tune, ...absent], "right"));
told("inside", fit(halves.tune, "inside"));
console.log(`the curves in use (found from ${sure}, unknown below ${perhaps}), how often each band is true:`);
for (const [half, some] of Object.entries(halves)) {
  tellBands(`right, ${half}`, right, some, "right");
  tellBands(`inside, ${half}`, inside, some, "inside");
}
