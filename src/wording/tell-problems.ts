import type { Mistake } from "../catalog/mistakes.ts";
import type { Problem } from "../catalog/problem.ts";
import type { StaffSay } from "./staff-words.ts";

/** How many of one kind of mistake there must be before a closing count is worth its lines. */
const many = 5;

/** A mistake in words, ready to print: where it is (a person can click it in an editor) and what is wrong, what to do, an example. `folder`: the content folder as it was named. */
function tellProblem(say: StaffSay, folder: string, { file, line, column, mistake, values }: Problem): string {
  const place = [folder, file].filter(Boolean).join("/");
  const example = say(`mistake.${mistake}.example`, values).replaceAll("\n", "\n    ");
  return [
    `${place}:${line}:${column} ${say(`mistake.${mistake}.what`, values)}`,
    `  ${say("problem.do", { words: say(`mistake.${mistake}.do`, values) })}`,
    example.includes("\n")
      ? `  ${say("problem.example", { words: "" }).trimEnd()}\n    ${example}`
      : `  ${say("problem.example", { words: example })}`,
  ].join("\n");
}

/** Mistakes in words, one after the other, those of one file together; when they are many, how many there are of each kind. */
export function tellProblems(say: StaffSay, folder: string, problems: readonly Problem[]): string[] {
  const sorted = [...problems].sort(inOrder).map((problem) => tellProblem(say, folder, problem));
  return problems.length > many ? [...sorted, ...countKinds(say, problems)] : sorted;
}

/** How many mistakes there are of each kind, the most frequent first. */
function countKinds(say: StaffSay, problems: readonly Problem[]): string[] {
  const kinds = Map.groupBy(problems, ({ mistake }): Mistake => mistake);
  const most = [...kinds].sort(([, one], [, other]) => other.length - one.length);
  return most.map(([mistake, { length }]) => `  ${say("problem.kind", { times: length, kind: say(`mistake.${mistake}.kind`) })}`);
}

function inOrder(one: Problem, other: Problem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
